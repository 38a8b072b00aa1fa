<?php
// Signs as the PHP sample of Tencent's gateway does, written from its observed behaviour: query and
// form are parsed into one array, sorted by name and signed decoded; an empty value leaves its name
// alone; the MD5 of any other body is signed and sent; headers of the caller are signed too. The
// argument is the algorithm.
declare(strict_types=1);

require __DIR__ . '/driver.php';

const OWN_LINES = ['accept', 'content-type', 'content-md5'];
const FORM = 'application/x-www-form-urlencoded';

function resource(array $request, bool $isForm): string
{
    parse_str($request['query'], $ofQuery);
    parse_str($isForm ? $request['body'] : '', $ofForm);
    $all = array_merge($ofQuery, $ofForm);
    ksort($all, SORT_STRING);
    $pairs = [];
    foreach ($all as $name => $value) {
        $pairs[] = empty($value) ? (string) $name : "$name=$value";
    }
    return $request['path'] . ($pairs ? '?' . implode('&', $pairs) : '');
}

serve(function (array $request) use ($argv): array {
    $algorithm = $argv[1];
    $now = isset($request['date']) ? strtotime(substr($request['date'], 0, 19) . 'Z') : time();
    $headers = ['x-date' => gmdate('D, d M Y H:i:s', $now) . ' GMT', 'accept' => 'application/json'];
    foreach ($request['headers'] as [$name, $value]) {
        $headers[strtolower($name)] = $value;
    }
    $isForm = str_starts_with($headers['content-type'] ?? '', FORM);
    if ($request['body'] !== '' && !$isForm) {
        $headers['content-md5'] = base64_encode(md5($request['body']));
    }
    $names = array_diff(array_keys($headers), OWN_LINES);
    sort($names, SORT_STRING);
    $lines = array_map(fn ($name) => "$name: $headers[$name]", $names);
    array_push($lines, $request['method'], $headers['accept'], $headers['content-type'] ?? '');
    array_push($lines, $headers['content-md5'] ?? '', resource($request, $isForm));
    $headers['Authorization'] = sprintf(
        'hmac id="%s", algorithm="hmac-%s", headers="%s", signature="%s"',
        $request['appKey'],
        $algorithm,
        implode(' ', $names),
        base64_encode(hash_hmac($algorithm, implode("\n", $lines), $request['secret'], true))
    );
    $headers = ['Host' => $request['authority']] + $headers;
    return signed($request['method'], $request['target'], $headers, $request['body']);
});
