// npm http-message-signatures; Content-Digest is the application's job.
import { createHash } from 'node:crypto'
import { createSigner, httpbis } from 'http-message-signatures'
import { authority, body, headers, send, serve, target } from './driver.mjs'

const DERIVED = ['@method', '@authority', '@path', '@query']

serve(async request => {
  const content = body(request)
  const all = { Host: authority(request), ...headers(request) }
  const fields = [...DERIVED, 'x-tenant']
  if (content) {
    all['Content-Digest'] = `sha-256=:${createHash('sha256').update(content).digest('base64')}:`
    all['Content-Length'] = String(content.length)
    fields.push('content-digest', 'content-type')
  }
  const created = request.date ? new Date(request.date) : new Date()
  const signed = await httpbis.signMessage(
    {
      key: createSigner(Buffer.from(request.secret), 'hmac-sha256', request.appKey),
      name: 'app',
      fields,
      params: request.options.params || ['created', 'keyid', 'alg'],
      paramValues: {
        created,
        expires: new Date(created.getTime() + 200000),
        nonce: Math.random().toString(36).slice(2) + created.getTime()
      }
    },
    { method: request.method, url: `http://${authority(request)}${target(request)}`, headers: all }
  )
  const options = { host: request.host, port: request.port, method: request.method }
  return send({ ...options, path: target(request), headers: signed.headers }, content)
})
