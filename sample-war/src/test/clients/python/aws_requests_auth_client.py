"""aws-requests-auth, and requests."""

import types

import requests
from aws_requests_auth import aws_auth

import driver

SESSION = requests.Session()
SESSION.trust_env = False


def sign(request):
    now = request.instant().replace(tzinfo=None)
    aws_auth.datetime = types.SimpleNamespace(
        datetime=types.SimpleNamespace(utcnow=lambda: now)
    )
    SESSION.request(
        request.method,
        request.url,
        headers=dict(tuple(header) for header in request.headers),
        data=request.body or None,
        auth=aws_auth.AWSRequestsAuth(
            aws_access_key=request.appKey,
            aws_secret_access_key=request.secret,
            aws_host=request.authority,
            aws_region="us-east-1",
            aws_service="execute-api",
        ),
    )
    return driver.SENT


driver.serve(sign)
