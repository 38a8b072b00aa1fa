// Drives npm jdcloud-sdk-js: its own request object, signer and transport.
import { createInterface } from 'node:readline';
import { parse } from 'node:querystring';
import JDCloud from 'jdcloud-sdk-js';

JDCloud.config.update({ logger: () => {} });

// It sends values of JSON; what is none goes as a text.
function value(body) {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

async function call(told) {
  const service = new JDCloud.Service('echo', {
    credentials: new JDCloud.Credentials({
      accessKeyId: told.appKey,
      secretAccessKey: told.secret,
    }),
    regionId: 'cn-north-1',
    endpoint: { protocol: 'http', host: `${told.host}:${told.port}` },
  });
  const body = Buffer.from(told.body ?? '', 'base64').toString();
  const headers = Object.fromEntries(told.headers ?? []);
  const types = Object.keys(headers).filter((name) => name.toLowerCase() === 'content-type');
  const type = types.length ? headers[types[0]] : 'application/json';
  types.forEach((name) => delete headers[name]);
  // It takes paths and parameters decoded, and bodies as objects.
  await service.makeRequest(
    decodeURIComponent(told.path),
    told.method,
    {},
    parse(told.query ?? ''),
    headers,
    {},
    body ? value(body) : undefined,
    [type],
    ['application/json'],
    null,
  );
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line);
  let answer = { id: told.id, sent: true };
  try {
    await call(told);
  } catch (fault) {
    // A refusal of the server is an object that holds the response; everything else is a fault.
    if (!fault?.responseObj) answer = { id: told.id, error: String(fault?.stack ?? fault) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
