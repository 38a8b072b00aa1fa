// Signs as the JavaScript samples of Tencent's gateway do, written from their observed behaviour:
// the path is signed as it stands, with a query that nobody sorts; the members of a form follow it
// sorted and not encoded; the MD5 of any other body is signed and sent.
import { createHash, createHmac } from 'node:crypto'
import { authority, body, serve, target } from './driver.mjs'

const FORM = 'application/x-www-form-urlencoded'

const formText = bytes =>
  [...new URLSearchParams(bytes.toString())]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (value ? `${name}=${value}` : name))
    .join('&')

const hexMd5 = bytes =>
  Buffer.from(createHash('md5').update(bytes).digest('hex')).toString('base64')

serve(request => {
  const now = request.date ? new Date(request.date) : new Date()
  const headers = new Map([['x-date', now.toUTCString()], ['accept', 'application/json']])
  for (const [name, value] of request.headers) headers.set(name.toLowerCase(), value)
  const bytes = body(request)
  const isForm = (headers.get('content-type') ?? '').startsWith(FORM)
  if (bytes && !isForm) headers.set('content-md5', hexMd5(bytes))

  const form = bytes && isForm ? formText(bytes) : ''
  const names = ['source', 'x-date'].filter(name => headers.has(name))
  const text = [
    ...names.map(name => `${name}: ${headers.get(name)}`),
    request.method,
    headers.get('accept'),
    headers.get('content-type') ?? '',
    headers.get('content-md5') ?? '',
    form ? `${target(request)}?${form}` : target(request),
  ].join('\n')
  const signature = createHmac('sha1', request.secret).update(text).digest('base64')
  headers.set('Host', authority(request))
  headers.set(
    'Authorization',
    `hmac id="${request.appKey}", algorithm="hmac-sha1", headers="${names.join(' ')}", signature="${signature}"`,
  )
  return {
    sign: {
      method: request.method,
      target: target(request),
      headers: [...headers],
      body: request.body ?? '',
    },
  }
})
