"""The requests that the scheme tencent accepts: a sentence, the client's habit, and the parts."""

import base64
import hashlib

import habits
from habits import FORM

JSON = "application/json"
BODY = '{"item": "K\u00e4se", "pieces": 3}'


def row(sentence, habit, target, **parts):
    return {"sentence": sentence, "habit": habit, "target": target, **parts}


def post(sentence, habit, target, body, content_type=JSON, **parts):
    return row(sentence, habit, target, method="POST", type=content_type, body=body, **parts)


def rows():
    yield from java()
    yield from php()
    yield from go()
    yield from python()
    yield from javascript()
    yield from third_parties()
    yield from rules_of_the_page()
    yield from options()


def java():
    yield post("Java sends Content-MD5 and sorts the raw query.", habits.java_json, "/appauth?b=2&a=1", BODY)
    yield post("Java signs escapes of the query as they stand in the URL.", habits.java_json, "/appauth?b=%E4%B8%AD%20x&a=1%2B1", BODY)
    yield post("Java signs a plus of the query as a plus.", habits.java_json, "/appauth?q=a+b", BODY)
    yield post("Java signs an escaped ampersand as it stands: the raw text is clear.", habits.java_json, "/appauth?a=1%26b%3D2", BODY)
    yield row("Java signs an escaped path as it stands.", habits.java_json, "/caf%C3%A9/1?b=2&a=1")
    yield row("Java sends an empty Content-MD5 where there is no body.", habits.java_json, "/orders?a=1")
    yield row("Java puts binary data.", habits.java_json, "/blobs/1", method="PUT", type="application/octet-stream", body=bytes(range(256)))
    yield row("Java deletes.", habits.java_json, "/orders/17", method="DELETE")
    yield post("Java's early sample is right for a hash without a leading zero.", habits.java_json_early, "/appauth?a=1&b=2", BODY)
    yield post("Java appends the form to the query instead of sorting both together.", habits.java_form, "/appauth?x=1&b=2", "name=apple&type=fruit", FORM)
    yield post("Java appends a form that the pool would hold in the same order.", habits.java_form, "/appauth?a=1&b=2", "type=fruit&name=apple", FORM)
    yield post("Java signs an escaped form raw.", habits.java_form, "/appauth?z=1", "name=ap+ple&type=%C3%A4", FORM)


def php():
    yield row("PHP decodes, sorts by name and leaves the name of an empty value alone.", habits.php, "/testmock?b=1&a=2&flag=&c=%E4%B8%AD%20x")
    yield row("PHP reads a plus as a space.", habits.php, "/find?q=a+b&r=a%2Bb&s=a%20b")
    yield row("PHP signs an escaped equals sign in a value as one.", habits.php, "/find?token=YWJj%3D%3D")
    yield row("PHP signs a percent sign that begins no escape.", habits.php, "/find?share=100%25")
    yield post("PHP sends Content-MD5 with JSON.", habits.php, "/testmock?b=1&a=2", BODY)
    yield post("PHP pools query and form.", habits.php, "/testmock?b=1&a=2", "id=1&name=tencent", FORM)
    yield post("PHP decodes the form.", habits.php, "/testmock?z=1", "name=a+b%C3%A4&id=%31", FORM)
    yield row("PHP's date may say UTC.", habits.php, "/orders", date="Sat, 21 Nov 2026 19:44:12 UTC")
    yield row("PHP signs with SHA-256 where it is told to.", habits.php, "/orders?a=1", algorithm="sha256")


def go():
    yield post("Go computes the Content-MD5 line and sends no header.", habits.go, "/app", BODY)
    yield row("Go decodes path and query.", habits.go, "/caf%C3%A9/a%20b?q=%E4%B8%AD&p=1")
    yield row("Go leaves the environment out of what it signs.", habits.go, "/test/app?a=1")
    yield row("Go signs a slash when the environment was the whole path.", habits.go, "/prepub")
    yield post("Go sorts the form before it is encoded.", habits.go, "/app", "arg2=b+c&arg1=%C3%A4", FORM)
    yield post("Go pools query and form.", habits.go, "/release/app?b=1", "c=2&a=3", FORM)
    yield row("Go deletes.", habits.go, "/release/orders/17", method="DELETE")


def python():
    yield post("Python computes the Content-MD5 line and sends no header.", habits.python, "/app", BODY)
    yield row("Python sorts pieces as whole texts, so a-b comes before a.", habits.python, "/app?a=1&a-b=2")
    yield row("Python keeps the equals sign of an empty value.", habits.python, "/app?flag=&a=%20")
    yield row("Python signs repeated parameters, sorted.", habits.python, "/app?a=2&b=0&a=1")
    yield post("Python signs the encoded form.", habits.python, "/app?z=1", "b=a+b&a=%C3%A4&c=", FORM)
    yield row("Python leaves the environment out of what it signs.", habits.python, "/release/app?a=1")
    yield post("Python signs a multipart body as one body.", habits.python, "/upload?a=1", "--x\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nv\r\n--x--\r\n",
               "multipart/form-data; boundary=x")
    yield row("Python puts text.", habits.python, "/notes/1", method="PUT", type="text/plain; charset=utf-8", body="one\r\ntwo\n")


def javascript():
    yield post("JavaScript sends Content-MD5 and signs the path as it stands.", habits.js_json, "/data", BODY)
    yield row("JavaScript signs a query as it stands, unsorted.", habits.js_json, "/data?b=2&a=1&c=&&d")
    yield row("JavaScript signs repeated parameters as they stand.", habits.js_json, "/data?a=2&a=1&a=2")
    yield post("JavaScript signs the members of the form before they are encoded.", habits.js_form, "/data", "arg2=b%20c&arg1=%C3%A4", FORM)


def third_parties():
    yield row("A third-party client decodes path and query and sends an empty Content-MD5.", habits.lists_decoded, "/caf%C3%A9?b=%E4%B8%AD&a=1")
    yield row("A third-party client joins the values of a repeated name by commas, in their order.", habits.lists_decoded, "/find?id=9&id=7&a=x%20y")
    yield row("A third-party Go client joins them as it sends them.", habits.lists_raw, "/find?id=a%20b&id=7&a=1")
    yield row("A comma inside a single value is nothing special.", habits.php, "/find?id=9,7")
    yield post("A third-party client sends JSON.", habits.lists_decoded, "/orders?b=1&a=2", BODY)


def rules_of_the_page():
    yield row("Repeated parameters are signed with their values sorted.", habits.page, "/user?a=2&b=3&a=1&a=10")
    yield row("Repeated parameters, raw.", habits.page_raw, "/user?a=%20&b=3&a=%C3%A4")
    yield row("Names are sorted by their bytes.", habits.page, "/user?b=1&B=2&_=3&%C3%A9=4&%F0%9F%98%80=5&%EF%BF%BD=6")
    yield row("A name that begins another comes first.", habits.page, "/user?ab=1&a=2&a-b=3")
    yield row("The environment segment may be signed where the path really begins so.", habits.page, "/test/user?b=1&a=2")
    yield row("A segment that merely begins like an environment is signed.", habits.page, "/releases/user")
    yield row("An equals sign inside a value belongs to it.", habits.page, "/user?a=b=c")
    yield row("A form without parameters has no question mark.", habits.page, "/user", method="POST", type=FORM, body="")
    yield post("A form may state its charset.", habits.page, "/user?b=1", "a=%C3%A4", FORM + "; charset=UTF-8")
    yield row("A PUT may carry a form.", habits.page, "/user/1", method="PUT", type=FORM, body="b=1&a=2")
    yield row("Without Accept its line is empty.", habits.page, "/user", accept="")
    yield row("An empty body has an empty Content-MD5 line.", habits.page, "/user", method="POST", type=JSON, body="")
    yield post("An empty body may come with the Content-MD5 of nothing, which is then signed.", habits_md5_of_nothing, "/user", "")
    yield row("A GET with a body signs its Content-MD5 line.", habits.page, "/find", type=JSON, body="{}")
    yield row("Further signed headers stand before the method, in their order.", habits.page, "/user?a=1",
              signed_headers=[("source", "apigw test"), ("x-date", "Sat, 21 Nov 2026 19:44:12 GMT"), ("x-tenant", "blue")])
    yield row("Names of signed headers may be listed in upper case.", habits.page, "/user", names="X-Date")
    yield row("Date stands in where there is no X-Date.", habits.page, "/user", signed_headers=[("date", "Sat, 21 Nov 2026 19:44:12 GMT")])
    yield row("A signed Date beside X-Date is a header like others.", habits.page, "/user",
              signed_headers=[("date", "Sat, 21 Nov 2026 19:44:11 GMT"), ("x-date", "Sat, 21 Nov 2026 19:44:12 GMT")])
    yield row("An unsigned Date beside X-Date is not looked at.", habits.page, "/user", more_headers=["Date: Mon, 01 Jan 2001 00:00:00 GMT"])
    yield row("A signed Host is the authority, as it is signed natively.", habits.page, "/user",
              signed_headers=[("x-date", "Sat, 21 Nov 2026 19:44:12 GMT"), ("host", "api.example.com")], change=without_the_first_host)
    yield row("The parameters of Authorization may come separated by commas alone.", habits.page, "/user",
              authorization='hmac id="%s",algorithm="hmac-%s",headers="%s",signature="%s"')
    yield row("The parameters of Authorization may come in another order.", habits.page, "/user", change=turned_round)


def options():
    yield row("SHA-384, where it is enabled.", habits.page, "/user", algorithm="sha384", options=["sha384AndSha512"])
    yield row("SHA-512, where it is enabled.", habits.page, "/user?a=1", algorithm="sha512", options=["sha384AndSha512"])
    yield post("Content-MD5 of RFC 1864, where it is enabled.", rfc1864, "/user", BODY, options=["rfc1864ContentMd5"])
    yield row("Go's GET with a body that is not signed, where it is enabled.", habits.go_body_on_get, "/find?a=1", type=JSON, body="{}",
              options=["unsignedBodyOfGet"])


def without_the_first_host(request):
    return {**request, "headers": request["headers"][1:]}


def turned_round(request):
    word, _, parameters = request["headers"][-1].partition(" hmac ")
    return {**request, "headers": request["headers"][:-1] + [word + " hmac " + ", ".join(reversed(parameters.split(", ")))]}


def habits_md5_of_nothing(r):
    value = base64.b64encode(hashlib.md5(b"").hexdigest().encode()).decode()
    return habits.lines(r, value, r["target"]), value


def rfc1864(r):
    value = base64.b64encode(hashlib.md5(r["body"]).digest()).decode()
    return habits.lines(r, value, r["target"]), value
