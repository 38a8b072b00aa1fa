// Signs as the JavaScript samples of Tencent's gateway do, written from their observed behaviour:
// the path is signed as it stands, with a query that nobody sorts; the members of a form follow it
// sorted and not encoded; the MD5 of any other body is signed and sent.
import { createHash, createHmac } from 'node:crypto';
import { createInterface } from 'node:readline';

const FORM = 'application/x-www-form-urlencoded';

const formText = (body) =>
  [...new URLSearchParams(body)]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (value ? `${name}=${value}` : name))
    .join('&');

function sign(told) {
  const now = told.date ? new Date(told.date) : new Date();
  const headers = new Map([['x-date', now.toUTCString()], ['accept', 'application/json']]);
  for (const [name, value] of told.headers ?? []) headers.set(name.toLowerCase(), value);
  const body = Buffer.from(told.body ?? '', 'base64');
  const isForm = (headers.get('content-type') ?? '').startsWith(FORM);
  const md5 = () => createHash('md5').update(body).digest('hex');
  if (body.length && !isForm) headers.set('content-md5', Buffer.from(md5()).toString('base64'));

  const target = told.path + (told.query ? `?${told.query}` : '');
  const form = isForm ? formText(body.toString()) : '';
  const names = ['source', 'x-date'].filter((name) => headers.has(name));
  const text = [
    ...names.map((name) => `${name}: ${headers.get(name)}`),
    told.method,
    headers.get('accept'),
    headers.get('content-type') ?? '',
    headers.get('content-md5') ?? '',
    form ? `${target}?${form}` : target,
  ].join('\n');
  const signature = createHmac('sha1', told.secret).update(text).digest('base64');
  headers.set(
    'Authorization',
    `hmac id="${told.appKey}", algorithm="hmac-sha1", headers="${names.join(' ')}", signature="${signature}"`,
  );
  const all = [['Host', `${told.host}:${told.port}`], ...headers];
  return { method: told.method, target, headers: all, body: body.toString('base64') };
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line);
  let answer;
  try {
    answer = { id: told.id, sign: sign(told) };
  } catch (fault) {
    answer = { id: told.id, error: String(fault) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
