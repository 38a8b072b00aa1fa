"""One JSON object per line in, one out: how the tests talk to a client that only signs."""

import base64
import json
import sys
import time
from calendar import timegm
from dataclasses import dataclass


@dataclass
class Request:
    """What the caller of a client hands over.

    `query` is as it stands behind the question mark, `now` in seconds since 1970.
    """

    method: str
    host: str
    path: str
    query: str
    headers: list
    body: bytes
    app_key: str
    secret: str
    now: float
    region: str
    service: str

    def header(self, name):
        """The first value that the caller gave, or None."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), None)

    def default(self, name, value):
        """Adds a header that the caller left to the client."""
        if self.header(name) is None:
            self.headers.append([name, value])


def _read(line):
    told = json.loads(line)
    options = told.get("options") or {}
    host = "" if options.get("withoutHost") else f"{told['host']}:{told['port']}"
    date = told.get("date")
    return told["id"], Request(
        method=told["method"],
        host=host,
        path=told["path"],
        query=told.get("query") or "",
        headers=[[n, v] for n, v in told.get("headers") or []],
        body=base64.b64decode(told.get("body") or ""),
        app_key=told["appKey"],
        secret=told["secret"],
        now=timegm(time.strptime(date[:19], "%Y-%m-%dT%H:%M:%S")) if date else time.time(),
        region=options.get("region", "cn-north-1"),
        service=options.get("service", "echo"),
    )


def serve(sign):
    """`sign` answers the query to send and the headers to send, Host excepted."""
    for line in sys.stdin:
        identity, request = _read(line)
        try:
            query, headers = sign(request)
            target = request.path + ("?" + query if query else "")
            host = [["Host", request.host]] if request.host else []
            answer = {
                "id": identity,
                "sign": {
                    "method": request.method,
                    "target": target,
                    "headers": host + headers,
                    "body": base64.b64encode(request.body).decode(),
                },
            }
        except Exception as fault:  # the tests judge it, so it has to reach them
            answer = {"id": identity, "error": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(answer), flush=True)
