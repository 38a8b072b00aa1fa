// npm aliyun-api-gateway: its own client and transport.
import { parse } from 'node:querystring'
import gateway from 'aliyun-api-gateway'
import { authority, body, headers, serve, target } from './driver.mjs'

const FORM = 'application/x-www-form-urlencoded'

// It writes forms and JSON itself.
function data(type, bytes) {
  if (type.startsWith(FORM)) return parse(bytes.toString())
  return type.startsWith('application/json') ? JSON.parse(bytes) : bytes
}

serve(async request => {
  const client = new gateway.Client(request.appKey, request.secret, 'RELEASE')
  // Headers of the caller are signed when they are handed in as such.
  const { 'Content-Type': type = 'text/plain', ...signHeaders } = headers(request)
  const options = { headers: {}, signHeaders, timeout: 60000 }
  if (request.method.startsWith('P')) {
    options.headers['Content-Type'] = type
    options.data = data(type, body(request) ?? Buffer.alloc(0))
  }
  const address = `http://${authority(request)}${target(request)}`
  try {
    await client[request.method.toLowerCase()](address, options)
  } catch (e) {
    // A refusal of the server bears its status; everything else is a fault.
    if (typeof e.code !== 'number') throw e
  }
  return { sent: true }
})
