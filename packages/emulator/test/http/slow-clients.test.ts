import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { runEmulator, type TestEmulator } from '../support/emulator.js'

const BODY = '{"token":"NOBODY"}'

/** A client that has sent its headers and the first bytes of its body. */
async function slowClient(emulator: TestEmulator): Promise<Socket> {
  const socket = createConnection(Number(new URL(emulator.url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const head = [
    'POST /v2/payments/capture HTTP/1.1',
    'Host: emulator',
    `Authorization: Bearer ${emulator.merchantKey}`,
    `Content-Length: ${BODY.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${BODY.slice(0, 5)}`)
  return socket
}

it('serves others while fifty clients are slow, and each of them in the end', async () => {
  const emulator = await runEmulator()
  const clients = await Promise.all(Array.from({ length: 50 }, () => slowClient(emulator)))
  expect((await emulator.get('/v2/payments/X')).status).toBe(422)
  const answers = clients.map(async (socket) => {
    socket.write(BODY.slice(5))
    const [bytes] = await once(socket, 'data')
    return String(bytes).split('\r\n', 1)[0]
  })
  expect(new Set(await Promise.all(answers))).toEqual(
    new Set(['HTTP/1.1 422 Unprocessable Entity']),
  )
})

it('closes while a client has not finished its request', async () => {
  const emulator = await runEmulator()
  const socket = await slowClient(emulator)
  // The reset is what the test waits for.
  socket.on('error', () => undefined)
  const closed = new Promise((resolve) => socket.on('close', resolve))
  await emulator.close()
  await closed
  expect(socket.destroyed).toBe(true)
})
