import { expect, it } from 'vitest'
import { createRequestLog, loggedHeaders, maskKey } from '../../src/emulation/request-log.js'
import { runEmulator } from '../support/emulator.js'

const arrived = { at: '', method: 'GET', path: '/', headers: {}, body: '', fault: null }

it('logs method, path, operation, headers, body and answer', async () => {
  const emulator = await runEmulator()
  await emulator.post('/v2/payments/capture?x=1', { token: 'NOBODY' }, { idempotencyKey: 'k' })
  const [entry] = emulator.control.requests()
  expect(entry).toMatchObject({
    id: 1,
    at: '2026-01-01T09:00:00.000Z',
    method: 'POST',
    path: '/v2/payments/capture?x=1',
    operation: 'capturePayment',
    headers: { 'idempotency-key': 'k', authorization: 'Bearer ****kkos' },
    body: '{"token":"NOBODY"}',
    answer: { status: 422, body: expect.stringContaining('invalid_token') },
    fault: null,
  })
})

it('never holds a key, whatever was sent as one', async () => {
  const emulator = await runEmulator()
  for (const authorization of ['Bearer marker-secret', 'marker-secret', 'Basic marker-secret']) {
    await emulator.get('/v2/payments/X', { authorization })
  }
  const requests = emulator.control.requests()
  expect(requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer ****cret',
    '****cret',
    '****cret',
  ])
  expect(JSON.stringify(requests)).not.toContain('marker-s')
})

it.each([
  ['qhtfs87hjnc12kkos', '****kkos'],
  ['short', '****'],
  ['12345678', '****'],
])('masks %s as %s', (key, masked) => {
  expect(maskKey(key)).toBe(masked)
})

it('shows a header that was sent twice', () => {
  expect(loggedHeaders({ via: ['a', 'b'] })).toEqual({ via: 'a, b' })
})

it('keeps the last requests only', () => {
  const log = createRequestLog(3)
  for (let index = 0; index < 5; index += 1) log.add(arrived)
  expect(log.list().map(({ id }) => id)).toEqual([3, 4, 5])
})

it('adds an answer to the right request, and to none that was dropped', () => {
  const log = createRequestLog(2)
  const answers = [log.add(arrived), log.add(arrived), log.add(arrived)]
  for (const [index, answered] of answers.entries()) {
    answered({ status: 200 + index, headers: {}, body: '' })
  }
  expect(log.list().map(({ answer }) => answer?.status)).toEqual([201, 202])
})

it('cuts long bodies', () => {
  const log = createRequestLog(10)
  log.add({ ...arrived, body: 'x'.repeat(100_000) })({
    status: 200,
    headers: {},
    body: 'y'.repeat(100_000),
  })
  const [entry] = log.list()
  expect(entry?.body).toBe(`${'x'.repeat(65_536)}… (100000 characters)`)
  expect(entry?.answer?.body).toBe(`${'y'.repeat(65_536)}… (100000 characters)`)
})
