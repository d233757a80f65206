import { Agent, request } from 'node:http'
import { onTestFinished } from 'vitest'
import type { TestEmulator } from './emulator.js'

/** Posts JSON and gives the answer's, which must be a success. */
export type Post = (path: string, body: unknown) => Promise<Readonly<Record<string, unknown>>>

/** Posts over connections that are kept: thousands of `fetch` would take too long. */
export function keepAlive({ url, merchantKey }: TestEmulator, connections: number): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  onTestFinished(() => agent.destroy())
  const headers = { authorization: `Bearer ${merchantKey}`, 'content-type': 'application/json' }
  return (path, body) =>
    new Promise((resolve, reject) => {
      request(url + path, { method: 'POST', agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => {
          if (response.statusCode === 200) resolve(JSON.parse(text))
          else reject(new Error(`${path} was answered with ${response.statusCode}: ${text}`))
        })
      })
        .on('error', reject)
        .end(JSON.stringify(body))
    })
}
