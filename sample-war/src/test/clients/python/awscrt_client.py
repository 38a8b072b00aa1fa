"""awscrt: the signer of the C runtime that the AWS SDKs for C++, Python 2 and Ruby share."""

import io

import awscrt.auth as auth
import awscrt.http as http

import driver


def sign(request):
    s3 = request.options.get("s3")
    headers = [tuple(h) for h in request.headers] + [("Host", request.authority)]
    if request.body:
        headers.append(("Content-Length", str(len(request.body))))
    call = http.HttpRequest(
        request.method,
        request.target,
        http.HttpHeaders(headers),
        io.BytesIO(request.body) if request.body else None,
    )
    kind = auth.AwsSignedBodyHeaderType
    config = auth.AwsSigningConfig(
        algorithm=auth.AwsSigningAlgorithm.V4,
        signature_type=auth.AwsSignatureType.HTTP_REQUEST_HEADERS,
        credentials_provider=auth.AwsCredentialsProvider.new_static(request.appKey, request.secret),
        region="us-east-1",
        service="s3" if s3 else "execute-api",
        date=request.instant(),
        use_double_uri_encode=not s3,
        should_normalize_uri_path=not s3,
        signed_body_header_type=kind.X_AMZ_CONTENT_SHA_256 if s3 else kind.NONE,
    )
    auth.aws_sign_request(call, config).result(30)
    return driver.signed(call.method, call.path, call.headers, request.body)


driver.serve(sign)
