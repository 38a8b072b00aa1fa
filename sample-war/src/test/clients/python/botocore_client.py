"""botocore's signers, and the transport that botocore brings along."""

import datetime
import types

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.httpsession import URLLib3Session

import driver

SESSION = URLLib3Session()
SIGNERS = {
    None: botocore.auth.SigV4Auth,
    "s3": botocore.auth.S3SigV4Auth,
    "presign": botocore.auth.SigV4QueryAuth,
}


class Clock(datetime.datetime):
    """What botocore asks for the time."""

    now_is = None

    @classmethod
    def utcnow(cls):
        return cls.now_is.replace(tzinfo=None)


def sign(request):
    Clock.now_is = request.instant()
    s3 = request.options.get("s3")
    signer = SIGNERS[request.options.get("presign") and "presign" or s3 and "s3"]
    call = AWSRequest(
        method=request.method,
        url=request.url,
        data=request.body,
        headers=dict([tuple(h) for h in request.headers] + [("Host", request.authority)]),
    )
    credentials = Credentials(request.appKey, request.secret)
    signer(credentials, "s3" if s3 else "execute-api", "us-east-1").add_auth(call)
    SESSION.send(call.prepare())
    return driver.SENT


botocore.auth.datetime = types.SimpleNamespace(datetime=Clock)
driver.serve(sign)
