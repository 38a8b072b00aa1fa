#!/usr/bin/env python3
"""Writes the vectors of countersign-1 to standard output.

Canonical requests come from canonical.py, signatures from openssl; the command that made each stands beside it.

    python3 signing/src/test/python/vectors/make_vectors.py > signing/src/test/resources/vectors/countersign-1.json
"""

import base64
import json
import sys

import accepted
import canonical
import refused


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    rows = []
    for number, row in enumerate(accepted.rows(), start=1):
        before = rows[-1] if row.get("like_row_before") else None
        rows.append(finished(row, number - 1 if before else number))
        if before and before["signature"] != rows[-1]["signature"]:
            raise AssertionError(row["sentence"])
    everything = {
        "about": "Test vectors of the scheme countersign-1; the rules are those of docs/protocol.md. "
        + "Each signature is what its command prints, run by a POSIX shell.",
        "accepted": rows,
        "refused": list(refused.rows(request(accepted.row("", "", **refused.BASE), 0))),
    }
    json.dump(everything, sys.stdout, indent=1, ensure_ascii=False)
    print()


def finished(row, number):
    made = request(row, number)
    text = canonical.canonical_request(made)
    command = canonical.openssl_command(text, key(row))
    secret = {"secretBase64": row["secret_base64"]} if "secret_base64" in row else {"secret": secret_text(row)}
    return {
        "sentence": row["sentence"],
        "rules": row["rules"],
        "request": with_signature(made, canonical.run(command)),
        **secret,
        "canonicalRequest": text,
        "signature": canonical.run(command),
        "command": command,
    }


def request(row, number):
    """The whole request but for its signature."""
    headers = ["Host: " + row.get("host", "api.example.com")] + row.get("headers", [])
    headers += [
        "X-App-Key: " + row.get("key", "orders-app-01"),
        "X-App-Timestamp: " + row.get("timestamp", "2026-11-21T19:44:12Z"),
        "X-App-Nonce: " + row.get("nonce", nonce(number)),
        "X-App-Environment: " + row.get("environment", "release"),
    ]
    if "sign" in row:
        headers.append("X-App-Signed-Headers: " + ";".join(row["sign"]))
    made = {"method": row.get("method", "GET"), "target": row.get("target", "/orders/17"), "headers": headers}
    if "body" in row:
        body = row["body"].encode() if isinstance(row["body"], str) else row["body"]
        headers.append("Content-Digest: sha-256=:" + canonical.sha256_base64(body) + ":")
        made.update({"body": row["body"]} if isinstance(row["body"], str) else {"bodyBase64": base64.b64encode(body).decode()})
    if row.get("lower_names"):
        made["headers"] = [line.partition(":")[0].lower() + ":" + line.partition(":")[2] for line in headers]
    return made


def with_signature(made, signature):
    return {**made, "headers": made["headers"] + ["X-App-Signature: v1=" + signature]}


def nonce(number):
    return base64.urlsafe_b64encode(b"nonce-for-row-%04d" % number).decode()


def key(row):
    if "secret_base64" in row:
        return base64.b64decode(row["secret_base64"], validate=True)
    return secret_text(row).encode()


def secret_text(row):
    return row.get("secret", accepted.SECRET)


if __name__ == "__main__":
    main()
