import { eur, isScalapayError, responseOf } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { describe, expect, it } from 'vitest'
import { boot } from '../../src/client/boot.js'
import { expected } from '../../src/client/expected.js'
import { tillOrder } from '../../src/client/till-order.js'

const ONE_CAPTURE = [['capture', 10_000]]

describe('S15 lost create answer', () => {
  it('gives one order, whose token the repetition finds', async () => {
    await using booted = await boot()
    booted.emulator.control.faults.add({
      match: { operation: 'createOrder', times: 1 },
      effect: { reset: 'after' },
    })
    const { token } = await booted.client.orders.create(sampleOrder())
    expect(booted.emulator.control.orders().map((order) => order.token)).toEqual([token])
    expect(booted.callsOf('createOrder')).toBe(2)
  })

  it('gives one order to a process that starts anew, and the error names the search', async () => {
    await using booted = await boot()
    const { control } = booted.emulator
    control.faults.add({ match: { operation: 'createOrder' }, effect: { reset: 'after' } })
    const lost = await booted.client.orders.create(sampleOrder()).catch((error) => error)
    expect(lost).toMatchObject({
      outcome: 'unknown',
      findBy: { merchantOrderReference: 'order-1' },
    })
    control.faults.clear()
    const afterRestart = booted.connect()
    const { token } = await afterRestart.orders.create(sampleOrder())
    const found = await afterRestart.orders.find(lost.findBy)
    expect(found.map(({ orderToken }) => orderToken)).toEqual([token])
  })
})

describe('S16 lost capture answer', () => {
  it('captures once although every answer of the first process is lost', async () => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    booted.emulator.control.faults.add({
      match: { operation: 'capturePayment', times: 3 },
      effect: { reset: 'after' },
    })
    await expect(booted.client.payments.capture({ token })).rejects.toMatchObject({
      name: 'ScalapayConnectionError',
      outcome: 'unknown',
      attempts: 3,
    })
    const captured = await booted.connect().payments.capture({ token })
    expect(responseOf(captured).idempotencyReplayed).toBe(true)
    expect(booted.movements()).toEqual(ONE_CAPTURE)
  })

  it('is resolved to captured by checkout.complete, which reads the order', async () => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    booted.emulator.control.faults.add({
      match: { operation: 'capturePayment' },
      effect: { reset: 'after' },
    })
    const completed = await booted.client.checkout.complete({ token, expect: expected('order-1') })
    expect(completed).toMatchObject({ outcome: 'captured', order: { status: 'charged' } })
    expect(booted.movements()).toEqual(ONE_CAPTURE)
  })
})

describe('S17 lost refund answer', () => {
  const refund = { refundAmount: eur('25.00'), merchantRefundReference: 'return-1' }

  it('refunds once when the operator clicks again', async () => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    await booted.client.payments.capture({ token })
    booted.emulator.control.faults.add({
      match: { operation: 'refundPayment', times: 1 },
      effect: { reset: 'after' },
    })
    const lost = booted.client.payments.refund(token, refund, { maxAttempts: 1 })
    await expect(lost).rejects.toMatchObject({ outcome: 'unknown' })
    await booted.connect().payments.refund(token, refund)
    expect(booted.movements()).toEqual([...ONE_CAPTURE, ['refund', 2_500]])
  })

  it('refunds twice under two references', async () => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    await booted.client.payments.capture({ token })
    await booted.client.payments.refund(token, refund)
    await booted.client.payments.refund(token, { ...refund, merchantRefundReference: 'return-2' })
    expect(booted.movements().slice(1)).toEqual([
      ['refund', 2_500],
      ['refund', 2_500],
    ])
  })
})

it('S18 reset before send: a refused connection says not-sent, and the call is safe to repeat', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  // Port 1: nothing listens there.
  const nowhere = booted.connect({ baseUrl: 'http://127.0.0.1:1' })
  await expect(nowhere.payments.capture({ token })).rejects.toMatchObject({
    name: 'ScalapayConnectionError',
    outcome: 'not-sent',
    retryable: true,
  })
  await booted.client.payments.capture({ token })
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S19 409 in progress: waits, repeats with the same key and captures once', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  booted.emulator.control.faults.add({
    match: { operation: 'capturePayment', times: 1 },
    effect: { answer: 'conflict-409' },
  })
  const captured = await booted.client.payments.capture({ token })
  expect(responseOf(captured).attempts).toBe(2)
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S20 in-store timeout: charges once when the answer is lost, and finds the order by what the error names', async () => {
  await using booted = await boot()
  booted.emulator.control.faults.add({
    match: { operation: 'createInStoreOrder' },
    effect: { reset: 'after' },
  })
  const error: unknown = await booted.client.inStore.create(tillOrder).catch((caught) => caught)
  expect(error).toMatchObject({ outcome: 'unknown', attempts: 1, retryable: false })
  const { findBy = {} } = isScalapayError(error) ? error : {}
  expect(await booted.client.inStore.find(findBy)).toHaveLength(1)
  expect(booted.movements()).toEqual([['capture', 2_500]])
})

it('S26 slow drip: a body that comes too slowly ends in a timeout, and the order is then found captured', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  booted.emulator.control.faults.add({
    match: { operation: 'capturePayment' },
    effect: { body: 'drip', intervalMs: 1_000 },
  })
  const limits = { timeoutMs: 200, maxAttempts: 1 }
  await expect(booted.client.payments.capture({ token }, limits)).rejects.toMatchObject({
    name: 'ScalapayTimeoutError',
    outcome: 'unknown',
    message: expect.stringContaining('within 200 ms (timeoutMs)'),
  })
  const completed = await booted.client.checkout.complete({ token, expect: expected('order-1') })
  expect(completed).toMatchObject({ outcome: 'captured', changed: false })
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S28 caller aborts: the outcome is unknown, and the sweep resolves it', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  booted.emulator.control.faults.add({
    match: { operation: 'capturePayment' },
    effect: { body: 'drip', intervalMs: 1_000 },
  })
  const controller = new AbortController()
  const call = booted.client.payments.capture({ token }, { signal: controller.signal })
  const failure = call.catch((error: unknown) => error)
  // The money is taken once the head of the answer is out.
  await expect.poll(() => booted.movements()).toEqual(ONE_CAPTURE)
  controller.abort()
  expect(await failure).toMatchObject({ name: 'ScalapayAbortError', outcome: 'unknown' })
  const open = [{ token, expect: expected('order-1') }]
  expect(await booted.client.checkout.sweep(open)).toMatchObject([{ token, outcome: 'captured' }])
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})

it('S56 cold serverless: a capture over a dead keep-alive socket costs one retry under the same key, and one entry', async () => {
  await using booted = await boot()
  const token = await booted.approvedOrder()
  // The socket of the create above is used again, and found dead.
  booted.emulator.control.faults.add({
    match: { operation: 'capturePayment', times: 1 },
    effect: { reset: 'before' },
  })
  const { attempts, idempotencyReplayed } = responseOf(
    await booted.client.payments.capture({ token }),
  )
  expect([attempts, idempotencyReplayed]).toEqual([2, false])
  const keys = booted.emulator.control
    .requests()
    .filter(({ operation }) => operation === 'capturePayment')
    .map(({ headers }) => headers['idempotency-key'])
  expect(new Set(keys).size).toBe(1)
  expect(booted.movements()).toEqual(ONE_CAPTURE)
})
