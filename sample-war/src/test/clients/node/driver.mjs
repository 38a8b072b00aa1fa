// One line of JSON in, one out: see README.md beside this folder.
import { createInterface } from 'node:readline'
import http from 'node:http'

export function serve(sign) {
  let last = Promise.resolve()
  createInterface({ input: process.stdin }).on('line', line => {
    last = last.then(() => answer(JSON.parse(line), sign))
  })
}

async function answer(request, sign) {
  let result
  try {
    result = { id: request.id, ...(await sign(request)) }
  } catch (e) {
    result = { id: request.id, error: String(e.stack || e) }
  }
  process.stdout.write(JSON.stringify(result) + '\n')
}

export const body = request => (request.body ? Buffer.from(request.body, 'base64') : undefined)

export const authority = request => `${request.host}:${request.port}`

export const target = request => request.path + (request.query ? '?' + request.query : '')

export const headers = request => Object.fromEntries(request.headers)

// 20261121T223600Z
export const compact = date =>
  new Date(date).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')

// Sends what was signed, byte for byte, and waits for the answer.
export function send(options, body) {
  return new Promise((resolve, reject) => {
    const call = http.request(options, answer => {
      answer.resume().on('end', () => resolve({ sent: true }))
    })
    call.on('error', reject).end(body)
  })
}
