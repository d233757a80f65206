// @ts-check
import { Pool } from 'undici'
import { anOrder } from '../support/order.mjs'
import { startWorker } from '../support/processes.mjs'

const CYCLES = 1_000
const KEY = 'Bearer qhtfs87hjnc12kkos'

/** Cycles of create, approve and capture, against as many requests to a bare Fastify JSON route: CPU time of the server. */
export async function measureEmulator() {
  const [ours, bare] = [await cyclesOn('emulator'), await cyclesOn('bare')]
  return { ...ours, ratio: ours.microseconds / bare.microseconds, bareStartMs: bare.startMs }
}

/** @param {'emulator' | 'bare'} kind */
async function cyclesOn(kind) {
  const worker = await startWorker('emulator', [kind], ['--expose-gc'])
  const { url, startMs } = await worker.ask({})
  const pool = new Pool(url, { connections: 8 })
  /** @param {string} path @param {object} body */
  const post = async (path, body) => {
    const headers = {
      'content-type': 'application/json',
      authorization: KEY,
      'idempotency-key': crypto.randomUUID(),
    }
    const answer = await pool.request({ method: 'POST', path, headers, body: JSON.stringify(body) })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${text}`)
    return text === '' ? {} : JSON.parse(text)
  }
  let number = 0
  const cycle = async () => {
    number += 1
    const { token } = await post('/v2/orders', anOrder(number))
    await post(`/_emulator/orders/${token}/approve`, {})
    await post('/v2/payments/capture', { token })
  }
  /** @param {number} count */
  const run = async (count) => {
    let left = count
    const loop = async () => {
      while (left > 0) {
        left -= 1
        await cycle()
      }
    }
    await Promise.all(Array.from({ length: 8 }, loop))
  }
  await run(CYCLES)
  const before = await worker.ask({})
  const from = performance.now()
  await run(CYCLES)
  const perSecond = (CYCLES * 1000) / (performance.now() - from)
  const after = await worker.ask({})
  worker.stop()
  await pool.close()
  return {
    startMs,
    perSecond,
    microseconds: (after.cpu - before.cpu) / CYCLES,
    bytesPerOrder: (after.heap - before.heap) / CYCLES,
  }
}
