<?php
// The signer of async-aws, and the Symfony client that async-aws sends with.

require __DIR__ . '/driver.php';
require 'AsyncAws/Core/autoload.php';

use AsyncAws\Core\Credentials\Credentials;
use AsyncAws\Core\Request;
use AsyncAws\Core\RequestContext;
use AsyncAws\Core\Signer\SignerV4;
use AsyncAws\Core\Stream\StringStream;
use Symfony\Component\HttpClient\HttpClient;

$transport = HttpClient::create();

serve(function (array $request) use ($transport): array {
    $headers = array_column($request['headers'], 1, 0);
    $call = new Request($request['method'], '/', [], $headers, StringStream::create($request['body']));
    $call->setEndpoint('http://' . $request['authority'] . $request['target']);
    $context = $request['date'] === null
        ? []
        : ['currentDate' => new DateTimeImmutable(substr($request['date'], 0, 19) . 'Z')];
    (new SignerV4('execute-api', 'us-east-1'))->sign(
        $call,
        new Credentials($request['appKey'], $request['secret']),
        new RequestContext($context)
    );
    $transport->request($call->getMethod(), $call->getEndpoint(), [
        'headers' => $call->getHeaders(),
        'body' => $call->getBody()->stringify(),
    ])->getStatusCode();
    return ['sent' => true];
});
