<?php
// Signs as the PHP sample of Tencent's gateway does, written from its observed behaviour: query and
// form are parsed into one array, sorted by name and signed decoded; an empty value leaves its name
// alone; the MD5 of any other body is signed and sent; headers of the caller are signed too. The
// argument is the algorithm.
declare(strict_types=1);

const OWN_LINES = ['accept', 'content-type', 'content-md5'];
const FORM = 'application/x-www-form-urlencoded';

function resource(string $path, string $query, string $form): string
{
    parse_str($query, $ofQuery);
    parse_str($form, $ofForm);
    $all = array_merge($ofQuery, $ofForm);
    ksort($all, SORT_STRING);
    $pairs = [];
    foreach ($all as $name => $value) {
        $pairs[] = empty($value) ? (string) $name : "$name=$value";
    }
    return $path . ($pairs ? '?' . implode('&', $pairs) : '');
}

function signed(object $told, string $algorithm): array
{
    $now = isset($told->date) ? strtotime(substr($told->date, 0, 19) . 'Z') : time();
    $headers = ['x-date' => gmdate('D, d M Y H:i:s', $now) . ' GMT', 'accept' => 'application/json'];
    $toSend = [['Host', "$told->host:$told->port"]];
    foreach ($told->headers as [$name, $value]) {
        $headers[strtolower($name)] = $value;
    }
    $body = base64_decode($told->body ?? '');
    $isForm = str_starts_with($headers['content-type'] ?? '', FORM);
    if ($body !== '' && !$isForm) {
        $headers['content-md5'] = base64_encode(md5($body));
    }
    $names = array_filter(array_keys($headers), fn ($name) => !in_array($name, OWN_LINES, true));
    sort($names, SORT_STRING);
    $lines = array_map(fn ($name) => "$name: $headers[$name]", $names);
    array_push($lines, $told->method, $headers['accept'], $headers['content-type'] ?? '');
    $lines[] = $headers['content-md5'] ?? '';
    $lines[] = resource($told->path, $told->query ?? '', $isForm ? $body : '');
    $mac = hash_hmac($algorithm, implode("\n", $lines), $told->secret, true);
    foreach ($headers as $name => $value) {
        $toSend[] = [$name, $value];
    }
    $toSend[] = ['Authorization', sprintf(
        'hmac id="%s", algorithm="hmac-%s", headers="%s", signature="%s"',
        $told->appKey,
        $algorithm,
        implode(' ', $names),
        base64_encode($mac)
    )];
    $target = $told->path . (($told->query ?? '') === '' ? '' : "?$told->query");
    return ['method' => $told->method, 'target' => $target, 'headers' => $toSend,
        'body' => base64_encode($body)];
}

while (($line = fgets(STDIN)) !== false) {
    $told = json_decode($line, false, 64, JSON_THROW_ON_ERROR);
    try {
        $answer = ['id' => $told->id, 'sign' => signed($told, $argv[1])];
    } catch (Throwable $fault) {
        $answer = ['id' => $told->id, 'error' => $fault->getMessage()];
    }
    fwrite(STDOUT, json_encode($answer, JSON_THROW_ON_ERROR) . "\n");
    fflush(STDOUT);
}
