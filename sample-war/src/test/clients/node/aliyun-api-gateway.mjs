// Drives npm aliyun-api-gateway: its own client and transport.
import { createInterface } from 'node:readline';
import { parse } from 'node:querystring';
import gateway from 'aliyun-api-gateway';

const FORM = 'application/x-www-form-urlencoded';

// It sends values of JSON; what is none goes as a text.
function value(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function bodyOf(told, type) {
  const bytes = Buffer.from(told.body ?? '', 'base64');
  if (type.startsWith(FORM)) return parse(bytes.toString());
  return type.startsWith('application/json') ? value(bytes.toString()) : bytes;
}

async function call(told) {
  const client = new gateway.Client(told.appKey, told.secret, 'RELEASE');
  const headers = Object.fromEntries(
    (told.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]),
  );
  // Headers of the caller are signed when they are handed in as such.
  const { 'x-tenant': tenant, ...others } = headers;
  const signHeaders = tenant === undefined ? {} : { 'x-tenant': tenant };
  const options = { headers: others, signHeaders, timeout: 60000 };
  if (told.method === 'POST' || told.method === 'PUT') {
    others['content-type'] ??= 'text/plain';
    options.data = bodyOf(told, others['content-type']);
  }
  const query = told.query ? `?${told.query}` : '';
  const address = `http://${told.host}:${told.port}${told.path}${query}`;
  await client[told.method.toLowerCase()](address, options);
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line);
  let answer = { id: told.id, sent: true };
  try {
    await call(told);
  } catch (fault) {
    // A refusal of the server bears its status; everything else is a fault.
    if (typeof fault.code !== 'number') answer = { id: told.id, error: String(fault.stack) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
