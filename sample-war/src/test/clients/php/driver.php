<?php
// One line of JSON in, one out: see README.md beside this folder.

function serve(callable $sign): void
{
    while (($line = fgets(STDIN)) !== false) {
        $request = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        $request['body'] = base64_decode($request['body'] ?? '', true);
        $request['authority'] = $request['host'] . ':' . $request['port'];
        $request['target'] = $request['path'] . ($request['query'] === '' ? '' : '?' . $request['query']);
        try {
            $answer = $sign($request);
        } catch (Throwable $e) {
            $answer = ['error' => (string) $e];
        }
        fwrite(STDOUT, json_encode(['id' => $request['id']] + $answer, JSON_THROW_ON_ERROR) . "\n");
    }
}

function signed(string $method, string $target, array $headers, string $body): array
{
    $pairs = [];
    foreach ($headers as $name => $value) {
        $pairs[] = [(string) $name, (string) $value];
    }
    return ['sign' => [
        'method' => $method,
        'target' => $target,
        'headers' => $pairs,
        'body' => base64_encode($body),
    ]];
}
