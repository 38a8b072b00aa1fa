// npm aws4, as its page shows: http.request(aws4.sign(options, credentials)).
import aws4 from 'aws4'
import { authority, body, compact, headers, send, serve, target } from './driver.mjs'

serve(request => {
  const options = {
    host: request.host,
    port: request.port,
    method: request.method,
    path: target(request),
    service: request.options.service || 'execute-api',
    region: 'us-east-1',
    headers: { Host: authority(request), ...headers(request) },
    body: body(request)
  }
  if (request.date) {
    options.headers['X-Amz-Date'] = compact(request.date)
  }
  aws4.sign(options, { accessKeyId: request.appKey, secretAccessKey: request.secret })
  return send(options, options.body)
})
