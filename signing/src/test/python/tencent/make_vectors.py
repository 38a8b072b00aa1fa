#!/usr/bin/env python3
"""Writes the vectors of the scheme tencent to standard output.

Strings to sign come from habits.py, signatures from openssl; the command that made each stands beside it.

    python3 signing/src/test/python/tencent/make_vectors.py > signing/src/test/resources/vectors/tencent.json
"""

import base64
import hmac
import json
import subprocess
import sys

import accepted
import refused

KEY = "APIDorders0000000000000000000000000001"
SECRET = "the-quick-brown-fox-jumps-again!"
DATE = "Sat, 21 Nov 2026 19:44:12 GMT"


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    everything = {
        "about": "Test vectors of the scheme tencent; the rules are those of docs/schemes/tencent.md. Each signature is what its "
        + "command prints, run by a POSIX shell. A row with options is refused without them.",
        "accepted": [accepted_row(row) for row in accepted.rows()],
        "refused": [refused_row(row) for row in refused.rows()],
    }
    json.dump(everything, sys.stdout, indent=1, ensure_ascii=False)
    print()


def accepted_row(row):
    request, text, command, signature = signed(row, by_openssl)
    return {
        "sentence": row["sentence"],
        "habit": row["habit"].__name__,
        "options": row.get("options", []),
        "request": request,
        "secret": SECRET,
        "stringToSign": text,
        "signature": signature,
        "command": command,
    }


def refused_row(row):
    return {
        "sentence": row["sentence"],
        "kind": row["kind"],
        "options": row.get("options", []),
        "request": signed(row, by_python)[0],
        "secret": SECRET,
    }


def signed(row, mac):
    """The request as its client sends it, and how the signature came about."""
    r = {"method": "GET", "accept": "application/json", "type": "", **row}
    r["body"] = row.get("body", "").encode() if isinstance(row.get("body", ""), str) else row["body"]
    tail, content_md5 = r["habit"](r)
    algorithm = row.get("algorithm", "sha1")
    named = row.get("signed_headers", [("x-date", row.get("date", DATE))])
    text = "".join(name.lower() + ": " + value + "\n" for name, value in named) + tail
    signature = mac(text, algorithm)
    names = row.get("names", " ".join(name for name, _ in named))
    authorization = row.get("authorization", 'hmac id="%s", algorithm="hmac-%s", headers="%s", signature="%s"')
    headers = ["Host: api.example.com"] + [name + ": " + value for name, value in named]
    headers += ["Accept: " + r["accept"]] if r["accept"] else []
    headers += ["Content-Type: " + r["type"]] if r["type"] else []
    headers += ["Content-MD5: " + content_md5] if content_md5 is not None else []
    headers += ["Authorization: " + authorization % (KEY, algorithm, names, signature)]
    made = {"method": r["method"], "target": r["target"], "headers": headers + row.get("more_headers", [])}
    sent = {**made, **body_of(row.get("body"))}
    return row.get("change", lambda request: request)(sent), text, openssl_command(text, algorithm), signature


def body_of(body):
    if body is None:
        return {}
    return {"body": body} if isinstance(body, str) else {"bodyBase64": base64.b64encode(body).decode()}


def by_openssl(text, algorithm):
    done = subprocess.run(["sh", "-c", openssl_command(text, algorithm)], capture_output=True, check=True)
    return done.stdout.decode("ascii").strip()


def by_python(text, algorithm):
    """For rows that are refused, whose texts may hold what no shell takes."""
    return base64.b64encode(hmac.new(SECRET.encode(), text.encode("utf-8", "replace"), algorithm).digest()).decode()


def openssl_command(text, algorithm):
    """A line for a POSIX shell that prints the base64 of the HMAC of the text."""
    quoted = "'" + text.replace("'", "'\\''") + "'"
    return (
        "printf '%s' " + quoted + " | openssl dgst -" + algorithm + " -mac HMAC -macopt hexkey:" + SECRET.encode().hex()
        + " -binary | openssl base64 -A"
    )


if __name__ == "__main__":
    main()
