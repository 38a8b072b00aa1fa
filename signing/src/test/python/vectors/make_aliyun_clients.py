#!/usr/bin/env python3
"""Writes aliyun-clients.json: requests signed by the habits of Alibaba Cloud's published clients.

Nothing here is shared with the verifier. Each habit says how one client spells the header block,
the path and the parameters in its string to sign; the wire says how the request arrives.
"""

import base64
import hashlib
import hmac
import json
import sys
from urllib.parse import quote, quote_plus, urlencode

KEY = "203753385"
SECRET = "c2VjcmV0LW9mLXRoZS1leGFtcGxl"
TIMESTAMP = "1795300560123"
NONCE = "c9f15cbf-f4ac-4a6c-b54d-f51abf4b5b44"
DATE = "Sat, 21 Nov 2026 22:36:00 GMT"
HOST = "api.example.com"
FORM = "application/x-www-form-urlencoded; charset=utf-8"
JSON = "application/json; charset=utf-8"
LINES = ["accept", "content-md5", "content-type", "date"]

ROWS = []


def md5(body):
    return base64.b64encode(hashlib.md5(body.encode()).digest()).decode()


def resource(path, parameters):
    """As the gateway's page says: sorted by name, an empty value leaves the name alone."""
    text = "&".join(f"{n}={v}" if v else n for n, v in sorted(parameters.items()))
    return f"{path}?{text}" if text else path


def row(sentence, client, method, target, headers, names, signed_resource, body="",
        algorithm="sha256", options=None, block_names=None):
    by_name = {name.lower(): value for name, value in headers}
    lines = "".join(by_name.get(name, "") + "\n" for name in LINES)
    block = "".join(f"{n}:{by_name[n.lower()]}\n" for n in sorted(block_names or names))
    text = f"{method}\n{lines}{block}{signed_resource}"
    signature = base64.b64encode(hmac.new(SECRET.encode(), text.encode(), algorithm).digest())
    capital = any(name.startswith("X-") for name in names)
    listed = [("X-Ca-Signature-Headers" if capital else "x-ca-signature-headers",
               ",".join(names))]
    everything = ([("Host", HOST)] + headers + listed
                  + [("X-Ca-Signature" if capital else "x-ca-signature", signature.decode())])
    ROWS.append({
        "sentence": sentence,
        "client": client,
        "options": options or {},
        "secret": SECRET,
        "stringToSign": text,
        "request": {
            "method": method,
            "target": target,
            "headers": [f"{n}: {v.encode().decode('latin-1')}" for n, v in everything],
            "body": body,
        },
    })


def java():
    client = "com.aliyun.api.gateway:sdk-core-java SignUtil"
    order = ["x-ca-timestamp", "x-ca-key", "x-ca-nonce", "x-ca-signature-method"]

    def headers(content_type, *more, method="HmacSHA256"):
        return [("date", DATE), ("x-ca-timestamp", TIMESTAMP), ("x-ca-nonce", NONCE),
                ("user-agent", "ALIYUN-ANDROID-DEMO"), ("x-ca-key", KEY), ("CA_VERSION", "1.1.2"),
                ("content-type", content_type), ("accept", "application/json; charset=utf-8"),
                ("x-ca-signature-method", method)] + list(more)

    values = {"q": "a b+c", "u": "\u20ac\u5317\u4eac", "empty": "", "zero": "0", "path": "x/y?z=1"}
    row("The Java SDK signs decoded parameters and the type of a form on a GET.", client, "GET",
        "/http2test/test?" + urlencode(values), headers(FORM), order,
        resource("/http2test/test", values))
    row("The Java SDK signs a decoded path.", client, "DELETE",
        "/users/" + quote("J\u00fcrgen M") + "/mail", headers(JSON), order,
        resource("/users/J\u00fcrgen M/mail", {}))
    query, form = {"param1": "test"}, {"username": "xiaoming", "password": "123 456"}
    row("The Java SDK pools a form with the query.", client, "POST",
        "/http2test/test?" + urlencode(query), headers(FORM), order,
        resource("/http2test/test", {**query, **form}), urlencode(form))
    body = '{"name":"\u5317\u4eac"}'
    row("The Java SDK signs the MD5 of a JSON body.", client, "POST", "/orders",
        headers(JSON, ("content-md5", md5(body))), order, "/orders", body)
    row("The Java SDK signs the MD5 of bytes that are put.", client, "PUT", "/blobs/1",
        headers("application/octet-stream; charset=utf-8", ("content-md5", md5("\x01\x02"))),
        order, "/blobs/1", "\x01\x02")
    row("The Java SDK signs with SHA-1 where it is told to.", client, "GET", "/orders?id=1",
        headers(JSON, method="HmacSHA1"), order, "/orders?id=1", algorithm="sha1")
    row("The Java SDK sends UTF-8 in a header that it signs.", client, "GET", "/orders",
        headers(JSON, ("x-ca-note", "\u5317\u4eac")), order + ["x-ca-note"], "/orders")


def java_demo():
    client = "aliyun/api-gateway-demo-sign-java"
    names = ["X-Ca-Key", "X-Ca-Stage", "X-Ca-Timestamp", "a-header"]
    headers = [("Accept", "application/json"), ("Date", DATE), ("Content-Type", "text/plain"),
               ("X-Ca-Timestamp", TIMESTAMP), ("X-Ca-Key", KEY), ("X-Ca-Stage", "PRE"),
               ("a-header", "")]
    row("The Java demo sends no nonce, names headers as written, and signs an empty one.", client,
        "GET", "/a%20b?flag&k=v", headers, names, resource("/a%20b", {"flag": "", "k": "v"}))
    row("The Java demo signs the MD5 of a text.", client, "PATCH", "/x",
        headers + [("Content-MD5", md5("text"))], names, "/x", "text")


def node():
    client = "npm aliyun-api-gateway lib/client.js"
    names = ["x-ca-key", "x-ca-nonce", "x-ca-stage", "x-ca-timestamp"]

    def headers(*more, stage="RELEASE"):
        return [("x-ca-timestamp", TIMESTAMP), ("x-ca-key", KEY), ("x-ca-nonce", NONCE),
                ("x-ca-stage", stage), ("accept", "application/json")] + list(more)

    values = {"a-b": "1", "a": "x y", "u": "\u20ac", "k": "a=b", "z": ""}
    row("The Node SDK signs decoded parameters behind an encoded path.", client, "GET",
        "/n%C3%A4me?" + urlencode(values), headers(), names, resource("/n%C3%A4me", values))
    form = {"b": "2 3", "a": "1"}
    row("The Node SDK signs a form, without a query.", client, "POST", "/forms",
        headers(("content-type", "application/x-www-form-urlencoded")), names,
        resource("/forms", form), urlencode(form))
    body = '{"a":1}'
    row("The Node SDK signs the MD5 of a JSON body that is posted.", client, "POST", "/orders",
        headers(("content-type", "application/json"), ("content-md5", md5(body)), stage="TEST"),
        names, "/orders", body)
    row("The Node SDK signs no body that is put.", client, "PUT", "/orders/1",
        headers(("content-type", "application/json"), ("content-length", "7")), names, "/orders/1",
        body, options={"unsignedBody": True})
    row("The Node SDK deletes without a body.", client, "DELETE", "/orders/1", headers(), names,
        "/orders/1")


def php():
    client = "aliyun/api-gateway-demo-sign-php"
    names = ["X-Ca-Key", "X-Ca-Nonce", "X-Ca-Timestamp"]
    headers = [("Accept", "application/json"), ("Content-Type", FORM), ("X-Ca-Key", KEY),
               ("X-Ca-Timestamp", TIMESTAMP), ("X-Ca-Nonce", NONCE.upper())]
    row("PHP names headers as written and shouts its nonce.", client, "POST", "/forms?q=1",
        headers, names, resource("/forms", {"q": "1", "b": "x y"}), "b=x+y")


def python():
    client = "aliyun/api-gateway-demo-sign-python sign3"
    names = ["X-Ca-Key", "X-Ca-Nonce", "X-Ca-Stage", "X-Ca-Timestamp"]

    def headers(content_type, *more):
        return [("X-Ca-Timestamp", TIMESTAMP), ("X-Ca-Key", KEY), ("X-Ca-Nonce", NONCE),
                ("X-Ca-Stage", "RELEASE"), ("Accept", "application/json"),
                ("Content-Type", content_type)] + list(more)

    row("Python signs a query as it is sent.", client, "GET", "/get?b=a%20b%26c&a=%e2%82%ac&c=x+y",
        headers(JSON), names, "/get?a=%e2%82%ac&b=a%20b%26c&c=x+y")
    row("Python signs the values of a form.", client, "POST", "/forms", headers(FORM), names,
        resource("/forms", {"b": "x y", "a": "\u20ac"}),
        "b=" + quote_plus("x y") + "&a=" + quote_plus("\u20ac"))
    row("Python signs the MD5 of bytes.", client, "POST", "/blobs",
        headers("application/octet-stream", ("Content-MD5", md5("bytes"))), names, "/blobs",
        "bytes")
    row("Python signs no JSON body.", client, "POST", "/orders",
        headers(JSON, ("Content-Length", "7")), names, "/orders", '{"a":1}',
        options={"unsignedBody": True})


def rules():
    client = "the gateway's page"
    row("A date is enough where there is no timestamp.", client, "GET", "/orders?id=1",
        [("Date", DATE + "+00:00"), ("X-Ca-Key", KEY)], ["X-Ca-Key"], "/orders?id=1")
    row("A client may sign names in lower case that it lists as written.", client, "GET", "/orders",
        [("X-Ca-Key", KEY), ("X-Ca-Timestamp", TIMESTAMP), ("X-Ca-Nonce", NONCE)],
        ["X-Ca-Nonce", "X-Ca-Timestamp", "X-Ca-Key"], "/orders",
        block_names=["x-ca-key", "x-ca-nonce", "x-ca-timestamp"])
    row("A client may list headers that have their own lines.", client, "GET", "/orders",
        [("accept", "*/*"), ("date", DATE), ("x-ca-key", KEY), ("x-ca-timestamp", TIMESTAMP)],
        ["accept", "date", "x-ca-key", "x-ca-timestamp"], "/orders",
        block_names=["x-ca-key", "x-ca-timestamp"])


for habit in (java, java_demo, node, php, python, rules):
    habit()
json.dump({"about": "Requests signed by the habits of published clients; command: python3 "
                    "src/test/python/vectors/make_aliyun_clients.py",
           "rows": ROWS}, sys.stdout, indent=1, ensure_ascii=False)
sys.stdout.write("\n")
