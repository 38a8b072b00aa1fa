"""The canonical request of countersign-1, written from docs/protocol.md alone.

It shares no line with the Java code and is only as careful as the vectors need: the requests given to it are well formed.
The signature is openssl's work.
"""

import base64
import hashlib
import re
import subprocess


def canonical_request(request):
    """The text of P-20 for a request with the members method, target and headers (a list of "Name: value")."""
    path, _, query = request["target"].partition("?")
    names = field(request, "X-App-Signed-Headers")
    lines = [
        "countersign-1",
        field(request, "X-App-Key"),
        field(request, "X-App-Timestamp"),
        field(request, "X-App-Nonce"),
        field(request, "X-App-Environment"),
        request["method"],
        authority(field(request, "Host")),
        path,
        query,
        field(request, "Content-Type"),
        field(request, "Content-Encoding"),
        digest_line(field(request, "Content-Digest")),
        names,
    ]
    for name in names.split(";") if names else []:
        lines.append(name + ":" + re.sub("[ \t]+", " ", field(request, name).strip(" \t")))
    return "\n".join(lines)


def field(request, wanted):
    """The value of a header, or the empty text (P-2, P-21)."""
    for line in request["headers"]:
        name, _, value = line.partition(": ")
        if name.lower() == wanted.lower():
            return value
    return ""


def authority(host):
    """P-23."""
    return re.sub(":(80|443)$", "", host.lower())


def digest_line(content_digest):
    """P-28."""
    if not content_digest:
        return sha256_base64(b"")
    return content_digest[len("sha-256=:") : -1]


def sha256_base64(body):
    return base64.b64encode(hashlib.sha256(body).digest()).decode()


def openssl_command(text, key):
    """A line for a POSIX shell that prints the base64 of the HMAC of the text."""
    quoted = "'" + text.replace("'", "'\\''") + "'"
    return (
        "printf '%s' " + quoted + " | openssl dgst -sha256 -mac HMAC -macopt hexkey:" + key.hex()
        + " -binary | openssl base64 -A"
    )


def run(command):
    """What the command prints."""
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=True)
    return done.stdout.decode("ascii").strip()
