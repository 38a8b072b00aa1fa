// npm jdcloud-sdk-js: its own request object, signer and transport.
import { parse } from 'node:querystring'
import JDCloud from 'jdcloud-sdk-js'
import { authority, body, headers, serve } from './driver.mjs'

JDCloud.config.update({ logger: () => {} })

serve(async request => {
  const service = new JDCloud.Service('echo', {
    credentials: new JDCloud.Credentials({
      accessKeyId: request.appKey,
      secretAccessKey: request.secret,
    }),
    regionId: 'cn-north-1',
    endpoint: { protocol: 'http', host: authority(request) },
  })
  const { 'Content-Type': type, ...others } = headers(request)
  const bytes = body(request)
  try {
    // It takes paths and parameters decoded, and bodies as objects.
    await service.makeRequest(
      decodeURIComponent(request.path),
      request.method,
      {},
      parse(request.query),
      others,
      {},
      bytes ? JSON.parse(bytes) : undefined,
      [type ?? 'application/json'],
      ['application/json'],
      null,
    )
  } catch (e) {
    // A refusal of the server is an object that holds the response; everything else is a fault.
    if (!e?.responseObj) throw e
  }
  return { sent: true }
})
