"""How deployed clients of Tencent Cloud API Gateway build the string to sign, one function a habit.

Written from the gateway's page and from what its published clients sign; no line is shared with the Java code. Each function
takes a request (method, target, accept, type, body) and gives the five lines after the signed headers, and the value of the
Content-MD5 header that the client sends: None for no header, which is not the same as an empty one.
"""

import base64
import hashlib
from urllib.parse import unquote, unquote_plus

FORM = "application/x-www-form-urlencoded"


def page(r):
    """The gateway's page: parameters pooled, sorted by name and value, an empty value is the name alone."""
    pairs = sorted(decoded_pairs(query(r)) + decoded_pairs(form(r)))
    return lines(r, md5(r), path(r) + joined([name_alone(p) for p in pairs])), None


def page_raw(r):
    """The page's rule on parameters as they stand in the URL."""
    pairs = sorted(raw_pairs(query(r)) + raw_pairs(form(r)))
    return lines(r, md5(r), path(r) + joined([name_alone(p) for p in pairs])), None


def java_json(r):
    """Java sample for JSON: raw path and query, sorted by name; sends Content-MD5, an empty one without a body."""
    by_name = dict(raw_pairs(query(r)))
    return lines(r, md5(r), path(r) + joined([k + "=" + by_name[k] for k in sorted(by_name)])), md5(r)


def java_json_early(r):
    """Its early revision: the hexadecimal MD5 comes from a number and loses leading zeros."""
    value = base64.b64encode(hashlib.md5(r["body"]).hexdigest().lstrip("0").encode()).decode()
    return lines(r, value, java_json(r)[0].rsplit("\n", 1)[1]), value


def java_form(r):
    """Java sample for forms: the form, sorted, behind the sorted query; sends an empty Content-MD5."""
    in_query, in_form = dict(raw_pairs(query(r))), dict(raw_pairs(form(r)))
    text = "&".join(k + "=" + in_query[k] for k in sorted(in_query)) + "&" + "&".join(k + "=" + in_form[k] for k in sorted(in_form))
    return lines(r, "", path(r) + "?" + text), ""


def php(r):
    """PHP samples: query and form decoded into one array, sorted by name; Content-MD5 is sent with a body that is no form."""
    pool = {**dict(decoded_pairs(query(r))), **dict(decoded_pairs(form(r)))}
    return lines(r, md5(r), path(r) + joined([name_alone((k, pool[k])) for k in sorted(pool)])), md5(r) or None


def go(r):
    """Go samples: decoded path without the environment, first value of each decoded parameter; no Content-MD5 is sent."""
    pool = {}
    for name, value in decoded_pairs(query(r)) + decoded_pairs(form(r)):
        pool.setdefault(name, value)
    return lines(r, md5(r), stripped(unquote(path(r))) + joined([name_alone((k, pool[k])) for k in sorted(pool)])), None


def go_body_on_get(r):
    """Newer Go sample: the MD5 is computed for POST only, so the body of a GET is not signed."""
    return lines(r, md5(r) if r["method"] == "POST" else "", go(r)[0].rsplit("\n", 1)[1]), None


def python(r):
    """Newer Python sample: raw pieces of query and form sorted as whole texts; no Content-MD5 is sent."""
    pieces = sorted(piece for piece in (query(r) + "&" + form(r)).split("&") if piece)
    return lines(r, md5(r), stripped(path(r)) + joined(pieces)), None


def js_json(r):
    """JavaScript sample for JSON: path and query exactly as sent; sends Content-MD5."""
    return lines(r, md5(r), r["target"]), md5(r) or None


def js_form(r):
    """JavaScript sample for forms: the form's members before they are encoded, sorted; no Content-MD5."""
    return lines(r, "", path(r) + joined([k + "=" + v for k, v in sorted(decoded_pairs(form(r)))])), None


def lists_decoded(r):
    """Third-party Java, Python and JavaScript clients: decoded path; one entry a name, its values joined by commas."""
    return lines(r, md5(r), unquote(path(r)) + comma_lists(decoded_pairs(query(r)))), md5(r)


def lists_raw(r):
    """A third-party Go client: the same, of what it sends."""
    return lines(r, md5(r), path(r) + comma_lists(raw_pairs(query(r)))), md5(r)


def lines(r, md5_line, path_and_parameters):
    return "\n".join([r["method"], r["accept"], r["type"], md5_line, path_and_parameters])


def md5(r):
    """Base64 of the hexadecimal MD5 of a body that is neither empty nor a form."""
    if not r["body"] or is_form(r):
        return ""
    return base64.b64encode(hashlib.md5(r["body"]).hexdigest().encode()).decode()


def is_form(r):
    return r["type"].split(";")[0] == FORM


def path(r):
    return r["target"].split("?", 1)[0]


def query(r):
    return r["target"].partition("?")[2]


def form(r):
    return r["body"].decode() if is_form(r) else ""


def stripped(signed_path):
    for environment in ("/release", "/prepub", "/test"):
        if signed_path == environment or signed_path.startswith(environment + "/"):
            return signed_path[len(environment):] or "/"
    return signed_path


def raw_pairs(text):
    return [(piece.partition("=")[0], piece.partition("=")[2]) for piece in text.split("&") if piece]


def decoded_pairs(text):
    return [(unquote_plus(name), unquote_plus(value)) for name, value in raw_pairs(text)]


def name_alone(pair):
    return pair[0] + "=" + pair[1] if pair[1] else pair[0]


def comma_lists(pairs):
    values = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return joined([name_alone((name, ",".join(v for v in values[name] if v))) for name in sorted(values)])


def joined(pieces):
    return "?" + "&".join(pieces) if pieces else ""
