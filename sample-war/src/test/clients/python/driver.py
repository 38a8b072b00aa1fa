"""One line of JSON in, one out: see README.md beside this folder."""

import base64
import datetime
import json
import sys
import traceback


class Request:
    def __init__(self, fields):
        self.__dict__.update(fields)
        self.body = base64.b64decode(fields["body"] or "")
        self.authority = "%s:%d" % (self.host, self.port)
        self.target = self.path + ("?" + self.query if self.query else "")
        self.url = "http://" + self.authority + self.target

    def instant(self):
        """The instant to sign with: the one that is told, else now."""
        now = datetime.datetime.now(datetime.timezone.utc)
        return datetime.datetime.fromisoformat(self.date[:19] + "+00:00") if self.date else now


def signed(method, target, headers, body):
    return {
        "sign": {
            "method": method,
            "target": target,
            "headers": [list(header) for header in headers],
            "body": base64.b64encode(body).decode("ascii"),
        }
    }


SENT = {"sent": True}


def serve(sign):
    for line in sys.stdin:
        fields = json.loads(line)
        try:
            answer = sign(Request(fields))
        except Exception:
            answer = {"error": traceback.format_exc()}
        print(json.dumps(dict(answer, id=fields["id"])), flush=True)
