"""Signs as two kinds of Python clients of Tencent's gateway do; the first argument names one.

`sample` stands for the documentation's newer sample: pieces of query and form stay encoded and are
sorted as whole texts, the MD5 line is computed for POST and its header not sent, a first segment
that names an environment is not signed.
`lists` stands for the public third-party clients that sign decoded parameters with the values of a
repeated name joined by commas, and send Content-MD5 always, empty or not.
"""

import base64
import hashlib
import hmac
import sys
from email.utils import formatdate
from urllib.parse import parse_qsl, unquote

from habit import serve_habit

FORM = "application/x-www-form-urlencoded"


def is_form(request):
    return (request.header("Content-Type") or "").startswith(FORM)


def hex_md5(body):
    return base64.b64encode(hashlib.md5(body).hexdigest().encode()).decode()


def with_parameters(path, parameters):
    return (path or "/") + ("?" + "&".join(parameters) if parameters else "")


class Sample:
    def md5_line(self, request):
        return hex_md5(request.body) if request.method == "POST" and request.body else ""

    def target(self, request, form):
        path = request.path
        for environment in ("/release", "/prepub", "/test"):
            if path.startswith(environment):
                path = path[len(environment) :]
                break
        pieces = [piece for source in (request.query, form) for piece in source.split("&") if piece]
        return with_parameters(path, sorted(pieces))


class Lists:
    def md5_line(self, request):
        line = hex_md5(request.body) if request.body else ""
        request.default("Content-MD5", line)
        return line

    def target(self, request, form):
        pooled = {}
        for source in (request.query, form):
            for name, value in parse_qsl(source, keep_blank_values=True):
                pooled.setdefault(name, []).append(value)
        texts = {name: ",".join(value for value in pooled[name] if value) for name in pooled}
        pairs = [f"{name}={texts[name]}" if texts[name] else name for name in sorted(texts)]
        return with_parameters(unquote(request.path), pairs)


HABITS = {"sample": Sample, "lists": Lists}


def signer(habit):
    def sign(request):
        request.default("Accept", "application/json")
        request.default("X-Date", formatdate(request.now, usegmt=True))
        names = sorted(n.lower() for n, _ in request.headers if n.lower() in ("source", "x-date"))
        form = request.body.decode() if is_form(request) else ""
        lines = [f"{name}: {request.header(name)}" for name in names]
        lines += [request.method, request.header("Accept"), request.header("Content-Type") or ""]
        lines += ["" if is_form(request) else habit.md5_line(request)]
        lines += [habit.target(request, form)]
        text = "\n".join(lines)
        signature = hmac.new(request.secret.encode(), text.encode(), hashlib.sha1).digest()
        request.headers.append([
            "Authorization",
            f'hmac id="{request.app_key}", algorithm="hmac-sha1", headers="{" ".join(names)}", '
            f'signature="{base64.b64encode(signature).decode()}"',
        ])
        return request.query, request.headers

    return sign


if __name__ == "__main__":
    serve_habit(signer(HABITS[sys.argv[1]]()))
