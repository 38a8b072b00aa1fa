"""The requests that the scheme tencent refuses: a sentence, the kind of refusal, and how the request differs from a good one."""

import base64
import hashlib

import habits
from accepted import BODY, JSON, rfc1864
from habits import FORM

DATE = "Sat, 21 Nov 2026 19:44:12 GMT"


def row(kind, sentence, target="/user?a=1", habit=habits.page, **parts):
    return {"kind": kind, "sentence": sentence, "habit": habit, "target": target, **parts}


def wrong(sentence, target="/user?a=1", habit=habits.page, **parts):
    return row("signature-invalid", sentence, target, habit, **parts)


def malformed(sentence, change=None, **parts):
    return row("malformed", sentence, **parts, **({"change": change} if change else {}))


def rows():
    yield from parameters()
    yield from paths()
    yield from bodies()
    yield from tampered()
    yield from authorization()
    yield from signed_headers()
    yield from dates()
    yield from heads()
    yield row("unsupported", "An unknown algorithm is not spoken.", algorithm="md5")
    yield row("unsupported", "SM3 is not spoken.", change=authorized('"hmac-sha1"', '"hmac-sm3"'))
    yield row("unsupported", "SHA-384 needs an option.", algorithm="sha384")
    yield row("unsupported", "SHA-512 needs an option.", algorithm="sha512")
    yield row("unsupported", "The name of an algorithm is in lower case.", change=authorized('"hmac-sha1"', '"HMAC-SHA1"'))
    yield row("unsupported", "SHA-1 can be switched off.", options=["withoutSha1"])


def parameters():
    yield wrong("A first value alone was signed: the others could be anybody's.", "/user?a=1&a=2", habits.go)
    yield wrong("A last value alone was signed.", "/user?a=1&a=2", habits.php)
    yield wrong("A form's value hides the query's of the same name.", "/user?a=1", habits.php, method="POST", type=FORM, body="a=2")
    yield wrong("A value of zero was signed like none.", "/user?a=0", changed(habits.page, "a=0", "a"))
    yield wrong("An escaped ampersand in a value, signed decoded, reads like two parameters.", "/u?a=1%26b%3D2")
    yield wrong("An escaped equals sign in a name, signed decoded, moves the border.", "/u?a%3Db=1")
    yield wrong("An escaped ampersand in a name, signed decoded, adds a parameter.", "/u?a%26b=1")
    yield wrong("An escaped question mark in a name.", "/u?a%3Fb=1")
    yield wrong("An escaped hash sign in a name.", "/u?a%23b=1")
    yield wrong("An escaped line feed in a value.", "/u?a=1%0Ab")
    yield wrong("An escaped carriage return in a name.", "/u?a%0D=1")
    yield wrong("An escaped NUL in a value.", "/u?a=%00")
    yield wrong("An escape of an escape, signed decoded, reads like the raw form of another request.", "/u?a=1%2526b")
    yield wrong("A broken escape.", "/u?a=%zz", habits.page_raw)
    yield wrong("An escape that ends too early.", "/u?a=%4", habits.page_raw)
    yield wrong("A broken escape in a form.", "/u", habits.page_raw, method="POST", type=FORM, body="a=%")
    yield wrong("A broken escape in the path.", "/u%4", habits.page_raw)
    yield wrong("An escape that is not UTF-8.", "/u?a=%ff", habits.page_raw)
    yield wrong("A stray ampersand that was not signed.", "/u?a=1&&b=2")
    yield wrong("A list that leaves an empty value out.", "/u?a=1&a=&a=2", habits.lists_decoded)
    yield wrong("A list that keeps an empty value.", "/u?a=1&a=&a=2", changed(habits.lists_decoded, "a=1,2", "a=1,,2"))
    yield wrong("A list whose values hold commas.", "/u?a=1,2&a=3", habits.lists_decoded)
    yield wrong("A list with a value of another name.", "/u?a=1&a=2&b=3", changed(habits.lists_decoded, "1,2&b=3", "1,2,3"))
    yield wrong("A form with a line end.", "/u", method="POST", type=FORM, body="a=1\n")
    yield wrong("A form whose parameters were not signed.", "/u?a=1", changed(habits.page, "?a=1&b=2", "?a=1"), method="POST", type=FORM, body="b=2")
    yield wrong("A form behind a second question mark.", "/u?a=1", changed(habits.page, "&", "?"), method="POST", type=FORM, body="b=2")
    yield malformed("More parameters than anybody needs.", target="/u?" + "&".join("p%04d=" % i for i in range(1001)))


def paths():
    yield wrong("An escaped question mark in the path, signed decoded, reads like a query.", "/u%3Fa=1", habits.go)
    yield wrong("An escaped slash in the path, signed decoded, reads like two segments.", "/a%2Fb", habits.go)
    yield wrong("An escaped line feed in the path.", "/a%0Ab", habits.go)
    yield wrong("An escape of an escape in the path.", "/a%2541", habits.go)
    yield wrong("An environment cut off without its end.", "/releases/x", changed(habits.page, "/releases/x", "s/x"))
    yield wrong("An environment cut off twice.", "/test/release/u", changed(habits.page, "/test/release/u", "/u"))
    yield wrong("Another first segment is no environment.", "/staging/u", changed(habits.page, "/staging/u", "/u"))
    yield wrong("An environment in capitals is none.", "/Test/u", changed(habits.page, "/Test/u", "/u"))
    yield wrong("An environment in the middle is none.", "/api/test/u", changed(habits.page, "/api/test/u", "/api/u"))


def bodies():
    post = {"method": "POST", "type": JSON, "body": BODY}
    yield wrong("A body without a Content-MD5 line.", "/u", without_md5, **post)
    yield wrong("A body of GET without a Content-MD5 line.", "/u", habits.go_body_on_get, type=JSON, body="{}")
    yield wrong("The base64 of the bytes of the MD5.", "/u", rfc1864, **post)
    yield wrong("The same, not sent.", "/u", lambda r: (rfc1864(r)[0], None), **post)
    yield wrong("The MD5 in capitals.", "/u", upper_md5, **post)
    yield wrong("A hexadecimal MD5 that lost its leading zero.", "/u", habits.java_json_early, method="POST", type=JSON, body=with_leading_zero())
    yield wrong("Another body with the Content-MD5 of the signed one.", "/u", habits.java_json, **post, change=body("{}"))
    yield wrong("Another body without the header.", "/u", habits.python, **post, change=body("{}"))
    yield wrong("No body at all.", "/u", habits.python, **post, change=body(""))
    yield wrong("A body where there was none.", "/u", change=body("x"))
    yield wrong("A Content-MD5 of another body, added to a request that sends none.", "/u", habits.python, **post,
                change=more("Content-MD5: " + md5_text(b"{}")))
    yield wrong("A Content-MD5 of another body, itself signed.", "/u", lambda r: (habits.lines(r, md5_text(b"{}"), "/u"), md5_text(b"{}")), **post)
    yield wrong("A Content-MD5 of another body beside a form.", "/u", method="POST", type=FORM, body="a=1", change=more("Content-MD5: " + md5_text(b"{}")))
    yield wrong("A Content-MD5 of something beside no body.", "/u", change=more("Content-MD5: " + md5_text(b"{}")))
    yield wrong("Another form.", "/u", method="POST", type=FORM, body="a=1", change=body("a=2"))
    yield wrong("A form with one more parameter.", "/u", method="POST", type=FORM, body="a=1", change=body("a=1&b=2"))
    yield wrong("A form that is not UTF-8.", "/u", method="POST", type=FORM, body="a=1", change=binary(b"a=\xff"))
    yield wrong("A form that was signed as a body like others.", "/u", as_body, method="POST", type=FORM, body="a=1")


def tampered():
    yield wrong("Another method.", change=lambda r: {**r, "method": "POST"})
    yield wrong("A method in lower case.", change=lambda r: {**r, "method": "get"})
    yield wrong("Another path.", change=target("/users?a=1"))
    yield wrong("Another value.", change=target("/user?a=2"))
    yield wrong("Another name.", change=target("/user?b=1"))
    yield wrong("One parameter more.", change=target("/user?a=1&b=1"))
    yield wrong("The same parameter again.", change=target("/user?a=1&a=1"))
    yield wrong("No parameters.", change=target("/user"))
    yield wrong("Another Accept.", change=replaced("Accept: application/json", "Accept: */*"))
    yield wrong("An Accept where none was signed.", accept="", change=more("Accept: */*"))
    yield wrong("Another Content-Type.", type=JSON, change=replaced("Content-Type: application/json", "Content-Type: text/plain"))
    yield wrong("A Content-Type where none was signed.", change=more("Content-Type: " + FORM))
    yield wrong("Another date.", change=replaced("x-date: " + DATE, "x-date: Sat, 21 Nov 2026 19:44:13 GMT"))
    yield wrong("Another value of a signed header.", signed_headers=[("x-date", DATE), ("x-tenant", "blue")],
                change=replaced("x-tenant: blue", "x-tenant: red"))
    yield wrong("A signed header left out of the list.", signed_headers=[("x-date", DATE), ("x-tenant", "blue")], names="x-date")
    yield wrong("A header added to the list.", change=both(more("x-tenant: blue"), authorized('"x-date"', '"x-date x-tenant"')))
    yield wrong("The list in another order.", signed_headers=[("x-date", DATE), ("x-tenant", "blue")], names="x-tenant x-date")
    yield wrong("A signature made for another method.", habit=changed(habits.page, "GET", "PUT"))
    yield wrong("Two empty lines, as the page's own example prints them.", habit=changed(habits.page, "\n\n", "\n\n\n"))
    yield wrong("The older key pair signature, which covers headers only.", habit=lambda r: ("", None))


def authorization():
    yield malformed("Two Authorization headers.", more('Authorization: hmac id="another"'))
    yield malformed("Two Authorization headers of which one is of another scheme.", more("Authorization: Bearer abc"))
    yield malformed("The word in capitals.", authorized("hmac id", "HMAC id"))
    yield malformed("The word alone.", lambda r: {**r, "headers": r["headers"][:-1] + ["Authorization: hmac"]})
    yield malformed("A tab before the first parameter.", authorized("hmac id", "hmac \tid"))
    yield malformed("The word twice.", authorized("hmac id", "hmac hmac id"))
    for name in ("id", "algorithm", "headers", "signature"):
        yield malformed("No " + name + ".", authorized(name + '="', 'x="'))
        yield malformed("An " + name + " that occurs twice.", authorized("hmac id", "hmac " + name + '="sha1", id'))
    yield malformed("A parameter too few.", authorized(', headers="x-date"', ""))
    yield malformed("A parameter too many.", authorized("hmac id", 'hmac realm="x", id'))
    yield malformed("Kong's name of the key.", authorized("hmac id", "hmac username"))
    yield malformed("Values without quotes.", authorized('"', ""))
    yield malformed("A quote that does not end.", lambda r: {**r, "headers": r["headers"][:-1] + [r["headers"][-1][:-1]]})
    yield malformed("Something behind the last quote.", last("{} "))
    yield malformed("A comma behind the last parameter.", last("{},"))
    yield malformed("Parameters without a comma.", authorized('", ', '" '))
    yield malformed("A name in capitals.", authorized("hmac id", "hmac ID"))
    yield malformed("An app key with other letters.", authorized("APID", "AP/D"))
    yield malformed("An app key that is too short.", authorized("APIDorders0000000000000000000000000001", "AP"))
    yield malformed("An empty signature.", lambda r: respelled(r, lambda s: ""))
    yield malformed("A signature without padding.", unpadded)
    yield malformed("A signature in the alphabet of URLs.", lambda r: respelled(r, lambda s: "-_" + s[2:]))
    yield malformed("A signature with other trailing bits.", lambda r: respelled(r, trailing_bits))
    yield malformed("A signature in hexadecimal.", lambda r: respelled(r, lambda s: base64.b64decode(s).hex()))
    yield malformed("A signature of another algorithm's length.", authorized("hmac-sha1", "hmac-sha256"))
    yield malformed("A signature that is too long.", lambda r: respelled(r, lambda s: s + "AAAA"))


def signed_headers():
    yield malformed("No signed header.", authorized('"x-date"', '""'))
    yield malformed("Two spaces in the list.", authorized('"x-date"', '"x-date  accept"'))
    yield malformed("A space behind the list.", authorized('"x-date"', '"x-date "'))
    yield malformed("A list with commas.", authorized('"x-date"', '"x-date,accept"'))
    yield malformed("A header listed twice.", authorized('"x-date"', '"x-date x-date"'))
    yield malformed("A header listed twice, in other letters.", authorized('"x-date"', '"x-date X-Date"'))
    yield malformed("A listed header that is absent.", authorized('"x-date"', '"x-date x-tenant"'))
    yield malformed("A listed header that is empty.", both(more("x-tenant: "), authorized('"x-date"', '"x-date x-tenant"')))
    yield malformed("A signed header that occurs twice.", more("X-Tenant: red"), signed_headers=[("x-date", DATE), ("x-tenant", "blue")])
    yield malformed("A signed header with a letter that is not ASCII.", signed_headers=[("x-date", DATE), ("x-tenant", "bl\u00fc")])
    yield malformed("Authorization as a signed header.", authorized('"x-date"', '"x-date authorization"'))
    yield malformed("More signed headers than anybody needs.", signed_headers=[("x-date", DATE)] + [("x-%02d" % i, "1") for i in range(32)])


def dates():
    yield malformed("A date that is not signed.", signed_headers=[("x-date", DATE), ("x-tenant", "blue")], names="x-tenant")
    yield malformed("A signed Date beside a fresh X-Date that nobody signed.", more("X-Date: " + DATE), signed_headers=[("date", DATE)])
    yield malformed("No date at all.", signed_headers=[("x-tenant", "blue")])
    yield malformed("A date that occurs twice.", more("X-Date: " + DATE))
    for wrong_date, sentence in (
        ("Saturday, 21-Nov-26 19:44:12 GMT", "The date of RFC 850."),
        ("Sat Nov 21 19:44:12 2026", "The date of asctime."),
        ("2026-11-21T19:44:12Z", "The date of RFC 3339."),
        ("1795203852", "Seconds."),
        ("Sun, 21 Nov 2026 19:44:12 GMT", "Another day of the week."),
        ("Mon, 30 Feb 2026 19:44:12 GMT", "A day that never was."),
        ("Sat, 07 Nov 2026 24:00:00 GMT", "An hour 24."),
        ("Sat, 07 Nov 2026 19:44:60 GMT", "A second 60."),
        ("Sat, 7 Nov 2026 19:44:12 GMT", "A day of one digit."),
        ("sat, 21 nov 2026 19:44:12 gmt", "A date in small letters."),
        ("Sat, 21 Nov 2026 19:44:12 +0000", "A zone as a number."),
        ("Sat, 21 Nov 2026 19:44:12 CET", "Another zone."),
        ("Sat, 21 Nov 2026 19:44:12GMT", "No space before the zone."),
        ("Sat, 21 Nov 2026 19:44:12  GMT", "Two spaces before the zone."),
        ("Sat, 21 Nov 12026 19:44:12 GMT", "A year of five digits."),
        (" GMT", "A zone without a date."),
    ):
        yield malformed("A wrong form of date. " + sentence, date=wrong_date)


def heads():
    yield malformed("Two Accept headers.", more("Accept: text/plain"))
    yield malformed("Two Content-Type headers.", more("Content-Type: text/plain"), type=JSON)
    yield malformed("Two Content-MD5 headers.", more("Content-MD5: "), habit=habits.java_json)
    yield malformed("A Content-MD5 with a letter that is not ASCII.", more("Content-MD5: \u00e4"))
    yield malformed("A path with a space.", target("/a b"))
    yield malformed("A query with a letter that is not ASCII.", target("/u?a=\u00e4"))
    yield malformed("A path with a line feed.", target("/a\nb"))
    yield malformed("A method with a space.", lambda r: {**r, "method": "GE T"})
    yield malformed("An empty method.", lambda r: {**r, "method": ""})


def changed(habit, what, into):
    def other(r):
        text, content_md5 = habit(r)
        assert what in text, (what, text)
        return text.replace(what, into, 1), content_md5

    return other


def without_md5(r):
    return habits.lines(r, "", r["target"]), None


def as_body(r):
    return habits.lines(r, md5_text(r["body"]), r["target"]), None


def upper_md5(r):
    value = base64.b64encode(hashlib.md5(r["body"]).hexdigest().upper().encode()).decode()
    return habits.lines(r, value, r["target"]), value


def md5_text(data):
    return base64.b64encode(hashlib.md5(data).hexdigest().encode()).decode()


def with_leading_zero():
    return next(text for text in ('{"n": %d}' % n for n in range(1000)) if hashlib.md5(text.encode()).hexdigest().startswith("0"))


def target(other):
    return lambda r: {**r, "target": other}


def body(other):
    return lambda r: {**r, "body": other}


def binary(data):
    return lambda r: {**{k: v for k, v in r.items() if k != "body"}, "bodyBase64": base64.b64encode(data).decode()}


def more(line):
    return lambda r: {**r, "headers": r["headers"] + [line]}


def replaced(line, other):
    def change(r):
        assert line in r["headers"], (line, r)
        return {**r, "headers": [other if h == line else h for h in r["headers"]]}

    return change


def both(one, two):
    return lambda r: two(one(r))


def authorized(what, into):
    def change(r):
        lines = [h.replace(what, into) if h.startswith("Authorization:") else h for h in r["headers"]]
        assert lines != r["headers"], (what, r)
        return {**r, "headers": lines}

    return change


def last(form):
    return lambda r: {**r, "headers": r["headers"][:-1] + [form.format(r["headers"][-1])]}


def respelled(r, spell):
    start, _, signature = r["headers"][-1].partition('signature="')
    return {**r, "headers": r["headers"][:-1] + [start + 'signature="' + spell(signature[:-1]) + '"']}


def unpadded(r):
    return respelled(r, lambda s: s.rstrip("="))


def trailing_bits(signature):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return signature[:-2] + alphabet[alphabet.index(signature[-2]) + 1] + "="
