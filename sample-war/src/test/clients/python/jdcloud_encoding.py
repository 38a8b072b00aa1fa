"""How the signers of JD Cloud write paths, queries and values before they sign them."""

import re
from urllib.parse import quote, unquote_plus


def encoded(text):
    return quote(text, safe="-_.~")


def encoded_path(text):
    return "/".join(encoded(segment) for segment in text.split("/"))


def decoded_pairs(query):
    pairs = (piece.partition("=") for piece in query.split("&") if piece)
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in pairs]


def joined(pairs):
    return "&".join(f"{encoded(name)}={encoded(value)}" for name, value in pairs)


def by_encoded_text(query):
    pairs = [(encoded(n), encoded(v)) for n, v in decoded_pairs(query) if n]
    return "&".join(f"{n}={v}" for n, v in sorted(pairs))


def by_decoded_text(query):
    return joined(sorted(pair for pair in decoded_pairs(query) if pair[0]))


def one_blank(value):
    return re.sub(r"\s+", " ", value.strip())
