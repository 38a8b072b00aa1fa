"""Signs as those demos of Alibaba Cloud's gateway do that are published as repositories only.

Written from their observed behaviour. The first argument names the demo.
"""

import base64
import hashlib
import hmac
import sys
import uuid
from email.utils import formatdate
from urllib.parse import parse_qsl, urlencode

from habit import serve_habit

FORM = "application/x-www-form-urlencoded"
OWN_LINES = ("accept", "content-md5", "content-type", "date")


def pieces(query):
    """Names and values as they stand in the address."""
    return [piece.partition("=")[::2] for piece in query.split("&") if piece]


def decoded(query):
    return parse_qsl(query, keep_blank_values=True)


def raw_md5(body):
    return base64.b64encode(hashlib.md5(body).digest()).decode()


class Java:
    """No nonce, a date, the MD5 of every body that is no form; signs what its caller lists."""

    def covers(self, name):
        return name.startswith("x-")

    def prepare(self, request):
        request.default("Date", formatdate(request.now, usegmt=True))
        if request.body and not is_form(request):
            request.default("Content-MD5", raw_md5(request.body))

    def parameters(self, request):
        return decoded(request.query)


class Php:
    """A nonce in capitals; it cannot hash a body at all. Signs what its caller lists."""

    def covers(self, name):
        return name.startswith("x-")

    def prepare(self, request):
        request.default("X-Ca-Nonce", str(uuid.uuid4()).upper())
        if request.body and not is_form(request):
            raise ValueError("its hash of a body is broken")

    def parameters(self, request):
        return decoded(request.query)


class Python:
    """Signs the query as it is sent, hashes bytes only, repeats the query in the form.

    It sends no header of its caller's but those that it knows.
    """

    def covers(self, name):
        return name.startswith("x-ca-")

    def knows(self, name):
        return self.covers(name) or name in OWN_LINES

    def prepare(self, request):
        request.headers[:] = [pair for pair in request.headers if self.knows(pair[0].lower())]
        request.default("X-Ca-Nonce", str(uuid.uuid4()))
        if (request.header("Content-Type") or "").startswith("application/octet-stream"):
            request.default("Content-MD5", raw_md5(request.body))
        if is_form(request) and request.query:
            pooled = decoded(request.body.decode()) + decoded(request.query)
            request.body = urlencode(pooled).encode()

    def parameters(self, request):
        return pieces(request.query)


HABITS = {"java": Java, "php": Php, "python": Python}


def is_form(request):
    return (request.header("Content-Type") or "").startswith(FORM)


def resource(request, parameters):
    first = {}
    for name, value in parameters + (decoded(request.body.decode()) if is_form(request) else []):
        first.setdefault(name, value)
    pooled = "&".join(f"{n}={first[n]}" if first[n] else n for n in sorted(first))
    return request.path + ("?" + pooled if pooled else "")


def signer(habit):
    def sign(request):
        request.default("Accept", "application/json")
        request.default("X-Ca-Key", request.app_key)
        request.default("X-Ca-Timestamp", str(int(request.now * 1000)))
        habit.prepare(request)
        covered = sorted([n, v] for n, v in request.headers if habit.covers(n.lower()))
        lines = [request.method] + [request.header(name) or "" for name in OWN_LINES]
        lines += [f"{name}:{value}" for name, value in covered]
        lines.append(resource(request, habit.parameters(request)))
        text = "\n".join(lines)
        signature = hmac.new(request.secret.encode(), text.encode(), hashlib.sha256).digest()
        request.headers += [
            ["X-Ca-Signature-Headers", ",".join(name for name, _ in covered)],
            ["X-Ca-Signature", base64.b64encode(signature).decode()],
        ]
        return request.query, request.headers

    return sign


if __name__ == "__main__":
    serve_habit(signer(HABITS[sys.argv[1]]()))
