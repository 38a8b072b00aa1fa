"""Heads that cannot be read: each changes one header of a good, signed list of headers."""

ZERO_DIGEST = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def malformed(good):
    def without(name):
        return [line for line in good if not line.startswith(name + ": ")]

    def header(name, value):
        return without(name) + [name + ": " + value]

    def listing(*lines):
        return without("X-App-Signed-Headers") + list(lines)

    for name in ["X-App-Key", "X-App-Timestamp", "X-App-Nonce", "X-App-Environment", "X-App-Signature"]:
        yield name + " is missing.", "P-1", without(name)
    for name in NATIVE + ["X-Tenant"]:
        yield name + " is there twice with the same value.", "P-1 P-9", good + [line_of(good, name)]
    for name in NATIVE + ["X-Tenant"]:
        yield name + " is empty.", "P-2 P-9", header(name, "")
    for name in NATIVE:
        yield name + " is longer than 8192 characters.", "P-2", header(name, "a" * 8193)
    for name in ["Content-Type", "Content-Encoding"]:
        yield name + " is there twice.", "P-13", good + [line_of(good, name)]
        yield name + " is empty.", "P-13", header(name, "")
        yield name + " is longer than 8192 characters.", "P-2", header(name, "a" * 8193)
    yield "Host is missing.", "P-13", without("Host")
    yield "Host is empty.", "P-13", header("Host", "")
    yield "Host is there twice.", "P-13", good + [line_of(good, "Host")]
    yield "Host holds a space.", "P-31", header("Host", "api.example.com 8443")
    yield "Host is nothing but a default port.", "P-13 P-23", header("Host", ":443")
    yield "Content-Type holds a character beyond ASCII.", "P-2", header("Content-Type", "text/pl\u00e4in")
    yield "Content-Type holds a line feed.", "P-2", header("Content-Type", "text/plain\ngzip")
    yield "A signed header holds a control character.", "P-2", header("X-Tenant", "bl\u0001ue")
    yield "A signed header holds a carriage return.", "P-2", header("X-Tenant", "bl\rue")
    for value in ["abcd", "k" * 129, "orders app", "orders.app", "orders:app", "orders/app", "\u00f6rders-app", "orders-app="]:
        yield "The app key %r is not one." % shortened(value), "P-3", header("X-App-Key", value)
    for value in WRONG_TIMESTAMPS:
        yield "The timestamp %s is not one." % value, "P-4", header("X-App-Timestamp", value)
    for value in ["n" * 15, "n" * 65, "nonce with spaces", "nonce+with/base64==", "nonce.with.points"]:
        yield "The nonce %r is not one." % shortened(value), "P-5", header("X-App-Nonce", value)
    for value in ["e" * 65, "pre prod", "r\u00e9lease", "release/1"]:
        yield "The environment %r is not one." % shortened(value), "P-6", header("X-App-Environment", value)
    for value in WRONG_LISTS:
        yield "The list %r is not one." % value, "P-7", listing("X-App-Signed-Headers: " + value)
    yield "The list holds 33 names.", "P-7", without("X-App-Signed-Headers") + THIRTY_THREE
    for name in UNSIGNABLE:
        present = [] if any(line.lower().startswith(name + ": ") for line in good) else [name + ": 1"]
        yield "The list must not name %s." % name, "P-8", listing("X-App-Signed-Headers: " + name, *present)
    yield "A listed header is absent.", "P-9", listing("X-App-Signed-Headers: x-absent")
    yield "A listed header is there twice with different values.", "P-9", good + ["X-Tenant: green"]
    for value in WRONG_DIGESTS:
        yield "The digest %r is not one." % value, "P-10 P-42", header("Content-Digest", value)
    signature = line_of(good, "X-App-Signature").partition("v1=")[2]
    for sentence, value in wrong_signatures(signature):
        yield sentence, "P-11 P-42", header("X-App-Signature", value)


def unsupported(good):
    for version in ["v2=", "v0=", "v10=", "v01="]:
        yield "The version %s is not this one." % version, "P-12", [line.replace("v1=", version, 1) for line in good]
    yield "Another version may look different altogether.", "P-12", good[:-1] + ["X-App-Signature: v2=:something else:"]
    yield "Another version may need other headers.", "P-12", [good[0], "X-App-Signature: v3=abc"]


NATIVE = ["X-App-Key", "X-App-Timestamp", "X-App-Nonce", "X-App-Environment", "X-App-Signed-Headers", "Content-Digest",
          "X-App-Signature"]

UNSIGNABLE = ["x-app-key", "x-app-timestamp", "x-app-nonce", "x-app-environment", "x-app-signed-headers", "x-app-signature",
              "content-digest", "content-type", "content-encoding", "host", "content-length", "cookie", "connection",
              "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
              "transfer-encoding", "upgrade", "http2-settings"]

WRONG_TIMESTAMPS = ["2026-11-21 19:44:12Z", "2026-11-21t19:44:12Z", "2026-11-21T19:44:12z", "2026-11-21T19:44:12",
                    "2026-11-21T19:44:12+00:00", "2026-11-21T20:44:12+01:00", "2026-11-21T19:44Z", "2026-11-21T19:44:12.Z",
                    "2026-11-21T19:44:12.1234Z", "2026-11-21T19:44:12,5Z", "2026-02-30T19:44:12Z", "2027-02-29T00:00:00Z",
                    "2026-13-01T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T25:00:00Z", "2026-11-21T19:60:12Z",
                    "2026-12-31T23:59:60Z", "26-11-21T19:44:12Z", "+2026-11-21T19:44:12Z", "-026-11-21T19:44:12Z",
                    "1795290252", "1795290252000", "Sat, 21 Nov 2026 19:44:12 GMT", "20261121T194412Z",
                    "2026-11-21T19:44:12ZZ", "\u0662026-11-21T19:44:12Z"]

WRONG_LISTS = ["X-Tenant", "x-tenant;x-request-id", "x-tenant;x-tenant", "x-request-id; x-tenant", "x-request-id,x-tenant",
               ";x-tenant", "x-tenant;", "x-request-id;;x-tenant", ";", "x-tenant x-request-id", "x-t\u00e9nant", "x-tenant:"]

THIRTY_THREE = ["x-sign-%02d: 1" % i for i in range(33)] + [
    "X-App-Signed-Headers: " + ";".join("x-sign-%02d" % i for i in range(33))]

WRONG_DIGESTS = ["sha-256=:" + ZERO_DIGEST, "sha-256=" + ZERO_DIGEST, "SHA-256=:" + ZERO_DIGEST + ":",
                 "sha-256=:" + ZERO_DIGEST[:-1] + ":", "sha-256=:" + ZERO_DIGEST[:-2] + "V=:",
                 "sha-256=:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=:", "sha-256=:" + ZERO_DIGEST + ":;a=1",
                 "sha-256=:" + ZERO_DIGEST + ":, sha-256=:" + ZERO_DIGEST + ":", "sha-512=:" + ZERO_DIGEST + ":",
                 "sha-512=:" + ZERO_DIGEST + ":, sha-256=:" + ZERO_DIGEST + ":", "sha-256=::", "sha-256=:", "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:",
                 "sha-256=:" + ZERO_DIGEST + "=:", "sha-256=: " + ZERO_DIGEST + ":",
                 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]


def wrong_signatures(good):
    yield "The signature has no version.", good
    yield "The version is written in upper case.", "V1=" + good
    yield "The signature has no padding.", "v1=" + good.rstrip("=")
    yield "The signature has too much padding.", "v1=" + good + "="
    yield "The signature's unused bits are not zero.", "v1=" + with_unused_bits(good)
    yield "The signature is in the alphabet of base64url.", "v1=" + "-" + good[1:]
    yield "The signature holds a space.", "v1=" + good[:20] + " " + good[20:]
    yield "The signature is 31 bytes long.", "v1=" + good[:40] + good[40] + "A=="
    yield "The signature is 33 bytes long.", "v1=" + good[:40] + "AAAA"
    yield "The signature is hex.", "v1=" + "e6aad03c337e6959bc622269dfca58969a64533f459914352f3704b486cc6364"
    yield "The signature is enclosed in quotes.", '"v1=' + good + '"'
    yield "The version stands alone.", "v1="
    yield "Two signatures stand in one header.", "v1=" + good + ", v1=" + good


def with_unused_bits(good):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return good[:-2] + alphabet[alphabet.index(good[-2]) + 1] + "="


def line_of(headers, name):
    return next(line for line in headers if line.startswith(name + ": "))


def shortened(value):
    return value if len(value) < 30 else value[:4] + "... of %d characters" % len(value)
