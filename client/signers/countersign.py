#!/usr/bin/env python3
"""Sends an HTTP request signed in the scheme countersign-1 (docs/protocol.md of Countersign).

One file on its own, for Python 3.8 or newer and its standard library: copy it into your project. Run it with --help to see
how it is used as a command. As a module:

    import countersign
    added = countersign.sign("POST", "https://api.example.com/orders", {"Content-Type": "application/json"}, body,
                             key="orders-app-01", secret=secret, environment="release")
    requests.post(url, data=body, headers={"Content-Type": "application/json", **added})

The library that sends the request must send URL, body and signed headers as they were given to sign(). Sign again for every
repetition: a nonce is good for one request.
"""

import argparse
import base64
import datetime
import hashlib
import hmac
import http.client
import os
import re
import secrets
import shutil
import sys

SIGNED_ANYWAY = {
    "host", "content-type", "content-encoding", "content-digest", "x-app-key", "x-app-timestamp", "x-app-nonce",
    "x-app-environment", "x-app-signed-headers", "x-app-signature",
}
CHANGES_ON_ITS_WAY = {
    "connection", "content-length", "cookie", "http2-settings", "keep-alive", "proxy-authenticate", "proxy-authorization",
    "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
}
WRITTEN_HERE = SIGNED_ANYWAY - {"content-type", "content-encoding"}
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
HTTP_URL = re.compile(r"(https?)://([^/?#@\\]+)(/[^?#]*)?(?:\?([^#]*))?")


def sign(method, url, headers=(), body=None, *, key, secret, environment, sign_headers=(), timestamp=None, nonce=None):
    """Returns the headers that sign the request, as a dict to be sent beside `headers`.

    headers: a dict or a list of pairs, as they will be sent. body: bytes, a seekable binary file, or None for no body.
    secret: bytes, or text, which is taken as UTF-8. sign_headers: names of further headers to sign. timestamp and nonce are
    made here if not given. Raises ValueError if the request cannot be signed.
    """
    timestamp = timestamp or datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    nonce = nonce or base64.urlsafe_b64encode(secrets.token_bytes(18)).decode("ascii")
    check("app key", r"[A-Za-z0-9_-]{5,128}", key)
    check("timestamp", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z", timestamp)
    check("nonce", r"[A-Za-z0-9_-]{16,64}", nonce)
    check("environment", r"[A-Za-z0-9_-]{1,64}", environment)
    names = sorted({name.lower() for name in sign_headers})
    added = {
        "X-App-Key": key,
        "X-App-Timestamp": timestamp,
        "X-App-Nonce": nonce,
        "X-App-Environment": environment,
    }
    if names:
        added["X-App-Signed-Headers"] = ";".join(names)
    digest = sha256_base64(body)
    if body is not None:
        added["Content-Digest"] = "sha-256=:" + digest + ":"
    text = canonical_request(method, url, headers, digest, added, names)
    mac = hmac.new(secret_bytes(secret), text.encode("ascii"), hashlib.sha256).digest()
    added["X-App-Signature"] = "v1=" + base64.b64encode(mac).decode("ascii")
    return added


def canonical_request(method, url, headers, digest, added, names=()):
    """The text that is signed: rule P-20. added: the headers of sign() without Content-Digest and X-App-Signature."""
    if not TOKEN.fullmatch(method) or len(method) > 32:
        raise ValueError("the method is not a token of at most 32 characters")
    _, authority, path, query = parts(url)
    values = checked_headers(headers)
    lines = [
        "countersign-1",
        added["X-App-Key"],
        added["X-App-Timestamp"],
        added["X-App-Nonce"],
        added["X-App-Environment"],
        method,
        re.sub(":(80|443)$", "", authority.lower()),
        path,
        query,
        single(values, "content-type"),
        single(values, "content-encoding"),
        digest,
        ";".join(names),
    ]
    for name in names:
        if name in SIGNED_ANYWAY or name in CHANGES_ON_ITS_WAY:
            raise ValueError("the header %s cannot be listed: it is signed anyway, or changes on its way" % name)
        if not single(values, name):
            raise ValueError("the header %s is to be signed but not sent" % name)
        lines.append(name + ":" + re.sub("[ \t]+", " ", single(values, name)))
    return "\n".join(lines)


def parts(url):
    """Scheme, authority, path and query of a URL, nothing decoded or encoded."""
    matched = HTTP_URL.fullmatch(url)
    if not matched or not re.fullmatch("[!-~]+", url) or matched[2] in (":80", ":443"):
        raise ValueError("this is not an http(s) URL of visible ASCII without user information and fragment")
    return matched[1], matched[2], matched[3] or "/", matched[4] or ""


def checked_headers(headers):
    """The values by name in lower case; each value as a server sees it."""
    values = {}
    for name, value in headers.items() if hasattr(headers, "items") else headers:
        trimmed = value.strip(" \t")
        if not TOKEN.fullmatch(name) or not re.fullmatch("[\t -~]+", trimmed):
            raise ValueError("the header %s is empty, or not of visible ASCII, space and tab" % ascii(name))
        if name.lower() in WRITTEN_HERE:
            raise ValueError("the header %s is written by the signer" % name)
        values.setdefault(name.lower(), []).append(trimmed)
    return values


def single(values, name):
    """The one value of a header, empty if it is absent."""
    found = values.get(name, [""])
    if len(found) > 1:
        raise ValueError("the header %s occurs twice" % name)
    return found[0]


def sha256_base64(body):
    sha256 = hashlib.sha256()
    if hasattr(body, "read"):
        start = body.tell()
        for piece in iter(lambda: body.read(1 << 16), b""):
            sha256.update(piece)
        body.seek(start)
    elif body:
        sha256.update(body)
    return base64.b64encode(sha256.digest()).decode("ascii")


def secret_bytes(secret):
    data = secret.encode("utf-8") if isinstance(secret, str) else bytes(secret)
    if len(data) < 16:
        raise ValueError("the secret has fewer than 16 bytes, or is missing")
    return data


def check(what, pattern, text):
    if not re.fullmatch(pattern, text or "", re.ASCII):
        raise ValueError("the %s is not of the form %s" % (what, pattern))


def send(method, url, headers, body, timeout=60):
    """Sends the request as it was signed: no redirects, nothing added but Host and Content-Length."""
    scheme, authority, path, query = parts(url)
    kind = http.client.HTTPSConnection if scheme == "https" else http.client.HTTPConnection
    connection = kind(authority, timeout=timeout)
    target = path + "?" + query if query else path
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", authority)
    for name, value in headers:
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(os.fstat(body.fileno()).st_size if hasattr(body, "read") else len(body)))
    connection.endheaders(body)
    return connection.getresponse()


def arguments():
    parser = argparse.ArgumentParser(
        description="Sends an HTTP request signed in the scheme countersign-1 and prints the answer's body.",
        epilog="Exit code: 0, 22 if the status is 400 or above, 2 if the request cannot be signed, 1 if it cannot be sent.",
        allow_abbrev=False)
    parser.add_argument("--key", default=os.environ.get("COUNTERSIGN_APP_KEY"), help="the app key (or COUNTERSIGN_APP_KEY)")
    parser.add_argument("--environment", default=os.environ.get("COUNTERSIGN_ENVIRONMENT"),
                        help="the environment that is called (or COUNTERSIGN_ENVIRONMENT)")
    parser.add_argument("--secret-env", default="COUNTERSIGN_SECRET", metavar="NAME",
                        help="variable that holds the secret; COUNTERSIGN_SECRET if nothing is said")
    parser.add_argument("--secret-file", metavar="FILE", help="file that holds the secret; line ends behind it do not count")
    parser.add_argument("--secret-base64", action="store_true", help="the secret is the base64 of its bytes")
    parser.add_argument("-H", "--header", action="append", default=[], metavar="LINE", help='send this header, "Name: value"')
    parser.add_argument("--sign-header", action="append", default=[], metavar="NAME", help="sign that header too")
    parser.add_argument("-d", "--data", metavar="TEXT", help="the body")
    parser.add_argument("--data-file", metavar="FILE", help="the body, from a file")
    parser.add_argument("-i", "--include", action="store_true", help="show the answer's head before its body")
    parser.add_argument("--timeout", type=float, default=60, metavar="SECONDS", help="give up after such a silence; 60")
    parser.add_argument("--print", action="store_true", help="do not send; print the headers that sign the request")
    parser.add_argument("--canonical", action="store_true", help="do not send; print the canonical request")
    parser.add_argument("--timestamp", help="sign this instant instead of now (for tests)")
    parser.add_argument("--nonce", help="use this nonce instead of a random one (for tests)")
    parser.add_argument("method")
    parser.add_argument("url")
    return parser.parse_args()


def secret_of(options):
    if options.secret_file:
        with opened(options.secret_file) as file:
            data = file.read().rstrip(b"\n")
    else:
        data = os.fsencode(os.environ.get(options.secret_env, ""))
    return base64.b64decode(data, validate=True) if options.secret_base64 else data


def opened(path):
    try:
        return open(path, "rb")
    except OSError as error:
        raise ValueError(str(error)) from error


def header_pairs(lines):
    if not all(":" in line for line in lines):
        raise ValueError("a header is written 'Name: value'")
    return [(line.partition(":")[0], line.partition(":")[2].strip(" \t")) for line in lines]


def main():
    options = arguments()
    headers = header_pairs(options.header)
    body = None if options.data is None else os.fsencode(options.data)
    if options.data_file:
        body = opened(options.data_file)
    added = sign(options.method, options.url, headers, body, key=options.key, secret=secret_of(options),
                 environment=options.environment, sign_headers=options.sign_header, timestamp=options.timestamp,
                 nonce=options.nonce)
    if options.canonical:
        names = [name for name in added.get("X-App-Signed-Headers", "").split(";") if name]
        print(canonical_request(options.method, options.url, headers, sha256_base64(body), added, names), end="")
        return 0
    if options.print:
        print("\n".join(name + ": " + value for name, value in added.items()))
        return 0
    answer = send(options.method, options.url, headers + list(added.items()), body, options.timeout)
    if options.include:
        head = "HTTP/1.1 %d %s\n%s\n" % (answer.status, answer.reason, "".join("%s: %s\n" % h for h in answer.getheaders()))
        sys.stdout.buffer.write(head.encode("latin-1"))
    shutil.copyfileobj(answer, sys.stdout.buffer)
    return 22 if answer.status >= 400 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ValueError as error:
        print("countersign.py: %s" % error, file=sys.stderr)
        sys.exit(2)
    except (OSError, http.client.HTTPException) as error:
        print("countersign.py: %s" % error, file=sys.stderr)
        sys.exit(1)
