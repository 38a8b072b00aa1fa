"""The requests that every verifier accepts and every signer makes: a sentence, the rules it shows, and the parts."""

import base64

SECRET = "the-quick-brown-fox-jumps-again!"
JSON_BODY = '{"item":"K\u00e4se","pieces":3}'
# Kept as bytes: other versions of zlib compress in other ways.
GZIPPED_JSON_BODY = base64.b64decode("H4sIAAAAAAACA6tWyixJzVWyUvI+vKQ4VUlHqSAzNTm1WMnKuBYAKAThBRsAAAA=")
THIRTY_TWO = ["x-sign-%02d" % i for i in range(32)]
ALL_QUERY_CHARACTERS = "!$&'()*+,-./0189:;=?@AZ[]_az~"


def rows():
    yield row("A GET with a query has path and query on lines of their own.", "P-20 P-24 P-25", target="/orders?status=open")
    yield row("A GET without a query has an empty query line.", "P-20 P-25", target="/orders/17")
    yield row("A question mark with nothing behind it is an empty query.", "P-25 P-70", target="/orders/17?")
    yield row("The shortest path is a slash.", "P-24", target="/")
    yield row("A final slash is part of the path.", "P-24", target="/orders/")
    yield row("Escapes in the path stay as sent, with lower-case hex digits.", "P-21 P-24", target="/caf%c3%a9/%e2%82%ac")
    yield row("Escapes in the path stay as sent, with upper-case hex digits.", "P-21 P-24", target="/caf%C3%A9/%E2%82%AC")
    yield row("An escape of a letter is not decoded.", "P-21 P-24", target="/%6Frders/%41")
    yield row("Plus, escaped space and escaped plus stay what they are.", "P-21 P-25", target="/find?a=1+2&b=1%202&c=1%2B2")
    yield row("Repeated parameters keep their order.", "P-21 P-25", target="/find?b=2&a=1&b=1&a&=&a=")
    yield row("A second question mark belongs to the query.", "P-25", target="/find?q=a?b?c")
    yield row("An escaped line feed stays three characters.", "P-21 P-25 P-71", target="/find?q=a%0Ab%0D%00&r=%2F..%2F")
    yield row("Every sign that a query may hold unescaped is signed as sent.", "P-25", target="/find?" + ALL_QUERY_CHARACTERS)
    yield row("Signs that are allowed in a path are signed as sent.", "P-24", target="/a!$&'()*+,-.:=@_~/b.c..d")
    yield row("A POST signs its content type and the digest of its body.", "P-10 P-26 P-28 P-50",
              method="POST", target="/orders", headers=["Content-Type: application/json"], body=JSON_BODY)
    yield row("The content type is signed with its parameters, inner white space kept.", "P-26",
              method="POST", target="/notes", headers=["Content-Type: text/plain;  charset=UTF-8; x=\"a b\""], body="hello")
    yield row("A body may come without a content type.", "P-21 P-26 P-50", method="PUT", target="/blobs/1", body="raw")
    yield row("A form is a body like any other.", "P-50", method="POST", target="/orders?kind=form",
              headers=["Content-Type: application/x-www-form-urlencoded"], body="item=Brot&pieces=2&note=a+b%26c")
    yield row("A compressed body is digested as it is sent.", "P-27 P-50", method="POST", target="/orders",
              headers=["Content-Type: application/json", "Content-Encoding: gzip"],
              body=GZIPPED_JSON_BODY)
    yield row("A body may hold any bytes.", "P-50", method="PUT", target="/blobs/2",
              headers=["Content-Type: application/octet-stream"], body=bytes(range(256)))
    yield row("Line ends in a body are not touched.", "P-50", method="PUT", target="/notes/1",
              headers=["Content-Type: text/plain"], body="one\r\ntwo\nthree\n")
    yield row("A request without a body may leave the digest out.", "P-28 P-51 P-53", method="DELETE", target="/orders/17")
    yield row("The same request with the digest of zero bytes has the same signature.", "P-28 P-70",
              method="DELETE", target="/orders/17", body="", like_row_before=True)
    yield row("An empty POST sends the digest of zero bytes.", "P-28 P-53", method="POST", target="/orders/17/close", body="")
    yield row("An empty POST may leave the digest out.", "P-28 P-51 P-53", method="POST", target="/orders/17/close")
    yield row("A GET may have a body.", "P-53", target="/find", headers=["Content-Type: application/json"], body="{}")
    yield row("A method of one's own is signed as sent.", "P-22", method="REPORT", target="/orders")
    yield row("A method in lower case stays in lower case.", "P-22", method="patch", target="/orders/17", body="x=1")
    yield row("A method has at most 32 characters.", "P-22", method="M" * 32, target="/orders")
    yield row("The port 80 is not signed.", "P-23 P-70", host="api.example.com:80")
    yield row("The port 443 is not signed.", "P-23 P-70", host="api.example.com:443")
    yield row("Any other port is signed.", "P-23", host="localhost:8080")
    yield row("A port that merely ends like a default one is signed.", "P-23", host="localhost:8443")
    yield row("Only one default port is removed, from the end.", "P-23", host="api443.example.com")
    yield row("The host is signed in lower case.", "P-23 P-70", host="API.Example.COM")
    yield row("Lower case first, then the default port.", "P-23 P-70", host="API.Example.COM:443")
    yield row("An IPv6 address keeps its brackets.", "P-23", host="[2001:DB8::80]:8443")
    yield row("The last group of an IPv6 address is not a port.", "P-23", host="[2001:db8::80]")
    yield row("The shortest app key has 5 characters.", "P-3", key="a-_Z9")
    yield row("The longest app key has 128 characters.", "P-3", key="k" * 127 + "K")
    yield row("A timestamp may have one digit of a fraction.", "P-4 P-21", timestamp="2026-11-21T19:44:12.0Z")
    yield row("A timestamp may have three digits of a fraction.", "P-4 P-21", timestamp="2026-11-21T19:44:12.345Z")
    yield row("A leap day is a day.", "P-4", timestamp="2028-02-29T00:00:00Z")
    yield row("The last second of a year is a second.", "P-4", timestamp="2026-12-31T23:59:59Z")
    yield row("The shortest nonce has 16 characters.", "P-5", nonce="-_0123456789abcD")
    yield row("The longest nonce has 64 characters.", "P-5", nonce="n" * 32 + "N" * 32)
    yield row("The shortest environment has one character.", "P-6", environment="a")
    yield row("The longest environment has 64 characters.", "P-6", environment="Pre-Prod_" + "e" * 55)
    yield row("A further header can be signed.", "P-7 P-29 P-30", headers=["X-Request-Id: 7f3a"], sign=["x-request-id"])
    yield row("Several signed headers stand in the order of their names.", "P-7 P-30",
              headers=["X-Tenant: blue", "Accept: */*", "X-Request-Id: 7f3a"], sign=["accept", "x-request-id", "x-tenant"])
    yield row("The order is that of ASCII: hyphen, digits, underscore, letters.", "P-7",
              headers=["X_a: 3", "Xa: 4", "X1: 2", "X-a: 1"], sign=["x-a", "x1", "x_a", "xa"])
    yield row("Runs of white space in a signed header are signed as one space.", "P-30 P-70",
              headers=["X-Note:   a  b \t c\t\td \t"], sign=["x-note"])
    yield row("Commas, colons, quotes and equals signs in a signed header stay.", "P-30",
              headers=["X-Note: it's \"a:b\", c=d; 100%\\ $HOME `x`"], sign=["x-note"])
    yield row("A header that holds a credential can be signed.", "P-30",
              headers=["Authorization: Bearer abc.def.ghi"], sign=["authorization"])
    yield row("At most 32 further headers are signed.", "P-7", headers=[name + ": " + name[-2:] for name in THIRTY_TWO],
              sign=THIRTY_TWO)
    yield row("A header that is not listed is not signed.", "P-9 P-70", headers=["X-Tenant: blue", "Accept: */*"])
    yield row("Header names may come in lower case, as HTTP/2 sends them.", "P-1 P-70", target="/orders?page=2", lower_names=True)
    yield row("A header may have 8192 characters.", "P-2", method="POST", target="/notes", body="x",
              headers=["Content-Type: text/plain; x=" + "y" * (8192 - len("text/plain; x="))])
    yield row("A secret beyond ASCII is taken as UTF-8.", "P-40", secret="Schl\u00fcssel \u4e0e \U0001f511 der Bestellungen")
    yield row("A secret that looks like base64 is text.", "P-40", secret="MDEyMzQ1Njc4OWFiY2RlZg==")
    yield row("A secret that looks like hex is text.", "P-40", secret="00112233445566778899aabbccddeeff")
    yield row("A secret marked as base64 is decoded.", "P-40", secret_base64="AP8A/wD/AP+AgYKDhIWGh4iJiouMjY6P")
    yield row("The shortest secret has 16 bytes.", "P-40", secret="0123456789abcdef")
    yield row("A secret of exactly one SHA-256 block is the key itself.", "P-40 P-41", secret="s" * 64)
    yield row("A secret longer than one SHA-256 block is hashed first, as RFC 2104 says.", "P-40 P-41", secret="s" * 65)
    yield row("A secret may hold quotes, spaces, a dollar sign and a backslash.", "P-40", secret="a 'b' \"c\" $d \\e %s \\n `f`")
    yield row("A request can use everything at once.", "P-20 P-30 P-50", method="POST",
              target="/orders?notify=yes&tag=%C3%A4", host="API.example.com:443", body=JSON_BODY,
              headers=["Content-Type: application/json", "X-Request-Id:   a1 \t b2", "Accept: application/json"],
              sign=["accept", "x-request-id"], environment="prepub", timestamp="2026-11-21T19:44:12.5Z")


def row(sentence, rules, **parts):
    return {"sentence": sentence, "rules": rules.split(), **parts}
