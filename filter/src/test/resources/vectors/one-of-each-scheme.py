"""Signs one GET and one POST in every scheme, by the published rules and without this library's code.

    python3 one-of-each-scheme.py > one-of-each-scheme.json
"""
import base64
import hashlib
import hmac
import json

KEY = "app-one"
SECRET = b"the secret of application one"
HOST = "api.example"
EPOCH = 1795290252
BODY = '{"item":"a"}'


def b64(raw):
    return base64.b64encode(raw).decode()


def mac(text, key=SECRET, digest="sha256"):
    return hmac.new(key, text.encode(), digest).digest()


def sha256(text):
    return hashlib.sha256(text.encode()).digest()


def countersign(method, path, query, content_type, body):
    nonce = "one-of-each-nonce-" + method
    lines = ["countersign-1", KEY, "2026-11-21T19:44:12Z", nonce, "release", method, HOST, path, query,
             content_type, "", b64(sha256(body)), ""]
    headers = ["X-App-Key: " + KEY, "X-App-Timestamp: " + lines[2], "X-App-Nonce: " + nonce,
               "X-App-Environment: release", "X-App-Signature: v1=" + b64(mac("\n".join(lines)))]
    return headers + (["Content-Digest: sha-256=:%s:" % b64(sha256(body))] if body else [])


def tencent(method, path, query, content_type, body):
    date = "Sat, 21 Nov 2026 19:44:12 GMT"
    md5 = b64(hashlib.md5(body.encode()).hexdigest().encode()) if body else ""
    text = "\n".join(["x-date: " + date, method, "application/json", content_type, md5,
                      path + ("?" + query if query else "")])
    authorization = 'hmac id="%s", algorithm="hmac-sha1", headers="x-date", signature="%s"' % (
        KEY, b64(mac(text, digest="sha1")))
    return ["X-Date: " + date, "Accept: application/json", "Authorization: " + authorization]


def jdcloud(method, path, query, content_type, body):
    date, scope = "20261121T194412Z", "20261121/cn-north-1/apigateway/jdcloud2_request"
    payload, nonce = sha256(body).hex(), "one-of-each-nonce-" + method
    signed = ({"content-type": content_type} if content_type else {}) | {
        "host": HOST, "x-jdcloud-content-sha256": payload, "x-jdcloud-date": date, "x-jdcloud-nonce": nonce}
    canonical = "\n".join([method, path, query, "".join("%s:%s\n" % pair for pair in signed.items()),
                           ";".join(signed), payload])
    key = b"JDCLOUD2" + SECRET
    for part in scope.split("/"):
        key = mac(part, key)
    text = "\n".join(["JDCLOUD2-HMAC-SHA256", date, scope, sha256(canonical).hex()])
    authorization = "JDCLOUD2-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (
        KEY, scope, ";".join(signed), mac(text, key).hex())
    return ["Host: " + HOST, "X-Jdcloud-Date: " + date, "X-Jdcloud-Nonce: " + nonce,
            "X-Jdcloud-Content-Sha256: " + payload, "Authorization: " + authorization]


def aliyun(method, path, query, content_type, body):
    signed = {"x-ca-key": KEY, "x-ca-nonce": "one-of-each-nonce-" + method} | (
        {"x-ca-stage": "RELEASE"} if body else {}) | {"x-ca-timestamp": "%d000" % EPOCH}
    md5 = b64(hashlib.md5(body.encode()).digest()) if body else ""
    text = "\n".join([method, "application/json", md5, content_type, ""] +
                     ["%s:%s" % pair for pair in signed.items()] + [path + ("?" + query if query else "")])
    return ["Accept: application/json"] + ["%s: %s" % pair for pair in signed.items()] + [
        "X-Ca-Signature-Headers: " + ",".join(signed), "X-Ca-Signature: " + b64(mac(text))] + (
        ["Content-MD5: " + md5] if body else [])


def aws4(method, path, query, content_type, body):
    date, scope = "20261121T194412Z", "20261121/eu-central-1/execute-api/aws4_request"
    payload = sha256(body).hex()
    signed = ({"content-type": content_type} if content_type else {}) | {
        "host": HOST, "x-amz-content-sha256": payload, "x-amz-date": date}
    canonical = "\n".join([method, path, query, "".join("%s:%s\n" % pair for pair in signed.items()),
                           ";".join(signed), payload])
    key = b"AWS4" + SECRET
    for part in scope.split("/"):
        key = mac(part, key)
    text = "\n".join(["AWS4-HMAC-SHA256", date, scope, sha256(canonical).hex()])
    authorization = "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (
        KEY, scope, ";".join(signed), mac(text, key).hex())
    return ["Host: " + HOST, "X-Amz-Date: " + date, "X-Amz-Content-Sha256: " + payload,
            "Authorization: " + authorization]


def rfc9421(method, path, query, content_type, body):
    covered = {"@method": method, "@authority": HOST, "@path": path, "@query": "?" + query}
    digest = "sha-256=:%s:" % b64(sha256(body))
    if body:
        covered |= {"content-type": content_type, "content-digest": digest}
    parameters = '(%s);created=%d;keyid="%s";alg="hmac-sha256"' % (
        " ".join('"%s"' % name for name in covered), EPOCH, KEY)
    base = "\n".join(['"%s": %s' % pair for pair in covered.items()] + ['"@signature-params": ' + parameters])
    return ["Signature-Input: sig=" + parameters, "Signature: sig=:%s:" % b64(mac(base))] + (
        ["Content-Digest: " + digest] if body else [])


def rows():
    for scheme, sign, number_used_once in (
            ("countersign-1", countersign, True), ("tencent", tencent, False),
            ("jdcloud", jdcloud, True), ("aliyun", aliyun, True),
            ("aws4", aws4, False), ("rfc9421", rfc9421, False)):
        for method, path, query, content_type, body in (
                ("GET", "/orders/17", "a=1", "", ""), ("POST", "/orders", "", "application/json", BODY)):
            headers = sign(method, path, query, content_type, body)
            yield {
                "sentence": "A %s that is signed by %s is that scheme's and no other's." % (method, scheme),
                "scheme": scheme,
                "nonce": number_used_once,
                "method": method,
                "path": path,
                "query": query,
                "headers": headers + (["Content-Type: " + content_type] if content_type else []),
                "body": body,
            }


print(json.dumps(list(rows()), indent=1))
