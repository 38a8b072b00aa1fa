#!/usr/bin/env python3
"""Writes jdcloud-clients.json: requests signed by the habits of JD Cloud's published signers.

Nothing here is shared with the verifier. Each habit says how one client spells path, query and
headers in its canonical request; the wire says how the request arrives.
"""

import hashlib
import hmac
import json
import sys
from urllib.parse import parse_qsl, quote, unquote

KEY = "JDEXAMPLE20261121KEY"
SECRET = "c2VjcmV0LW9mLXRoZS1leGFtcGxl"
DATE = "20261121T223600Z"
UUID = "55f3919e-3a7d-4174-b117-f150ff25e274"
HOST = "xue0b2b7b5m7.cn-north-1.jdcloud-api.net"
SAFE = "-_.~"

ROWS = []


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def sign(version, canonical, date=DATE, region="cn-north-1", service="xapw9ul97y4p"):
    end = version.lower() + "_request"
    scope = f"{date[:8]}/{region}/{service}/{end}"
    key = mac((version + SECRET).encode(), date[:8])
    for part in (region, service, end):
        key = mac(key, part)
    text = f"{version}-HMAC-SHA256\n{date}\n{scope}\n{sha256(canonical.encode())}"
    return scope, mac(key, text).hex()


def row(sentence, client, version, method, target, headers, signed, spelling, body="",
        payload=None, options=None, region="cn-north-1", service="xapw9ul97y4p"):
    """spelling: path, query and a function for header values as the client signs them."""
    path, query, value = spelling
    by_name = {name.lower(): text for name, text in headers}
    lines = "".join(f"{name}:{value(by_name[name])}\n" for name in signed)
    payload = payload or sha256(body.encode())
    canonical = "\n".join([method, path, query, lines, ";".join(signed), payload])
    scope, signature = sign(version, canonical, by_name["x-jdcloud-date"], region, service)
    authorization = (f"{version}-HMAC-SHA256 Credential={KEY}/{scope}, "
                     f"SignedHeaders={';'.join(signed)}, Signature={signature}")
    ROWS.append({
        "sentence": sentence,
        "client": client,
        "options": options or {},
        "secret": SECRET,
        "canonicalRequest": canonical,
        "request": {
            "method": method,
            "target": target,
            "headers": [f"{n}: {v}" for n, v in headers] + [f"Authorization: {authorization}"],
            "body": body,
        },
    })


def collapsed(text):
    return " ".join(part for part in text.strip(" ").split(" ") if part)


def trimmed(text):
    return text.strip(" \t")


def canonical_query(query, order="encoded"):
    """As the documentation says; order 'decoded' sorts before encoding."""
    pairs = [(n, v) for n, v in parse_qsl(query, keep_blank_values=True) if n]
    if order == "decoded":
        pairs.sort(key=lambda p: (p[0].encode(), p[1].encode()))
    encoded = [(quote(n, safe=SAFE), quote(v, safe=SAFE)) for n, v in pairs]
    if order == "encoded":
        encoded.sort()
    return "&".join(f"{n}={v}" for n, v in encoded)


def path_of_3(path):
    decoded = unquote(path.replace("+", " "))
    while "//" in decoded:
        decoded = decoded.replace("//", "/")
    return quote("/" + decoded.lstrip("/"), safe=SAFE + "/")


def standard(*more, nonce=UUID):
    headers = [("Host", HOST)]
    return headers + [("x-jdcloud-date", DATE), ("x-jdcloud-nonce", nonce)] + list(more)


def split(target):
    path, _, query = target.partition("?")
    return path, query


JSON = ("Content-Type", "application/json")
FOUR = ["content-type", "host", "x-jdcloud-date", "x-jdcloud-nonce"]


def go():
    client = "jdcloud-sdk-go core/Signer.go"
    for sentence, method, target, body in [
        ("Go signs a query as it is sent, sorted by name only.", "GET",
         "/v1/regions/cn-north-1/instances?filter=b&filter=a&name=x%20y&page=2", ""),
        ("Go signs a query that nobody sorted as it is sent.", "GET",
         "/v1/instances?z=1&a=%e2%82%ac&b=1,2&empty=&flag", ""),
        ("Go signs an escaped colon as it is sent, and a JSON body.", "POST",
         "/v1/instances/i-1%3Astop", '{"name":"\u5317\u4eac"}'),
    ]:
        path, query = split(target)
        row(sentence, client, "JDCLOUD2", method, target, standard(JSON), FOUR,
            (path, query, collapsed), body)
    row("Go joins the blanks inside the value of a header.", client, "JDCLOUD2", "DELETE",
        "/v1/instances/i-1", standard(JSON, ("X-Note", "  a   b  ")), FOUR + ["x-note"],
        ("/v1/instances/i-1", "", collapsed))


def rust():
    client = "jdcloud-sdk-rust-signer src/signer.rs"
    signed = ["content-type", "x-jdcloud-date", "x-jdcloud-nonce"]
    target = "/v1/regions/cn-north-1/instances:list?q=a+b&u=%E2%82%AC&p=x%2By&empty=&flag"
    path, query = split(target)
    row("Rust does not sign the host, signs the path as it stands, and takes a plus for a blank.",
        client, "JDCLOUD2", "GET", target, standard(JSON), signed,
        (path, canonical_query(query, "decoded"), collapsed))
    target = "/v1/x?a-b=1&a%2Fb=2&a%20b=3&a=2&a=1"
    path, query = split(target)
    row("Rust sorts before it encodes.", client, "JDCLOUD2", "GET", target, standard(JSON), signed,
        (path, canonical_query(query, "decoded"), collapsed))
    row("Rust signs a body without the host.", client, "JDCLOUD2", "PUT", "/v1/x", standard(JSON),
        signed, ("/v1/x", "", collapsed), '{"a":1}')


def cpp():
    client = "jdcloud-sdk-cpp-signer src/JdcloudSignerImpl.cpp"
    nonce = "6b2f7c9d0e1a4b3c8d5e6f7081920a3b"
    row("C++ encodes signs in a path that are sent as they are.", client, "JDCLOUD2", "GET",
        "/v1/a,b=c:d@e?b=2&a=1", standard(JSON, nonce=nonce), FOUR,
        ("/v1/a%2Cb%3Dc%3Ad%40e", "a=1&b=2", collapsed))
    row("C++ adds an equals sign to a query that has none.", client, "JDCLOUD2", "GET",
        "/v1/x?flag", standard(JSON, nonce=nonce), FOUR, ("/v1/x", "flag=", collapsed))
    row("C++ adds one equals sign to a query of several names.", client, "JDCLOUD2", "GET",
        "/v1/x?two&one", standard(JSON, nonce=nonce), FOUR, ("/v1/x", "two&one=", collapsed))
    row("C++ sorts a raw query by name and leaves the values of a name in their order.", client,
        "JDCLOUD2", "GET", "/v1/x?b=1,2&a=z&a=%c3%a4&c", standard(JSON, nonce=nonce), FOUR,
        ("/v1/x", "a=z&a=%c3%a4&b=1,2&c=", collapsed))


def java():
    client = "com.jdcloud.sdk:core JdCloudSigner"
    headers = standard(JSON, ("User-Agent", "JdcloudSdkJava/2.2.2"), ("Accept", "*/*"))
    signed = ["accept", "content-type", "host", "user-agent", "x-jdcloud-date", "x-jdcloud-nonce"]
    row("Java signs every header that it sets, the program's name too.", client, "JDCLOUD2",
        "POST", "/v1/instances?b=2&a=x%20y", headers, signed,
        ("/v1/instances", "a=x%20y&b=2", collapsed), '{"a":1}')
    row("Java turns the escape of a percent sign back.", client, "JDCLOUD2", "GET",
        "/v1/x?part=50%25&note=100%25+sure", headers, signed,
        ("/v1/x", "note=100%%20sure&part=50%", collapsed))
    client = "com.jdcloud.sdk:core SignatureComposer"
    row("The Java SDK signs four headers, a type on a GET among them.", client, "JDCLOUD2", "GET",
        "/v1/regions/cn-north-1/instances?pageSize=10&pageNumber=2", standard(JSON), FOUR,
        ("/v1/regions/cn-north-1/instances", "pageNumber=2&pageSize=10", collapsed))
    client = "jdcloud-sdk-java-signer com.jdcloud.apigateway.signature.Signer"
    row("The gateway's Java signer signs what its caller lists in the order of the list.", client,
        "JDCLOUD2", "GET", "/test/httpCode?code=200",
        standard(JSON, ("X-Note", "a   b")),
        ["x-note", "content-type", "x-jdcloud-date", "x-jdcloud-nonce"],
        ("/test/httpCode", "code=200", trimmed))
    row("The gateway's Java signer encodes a query again that was encoded before.", client,
        "JDCLOUD2", "GET", "/test/httpCode?note=x%20y&b=%2C", standard(JSON), FOUR,
        ("/test/httpCode", "b=%252C&note=x%2520y", trimmed), options={"encodedTwice": True})
    body = "line one\nline two\n"
    row("The gateway's Java signer takes a signed hash for that of the body.", client, "JDCLOUD2",
        "PUT", "/test/note",
        standard(("Content-Type", "text/plain"),
                 ("x-jdcloud-content-sha256", sha256(body.encode()))),
        ["content-type", "x-jdcloud-content-sha256", "x-jdcloud-date", "x-jdcloud-nonce"],
        ("/test/note", "", trimmed), body)


def node2():
    client = "jdcloud-sdk-js src/lib/signers/v2.js"
    row("The Node SDK signs what it accepts, twice the same joined.", client, "JDCLOUD2", "POST",
        "/v1/regions/cn-north-1/instances%3Astart?a=1&ids=2&ids=1",
        standard(JSON, ("accept", "application/json, text/plain")),
        ["accept"] + FOUR,
        ("/v1/regions/cn-north-1/instances%3Astart", "a=1&ids=1&ids=2", collapsed), '{"a":[1]}')
    row("The Node SDK deletes without a body, for one region and service.", client, "JDCLOUD2",
        "DELETE", "/v1/regions/cn-east-2/instances/i-1", standard(JSON), FOUR,
        ("/v1/regions/cn-east-2/instances/i-1", "", collapsed), region="cn-east-2", service="vm",
        options={"region": "cn-east-2", "service": "vm"})


def python2():
    client = "jdcloud-sdk-python 1.x core/signer.py"
    body = '{"a":1}'
    junk = ("JDCLOUD2-HMAC-SHA256", "JDCLOUD2-HMAC-SHA256")
    sha = ("x-jdcloud-content-sha256", sha256(body.encode()))
    row("Older Python sorts raw pairs and adds the hash of the body when all is signed.", client,
        "JDCLOUD2", "POST", "/v1/x?b=%2c&a=2,1&a=1", standard(JSON, sha, junk), FOUR,
        ("/v1/x", "a=1&a=2,1&b=%2c", trimmed), body)


def python3():
    client = "jdcloud-sdk-python core/signer.py"
    junk = ("JDCLOUD3-HMAC-SHA256", "JDCLOUD3-HMAC-SHA256")
    for sentence, method, target, body in [
        ("Python signs host and type, and leaves its nonce unsigned.", "GET",
         "/v1/regions/cn-north-1/instances?pageSize=10&filters.1.name=id&q=a%20b%2Bc&empty=", ""),
        ("Python signs a body and leaves its nonce unsigned.", "POST",
         "/v1/regions/cn-north-1/instances:start", '{"name":"\u5317\u4eac"}'),
    ]:
        path, query = split(target)
        row(sentence, client, "JDCLOUD3", method, target, standard(JSON, junk),
            ["content-type", "host"], (path_of_3(path), canonical_query(query), trimmed), body)


def php():
    client = "jdcloud-sdk-php src/Signature/SignatureJdv3.php"
    nonce = "php5dd70f3c1b2a47.53287645"
    algorithm = ("x-jdcloud-algorithm", "JDCLOUD3-HMAC-SHA256")
    signed = ["x-jdcloud-algorithm", "x-jdcloud-date", "x-jdcloud-nonce"]
    target = "/v1/regions/cn-north-1/a%20b?z=1&b/c=1&b-c=2&u=%E2%82%AC&=&id=2&id=1"
    path, query = split(target)
    row("PHP signs neither host nor type, and sorts before it encodes.", client, "JDCLOUD3", "GET",
        target, standard(JSON, algorithm, nonce=nonce), signed,
        (path_of_3(path), canonical_query(query, "decoded"), collapsed))
    row("PHP joins the blanks inside the value of a header.", client, "JDCLOUD3", "POST", "/v1/x",
        standard(JSON, algorithm, ("X-Note", "a   b"), nonce=nonce), ["x-jdcloud-algorithm",
        "x-jdcloud-date", "x-jdcloud-nonce", "x-note"], ("/v1/x", "", collapsed), '{"a":1}')
    row("PHP may leave a body unsigned.", client, "JDCLOUD3", "PUT", "/v1/x",
        standard(("x-jdcloud-algorithm", "JDCLOUD3-HMAC-SHA256"),
                 ("x-jdcloud-content-sha256", "UNSIGNED-PAYLOAD"), nonce=nonce),
        ["x-jdcloud-algorithm", "x-jdcloud-content-sha256", "x-jdcloud-date", "x-jdcloud-nonce"],
        ("/v1/x", "", collapsed), "stream", payload="UNSIGNED-PAYLOAD",
        options={"unsignedPayload": True})


def node3():
    client = "jdcloud-sdk-nodejs-signer src/signer/index.js"
    signed = ["x-jdcloud-date", "x-jdcloud-nonce"]
    target = "/v1/regions/cn-north-1/a+b:c?b=2&a=x%20y&a=%2F&a-b=1"
    path, query = split(target)
    row("The Node signer takes a plus in a path for a blank, and does not sign the host.", client,
        "JDCLOUD3", "GET", target, standard(JSON), signed,
        (path_of_3(path), canonical_query(query), trimmed))
    row("The Node signer keeps the blanks inside the value of a header.", client, "JDCLOUD3",
        "PATCH", "/v1/x/", standard(JSON, ("X-Note", "  a   b  ")), signed + ["x-note"],
        ("/v1/x/", "", trimmed), '{"key":"value')


for habit in (go, rust, cpp, java, node2, python2, python3, php, node3):
    habit()
json.dump({"about": "Requests signed by the habits of published clients; command: python3 "
                    "src/test/python/vectors/make_jdcloud_clients.py",
           "rows": ROWS}, sys.stdout, indent=1, ensure_ascii=False)
sys.stdout.write("\n")
