import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { json, startScript } from '../support/scripted-server.js'

const core = fileURLToPath(new URL('../..', import.meta.url))

it('a process ends after its last call, although the connection is kept', async () => {
  const server = await startScript(json(200, { token: 'T1', status: 'charged' }))
  const script = `import { Scalapay } from '@scalapay-kit/core'
const client = new Scalapay({ apiKey: 'k', environment: 'sandbox', baseUrl: '${server.url}' })
for (const call of [1, 2]) process.stdout.write((await client.orders.get('T1')).token + call)`
  const flags = ['--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: core })
  expect(stdout).toBe('T11T12')
  expect(server.connections()).toBe(1)
})
