"""Requests that every verifier refuses, each made from one good request by the change that its sentence names.

kind is malformed or unsupported (the head cannot be read), signature-invalid (it can, but the signature is not that of this
head) or body-mismatch (the signature is good, the body is not the one that was signed).
"""

import accepted
import canonical
from refused_forms import malformed, unsupported

BASE = {
    "method": "POST",
    "target": "/orders/caf%c3%a9?b=2&a=1",
    "host": "api.example.com:8443",
    "headers": ["Content-Type: application/json", "Content-Encoding: identity", "X-Tenant: blue", "X-Request-Id: 7f3a"],
    "sign": ["x-request-id", "x-tenant"],
    "body": accepted.JSON_BODY,
}


def rows(unsigned):
    good = signed(unsigned, canonical.canonical_request(unsigned))
    for sentence, rules, headers in malformed(good["headers"]):
        yield row(sentence, rules, "malformed", {**good, "headers": headers})
    for sentence, rules, changed in malformed_request_lines(good):
        yield row(sentence, rules, "malformed", changed)
    for sentence, rules, headers in unsupported(good["headers"]):
        yield row(sentence, rules, "unsupported", {**good, "headers": headers})
    for sentence, rules, changed in changed_after_signing(good):
        yield row(sentence, rules, "signature-invalid", changed)
    for sentence, rules, changed in signed_wrongly(unsigned):
        yield row(sentence, rules, "signature-invalid", changed)
    for sentence, rules, changed in other_bodies(unsigned):
        yield row(sentence, rules, "body-mismatch", changed)


def malformed_request_lines(good):
    yield "A method is not empty.", "P-22", {**good, "method": ""}
    yield "A method is a token.", "P-22", {**good, "method": "PO ST"}
    yield "A method holds no line feed.", "P-22 P-31", {**good, "method": "POST\napi.example.com:8443"}
    yield "A method longer than 32 characters is refused.", "P-22", {**good, "method": "M" * 33}
    yield "A path is not empty.", "P-24", {**good, "target": "?b=2&a=1"}
    yield "A path beyond ASCII is refused.", "P-31", {**good, "target": "/orders/caf\u00e9?b=2&a=1"}
    yield "A path holds no space.", "P-31", {**good, "target": "/orders/a b?b=2&a=1"}
    yield "A path holds no line feed.", "P-31", {**good, "target": "/orders/a\nb=2&a=1"}
    yield "A path holds no tab.", "P-31", {**good, "target": "/orders/a\tb?b=2&a=1"}
    yield "A query beyond ASCII is refused.", "P-31", {**good, "target": "/orders?q=\u20ac"}
    yield "A query holds no space.", "P-31", {**good, "target": "/orders?q=a b"}
    yield "A query holds no line feed.", "P-31", {**good, "target": "/orders?b=2\na=1"}
    yield "A query holds no DEL.", "P-31", {**good, "target": "/orders?b=2\x7f"}


def changed_after_signing(good):
    def header(name, value):
        return {**good, "headers": [name + ": " + value if line.startswith(name + ": ") else line for line in good["headers"]]}

    def without(name):
        return {**good, "headers": [line for line in good["headers"] if not line.startswith(name + ": ")]}

    target = good["target"]
    digest = "sha-256=:" + canonical.sha256_base64(b"other") + ":"
    yield "The method was changed.", "P-22 P-43", {**good, "method": "PUT"}
    yield "The method was changed to lower case.", "P-22 P-43", {**good, "method": "post"}
    yield "The host was changed.", "P-23 P-43", header("Host", "api.example.org:8443")
    yield "The port was changed.", "P-23 P-43", header("Host", "api.example.com:8444")
    yield "A port was replaced by the default one.", "P-23 P-43", header("Host", "api.example.com:443")
    yield "The path was changed.", "P-24 P-43", {**good, "target": target.replace("orders", "order")}
    yield "A slash was added to the path.", "P-24 P-43", {**good, "target": target.replace("?", "/?")}
    yield "An escape in the path changed its case.", "P-21 P-24 P-43", {**good, "target": target.replace("%c3", "%C3")}
    yield "A letter of the path was escaped.", "P-21 P-24 P-43", {**good, "target": target.replace("orders", "%6frders")}
    yield "A value in the query was changed.", "P-25 P-43", {**good, "target": target.replace("b=2", "b=3")}
    yield "A parameter was added.", "P-25 P-43", {**good, "target": target + "&c=1"}
    yield "A parameter was repeated.", "P-25 P-43", {**good, "target": target + "&a=1"}
    yield "The query was sorted.", "P-21 P-25 P-43", {**good, "target": "/orders/caf%c3%a9?a=1&b=2"}
    yield "The query was removed.", "P-25 P-43", {**good, "target": "/orders/caf%c3%a9"}
    yield "The query was moved into the path.", "P-24 P-25 P-43", {**good, "target": "/orders/caf%c3%a9/b=2&a=1"}
    yield "The content type was changed.", "P-26 P-43", header("Content-Type", "application/jsom")
    yield "The content type changed its case.", "P-21 P-26 P-43", header("Content-Type", "Application/json")
    yield "The content type was removed.", "P-26 P-43", without("Content-Type")
    yield "The content encoding was changed.", "P-27 P-43", header("Content-Encoding", "gzip")
    yield "The content encoding was removed.", "P-27 P-43", without("Content-Encoding")
    yield "Body and digest were exchanged together.", "P-28 P-43", {**header("Content-Digest", digest), "body": "other"}
    yield "Digest and body were removed.", "P-28 P-43", {**without("Content-Digest"), "body": ""}
    yield "The timestamp was changed.", "P-21 P-43", header("X-App-Timestamp", "2026-11-21T19:44:13Z")
    yield "The same instant was written in another way.", "P-21 P-43", header("X-App-Timestamp", "2026-11-21T19:44:12.0Z")
    yield "The nonce was changed.", "P-43", header("X-App-Nonce", "bm9uY2UtZm9yLXJvdy0wMDAx")
    yield "The environment was changed.", "P-43 P-64", header("X-App-Environment", "test")
    yield "The app key was changed.", "P-43", header("X-App-Key", "orders-app-02")
    yield "A signed header was changed.", "P-30 P-43", header("X-Tenant", "green")
    yield "Two signed headers exchanged their values.", "P-30 P-43", swapped(good)
    yield "A header was taken off the list.", "P-29 P-43", header("X-App-Signed-Headers", "x-tenant")
    yield "The list was removed.", "P-29 P-43", without("X-App-Signed-Headers")
    yield "The signature was changed in its first character.", "P-43", {**good, "headers": flipped(good["headers"])}


def signed_wrongly(unsigned):
    text = canonical.canonical_request(unsigned)
    key = accepted.SECRET.encode()
    yield "Signed with another secret.", "P-43", signed(unsigned, text, b"the-quick-brown-fox-jumps-again?")
    yield "Signed with the secret and the line end of its file.", "P-40 P-43", signed(unsigned, text, key + b"\n")
    yield "Signed with the hex form of the secret.", "P-40 P-43", signed(unsigned, text, key.hex().encode())
    yield "Signed with a line feed at the end.", "P-20 P-43", signed(unsigned, text + "\n")
    yield "Signed with CR LF between the lines.", "P-20 P-43", signed(unsigned, text.replace("\n", "\r\n"))
    yield "Signed with the question mark.", "P-25 P-43", signed(unsigned, text.replace("\nb=2", "\n?b=2"))
    yield "Signed with the path decoded.", "P-21 P-43", signed(unsigned, text.replace("%c3%a9", "\u00e9"))
    yield "Signed with the digest as its header holds it.", "P-28 P-43", signed(unsigned, text.replace("\nx-req", ":\nx-req", 1))
    yield "Signed without the first line.", "P-20 P-43", signed(unsigned, text.partition("\n")[2])
    yield "Signed with a space behind the colon of a header.", "P-30 P-43", signed(unsigned, text.replace("id:7", "id: 7"))
    yield "The SHA-256 of secret and text is not an HMAC.", "P-41 P-43", presenting(unsigned, plain_hash(key, text))
    yield "Another HMAC's first 32 bytes are not this one.", "P-41 P-43", presenting(unsigned, canonical.run(
        canonical.openssl_command(text, key).replace("-sha256", "-sha512").replace("-binary", "-binary | head -c 32")))


def other_bodies(unsigned):
    good = signed(unsigned, canonical.canonical_request(unsigned))
    bare = {**unsigned, "headers": [line for line in unsigned["headers"] if not line.startswith("Content-Digest")]}
    yield "A byte of the body was changed.", "P-50 P-51", {**good, "body": accepted.JSON_BODY.replace("3", "4")}
    yield "The body was cut.", "P-50 P-51", {**good, "body": accepted.JSON_BODY[:-1]}
    yield "The body was extended.", "P-50 P-51", {**good, "body": accepted.JSON_BODY + "\n"}
    yield "The body was removed.", "P-50 P-51", {**good, "body": ""}
    yield "A body was added to a request that declares none.", "P-51", signed(bare, canonical.canonical_request(bare))


def row(sentence, rules, kind, request):
    return {"sentence": sentence, "rules": rules.split(), "request": request, "secret": accepted.SECRET, "kind": kind}


def signed(unsigned, text, key=accepted.SECRET.encode()):
    return presenting(unsigned, canonical.run(canonical.openssl_command(text, key)))


def presenting(unsigned, signature):
    return {**unsigned, "headers": unsigned["headers"] + ["X-App-Signature: v1=" + signature]}


def plain_hash(key, text):
    return canonical.sha256_base64(key + text.encode())


def swapped(good):
    other = {"X-Tenant: blue": "X-Tenant: 7f3a", "X-Request-Id: 7f3a": "X-Request-Id: blue"}
    return {**good, "headers": [other.get(line, line) for line in good["headers"]]}


def flipped(headers):
    signature = headers[-1]
    at = len("X-App-Signature: v1=")
    return headers[:-1] + [signature[:at] + ("A" if signature[at] != "A" else "B") + signature[at + 1 :]]
