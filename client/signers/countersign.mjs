#!/usr/bin/env node
/*
 * Sends an HTTP request signed in the scheme countersign-1 (docs/protocol.md of Countersign).
 *
 * One file on its own, for Node 18.3 or newer and its standard library: copy it into your project. Run it with --help to
 * see how it is used as a command. As a module:
 *
 *   import { sign } from './countersign.mjs';
 *   const headers = { 'Content-Type': 'application/json' };
 *   const added = sign({ method: 'POST', url, headers, body, key: 'orders-app-01', secret, environment: 'release' });
 *   await fetch(url, { method: 'POST', body, headers: { ...headers, ...added }, redirect: 'manual' });
 *
 * Whatever sends the request must send URL, body and signed headers as they were given to sign(); fetch, for one, adds a
 * Content-Type to a body of text that has none, and escapes some characters of a URL. Sign again for every repetition: a
 * nonce is good for one request.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const SIGNED_ANYWAY = new Set(['host', 'content-type', 'content-encoding', 'content-digest', 'x-app-key',
  'x-app-timestamp', 'x-app-nonce', 'x-app-environment', 'x-app-signed-headers', 'x-app-signature']);
const CHANGES_ON_ITS_WAY = new Set(['connection', 'content-length', 'cookie', 'http2-settings', 'keep-alive',
  'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const HTTP_URL = /^(https?):\/\/([^/?#@\\]+)(\/[^?#]*)?(?:\?([^#]*))?$/;

/**
 * Returns the headers that sign the request, as an object to be sent beside `headers`.
 *
 * headers: an object or an array of pairs, as they will be sent. body: a Buffer, Uint8Array or text (sent as UTF-8);
 * undefined for no body; for a body that is read elsewhere, give the base64 of its SHA-256 as bodyDigest. secret: a Buffer,
 * Uint8Array or text (taken as UTF-8). signHeaders: names of further headers to sign. timestamp and nonce are made here if
 * not given. Throws if the request cannot be signed.
 */
export function sign({
  method, url, headers = [], body, bodyDigest, key, secret, environment, signHeaders = [],
  timestamp = new Date().toISOString().replace(/\.\d+Z$/, 'Z'), nonce = randomBytes(18).toString('base64url'),
}) {
  check('app key', /^[A-Za-z0-9_-]{5,128}$/, key);
  check('timestamp', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/, timestamp);
  check('nonce', /^[A-Za-z0-9_-]{16,64}$/, nonce);
  check('environment', /^[A-Za-z0-9_-]{1,64}$/, environment);
  const keyBytes = Buffer.from(secret ?? '');
  if (keyBytes.length < 16) {
    throw new Error('the secret has fewer than 16 bytes, or is missing');
  }
  const digest = bodyDigest ?? createHash('sha256').update(body ?? '').digest('base64');
  const added = {
    'X-App-Key': key, 'X-App-Timestamp': timestamp, 'X-App-Nonce': nonce, 'X-App-Environment': environment,
  };
  if (signHeaders.length > 0) {
    added['X-App-Signed-Headers'] = [...new Set(signHeaders.map(lower))].sort().join(';');
  }
  const text = canonicalRequest(method, url, headers, digest, added);
  if (body !== undefined || bodyDigest !== undefined) {
    added['Content-Digest'] = `sha-256=:${digest}:`;
  }
  added['X-App-Signature'] = 'v1=' + createHmac('sha256', keyBytes).update(text).digest('base64');
  return added;
}

/** The text that is signed: rule P-20. added: what sign() returns; its Content-Digest and X-App-Signature do not count. */
export function canonicalRequest(method, url, headers, digest, added) {
  if (!TOKEN.test(method) || method.length > 32) {
    throw new Error('the method is not a token of at most 32 characters');
  }
  const { authority, path, query } = parts(url);
  const values = valuesByName(headers);
  const list = added['X-App-Signed-Headers'] ?? '';
  const names = list === '' ? [] : list.split(';');
  return [
    'countersign-1', added['X-App-Key'], added['X-App-Timestamp'], added['X-App-Nonce'], added['X-App-Environment'],
    method, lower(authority).replace(/:(80|443)$/, ''), path, query,
    single(values, 'content-type'), single(values, 'content-encoding'), digest, list,
    ...names.map((name) => headerLine(values, name)),
  ].join('\n');
}

/** Scheme, authority, path and query of a URL, nothing decoded or encoded. */
function parts(url) {
  const matched = HTTP_URL.exec(url);
  if (!matched || !/^[!-~]+$/.test(url) || [':80', ':443'].includes(matched[2])) {
    throw new Error('this is not an http(s) URL of visible ASCII without user information and fragment');
  }
  return { scheme: matched[1], authority: matched[2], path: matched[3] ?? '/', query: matched[4] ?? '' };
}

function headerLine(values, name) {
  if (SIGNED_ANYWAY.has(name) || CHANGES_ON_ITS_WAY.has(name)) {
    throw new Error(`the header ${name} cannot be listed: it is signed anyway, or changes on its way`);
  }
  if (single(values, name) === '') {
    throw new Error(`the header ${name} is to be signed but not sent`);
  }
  return `${name}:${single(values, name).replace(/[ \t]+/g, ' ')}`;
}

/** The values by name in lower case; each value as a server sees it. */
function valuesByName(headers) {
  const values = new Map();
  for (const [name, value] of Array.isArray(headers) ? headers : Object.entries(headers)) {
    const trimmed = trim(value);
    if (!TOKEN.test(name) || !/^[\t -~]+$/.test(trimmed)) {
      throw new Error(`the header ${JSON.stringify(name)} is empty, or not of visible ASCII, space and tab`);
    }
    const known = lower(name);
    if (SIGNED_ANYWAY.has(known) && known !== 'content-type' && known !== 'content-encoding') {
      throw new Error(`the header ${name} is written by the signer`);
    }
    values.set(known, [...(values.get(known) ?? []), trimmed]);
  }
  return values;
}

/** The one value of a header, empty if it is absent. */
function single(values, name) {
  const found = values.get(name) ?? [''];
  if (found.length > 1) {
    throw new Error(`the header ${name} occurs twice`);
  }
  return found[0];
}

function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function trim(text) {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}

function check(what, pattern, text) {
  if (!pattern.test(text ?? '')) {
    throw new Error(`the ${what} is not of the form ${pattern.source}`);
  }
}

/** Sends the request as it was signed: no redirects, nothing added but Host, Connection and Content-Length. */
function send({ method, url, headers, body, file, timeout }) {
  const { scheme, authority, path, query } = parts(url);
  const [, host, port] = /^(.*?)(?::(\d+))?$/.exec(authority);
  const length = file ? statSync(file).size : body?.length;
  const sent = [['Host', authority], ...headers];
  if (length !== undefined) {
    sent.push(['Content-Length', String(length)]);
  }
  return new Promise((resolve, reject) => {
    const call = (scheme === 'https' ? httpsRequest : httpRequest)({
      method, host: host.replace(/^\[|\]$/g, ''), port, path: query === '' ? path : `${path}?${query}`, headers: sent,
      setHost: false, signal: AbortSignal.timeout(timeout * 1000),
    }, resolve);
    call.on('error', reject);
    if (file) {
      pipeline(createReadStream(file), call).catch(reject);
    } else {
      call.end(body);
    }
  });
}

const USAGE = `usage: countersign.mjs [options] METHOD URL

  --key KEY            the app key                             (or COUNTERSIGN_APP_KEY)
  --environment NAME   the environment that is called          (or COUNTERSIGN_ENVIRONMENT)
  --secret-env NAME    variable that holds the secret; COUNTERSIGN_SECRET if nothing is said
  --secret-file FILE   file that holds the secret; line ends behind it do not count
  --secret-base64      the secret is the base64 of its bytes
  -H, --header LINE    send this header, "Name: value"
  --sign-header NAME   sign that header too; it must be sent with --header
  -d, --data TEXT      the body
  --data-file FILE     the body, from a file
  -i, --include        show the answer's head before its body
  --timeout SECONDS    give up after so long; 60 if nothing is said
  --print              do not send; print the headers that sign the request
  --canonical          do not send; print the canonical request
  --timestamp TEXT     sign this instant instead of now        (for tests)
  --nonce TEXT         use this nonce instead of a random one  (for tests)

The answer's body goes to standard output. Exit code: 0, 22 if the status is 400 or above, 2 if the request cannot be
signed, 1 if it cannot be sent.
`;

const text = { type: 'string' };
const flag = { type: 'boolean' };
const OPTIONS = {
  key: text, environment: text, 'secret-env': text, 'secret-file': text, 'secret-base64': flag,
  header: { type: 'string', short: 'H', multiple: true }, 'sign-header': { type: 'string', multiple: true },
  data: { type: 'string', short: 'd' }, 'data-file': text, include: { type: 'boolean', short: 'i' }, timeout: text,
  print: flag, canonical: flag, timestamp: text, nonce: text, help: { type: 'boolean', short: 'h' },
};

async function fileDigest(file) {
  const sha256 = createHash('sha256');
  await pipeline(createReadStream(file), sha256);
  return sha256.digest('base64');
}

function secretOf(options) {
  const bytes = options['secret-file']
    ? readFileSync(options['secret-file'])
    : Buffer.from(process.env[options['secret-env'] ?? 'COUNTERSIGN_SECRET'] ?? '');
  const end = options['secret-file'] ? bytes.toString('latin1').replace(/\n+$/, '').length : bytes.length;
  return options['secret-base64'] ? Buffer.from(bytes.toString('latin1', 0, end), 'base64') : bytes.subarray(0, end);
}

function headerPair(line) {
  const colon = line.indexOf(':');
  if (colon < 0) {
    throw new Error("a header is written 'Name: value'");
  }
  return [line.slice(0, colon), trim(line.slice(colon + 1))];
}

async function signedCall() {
  const { values: options, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (options.help || positionals.length !== 2) {
    process.stderr.write(USAGE);
    process.exit(2);
  }
  const [method, url] = positionals;
  const file = options['data-file'];
  const body = options.data === undefined ? undefined : Buffer.from(options.data);
  const request = {
    method, url, headers: (options.header ?? []).map(headerPair), body,
    bodyDigest: file === undefined ? undefined : await fileDigest(file),
    key: options.key ?? process.env.COUNTERSIGN_APP_KEY,
    environment: options.environment ?? process.env.COUNTERSIGN_ENVIRONMENT,
    secret: secretOf(options), signHeaders: options['sign-header'], timestamp: options.timestamp, nonce: options.nonce,
  };
  if (!options.print && !options.canonical && method !== method.toUpperCase()) {
    throw new Error('Node sends every method in upper case, so this one cannot be sent as it was signed');
  }
  return { options, request, file, added: sign(request) };
}

async function perform({ options, request, file, added }) {
  if (options.canonical) {
    const digest = request.bodyDigest ?? createHash('sha256').update(request.body ?? '').digest('base64');
    process.stdout.write(canonicalRequest(request.method, request.url, request.headers, digest, added));
    return 0;
  }
  if (options.print) {
    Object.entries(added).forEach(([name, value]) => process.stdout.write(`${name}: ${value}\n`));
    return 0;
  }
  const headers = [...request.headers, ...Object.entries(added)];
  const answer = await send({ ...request, headers, file, timeout: Number(options.timeout ?? 60) });
  if (options.include) {
    process.stdout.write(`HTTP/${answer.httpVersion} ${answer.statusCode} ${answer.statusMessage}\n`);
    for (let i = 0; i < answer.rawHeaders.length; i += 2) {
      process.stdout.write(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}\n`);
    }
    process.stdout.write('\n');
  }
  for await (const piece of answer) {
    process.stdout.write(piece);
  }
  return answer.statusCode >= 400 ? 22 : 0;
}

function isCommand() {
  return process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href;
}

if (isCommand()) {
  let exit = 2;
  try {
    const call = await signedCall();
    exit = 1;
    exit = await perform(call);
  } catch (error) {
    process.stderr.write(`countersign.mjs: ${error.message}\n`);
  }
  process.exitCode = exit;
}
