// The signer of the AWS SDK for JavaScript 3; it takes the query as decoded values.
import { SignatureV4 } from '@smithy/signature-v4'
import { Sha256 } from '@aws-crypto/sha256-js'
import { authority, body, headers, send, serve } from './driver.mjs'

serve(async request => {
  const signer = new SignatureV4({
    credentials: { accessKeyId: request.appKey, secretAccessKey: request.secret },
    region: 'us-east-1',
    service: request.options.s3 ? 's3' : 'execute-api',
    uriEscapePath: !request.options.s3,
    sha256: Sha256
  })
  const call = request.options.presign ? 'presign' : 'sign'
  const signed = await signer[call](
    {
      method: request.method,
      protocol: 'http:',
      hostname: request.host,
      port: request.port,
      path: request.path,
      query: bag(request.query),
      headers: { host: authority(request), ...headers(request) },
      body: body(request)
    },
    { signingDate: request.date ? new Date(request.date) : new Date(), expiresIn: 600 }
  )
  const options = {
    host: request.host,
    port: request.port,
    method: signed.method,
    path: signed.path + text(signed.query),
    headers: signed.headers
  }
  return send(options, signed.body)
})

function bag(query) {
  const all = {}
  for (const [name, value] of new URLSearchParams(query)) {
    all[name] = name in all ? [].concat(all[name], value) : value
  }
  return all
}

// As the SDK's own transport writes it.
function text(query) {
  const escape = part => encodeURIComponent(part).replace(/[!'()*]/g, hex)
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [].concat(values).map(value => `${escape(name)}=${escape(value)}`)
  )
  return pairs.length ? '?' + pairs.join('&') : ''
}

const hex = c => '%' + c.charCodeAt(0).toString(16).toUpperCase()
