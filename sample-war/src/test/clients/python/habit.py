"""A request to which a habit adds headers until it is signed."""

from driver import serve, signed


class Draft:
    def __init__(self, asked):
        self.method = asked.method
        self.host = "" if asked.options.get("withoutHost") else asked.authority
        self.path = asked.path
        self.query = asked.query
        self.headers = [list(header) for header in asked.headers]
        self.body = asked.body
        self.app_key = asked.appKey
        self.secret = asked.secret
        self.now = asked.instant().timestamp()
        self.region = asked.options.get("region", "cn-north-1")
        self.service = asked.options.get("service", "echo")

    def header(self, name):
        """The first value, or None."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), None)

    def default(self, name, value):
        """Adds a header that the caller left to the client."""
        if self.header(name) is None:
            self.headers.append([name, value])


def serve_habit(sign):
    """`sign` answers the query to send and the headers to send, Host excepted."""

    def answer(asked):
        draft = Draft(asked)
        query, headers = sign(draft)
        target = draft.path + ("?" + query if query else "")
        host = [["Host", draft.host]] if draft.host else []
        return signed(draft.method, target, host + headers, draft.body)

    serve(answer)
