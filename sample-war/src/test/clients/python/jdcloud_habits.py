"""Signs as those signers of JD Cloud do that are published as repositories only.

Written from their observed behaviour. The first argument names the signer.
"""

import hashlib
import hmac
import re
import sys
import time
import uuid
from urllib.parse import unquote, unquote_plus

from habit import serve_habit
from jdcloud_encoding import (
    by_decoded_text,
    by_encoded_text,
    decoded_pairs,
    encoded_path,
    joined,
    one_blank,
)

NOT_SIGNED_BY_VERSION_3 = {
    "cache-control", "content-type", "content-length", "host", "expect", "max-forwards", "pragma",
    "range", "te", "if-match", "if-none-match", "if-modified-since", "if-unmodified-since",
    "if-range", "accept", "authorization", "proxy-authorization", "from", "referer", "user-agent",
    "x-jdcloud-request-id",
}  # fmt: skip


class Habit:
    """Version 2 with everything canonical; each signer below says where it differs."""

    version = "JDCLOUD2"
    adds = {}
    ignores = {"authorization", "user-agent", "x-jdcloud-request-id"}
    signs_host = True
    signs_own_headers = True

    def query_to_send(self, query):
        return query

    def path(self, path):
        return encoded_path(unquote(path))

    def query(self, query):
        return by_encoded_text(query)

    def value(self, value):
        return one_blank(value)


class Go(Habit):
    """Its builder writes the query sorted by name; what is sent is signed."""

    def query_to_send(self, query):
        return joined(sorted(decoded_pairs(query), key=lambda pair: pair[0]))

    def query(self, query):
        return self.query_to_send(query)

    def path(self, path):
        return path


class Cpp(Habit):
    """Raw pieces in the order of their names, and an equals sign where there is none at all."""

    def query(self, query):
        if query and "=" not in query:
            query += "="
        return "&".join(sorted(query.split("&"), key=lambda piece: piece.partition("=")[0]))


class Rust(Habit):
    """The path as it stands, the host unsigned."""

    ignores = {"authorization", "user-agent"}
    signs_host = False

    def path(self, path):
        return path

    def query(self, query):
        return by_decoded_text(query)


class JavaGateway(Habit):
    """The caller lists what is signed, as the example of the gateway does: not the host."""

    signs_host = False
    ignores = {"authorization", "user-agent", "accept"}

    def value(self, value):
        return value.strip()


class Version3(Habit):
    version = "JDCLOUD3"

    def decoded(self, path):
        return unquote_plus(path)

    def path(self, path):
        return "/" + encoded_path(re.sub("/+", "/", self.decoded(path)).lstrip("/"))

    def value(self, value):
        return value.strip()


class Python(Version3):
    """Signs the caller's headers and the host, not those that it adds: the nonce stays open."""

    ignores = {"authorization", "user-agent"}
    adds = {"JDCLOUD3-HMAC-SHA256": "JDCLOUD3-HMAC-SHA256"}
    signs_own_headers = False


class Php(Version3):
    """Neither host nor type; sorts before it encodes; one blank inside values."""

    ignores = NOT_SIGNED_BY_VERSION_3
    adds = {"x-jdcloud-algorithm": "JDCLOUD3-HMAC-SHA256"}
    signs_host = False

    def query(self, query):
        return by_decoded_text(query)

    def value(self, value):
        return one_blank(value)


class Node(Version3):
    """Neither host nor type; takes each escape of a path for one character."""

    ignores = NOT_SIGNED_BY_VERSION_3
    signs_host = False

    def decoded(self, path):
        blank = path.replace("+", " ")
        return re.sub("%([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), blank)


HABITS = {
    "go": Go, "cpp": Cpp, "rust": Rust, "java-gateway": JavaGateway,
    "python": Python, "php": Php, "node": Node,
}  # fmt: skip


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def mac(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def signer(habit):
    def sign(request):
        mine = list(request.headers)
        request.default("x-jdcloud-date", time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(request.now)))
        request.default("x-jdcloud-nonce", str(uuid.uuid4()))
        for name, value in habit.adds.items():
            request.default(name, value)
        covered = {}
        for name, value in request.headers if habit.signs_own_headers else mine:
            if name.lower() not in habit.ignores:
                covered.setdefault(name.lower(), []).append(habit.value(value))
        if habit.signs_host and request.host:
            covered["host"] = [request.host]
        names = ";".join(sorted(covered))
        lines = "".join(f"{name}:{','.join(covered[name])}\n" for name in sorted(covered))
        canonical = "\n".join(
            [request.method, habit.path(request.path), habit.query(request.query), lines, names]
            + [sha256(request.body)]
        )
        instant = request.header("x-jdcloud-date")
        word = habit.version + "-HMAC-SHA256"
        terminator = habit.version.lower() + "_request"
        scope = [instant[:8], request.region, request.service, terminator]
        key = (habit.version + request.secret).encode()
        for part in scope:
            key = mac(key, part)
        text = "\n".join([word, instant, "/".join(scope), sha256(canonical.encode())])
        request.headers.append([
            "Authorization",
            f"{word} Credential={request.app_key}/{'/'.join(scope)}, SignedHeaders={names}, "
            f"Signature={mac(key, text).hex()}",
        ])
        return habit.query_to_send(request.query), request.headers

    return sign


if __name__ == "__main__":
    serve_habit(signer(HABITS[sys.argv[1]]()))
