import { expect, it } from 'vitest'
import { delayed } from '../support/delayed.js'
import { runEmulator, type TestEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

const JSON_BODY = JSON.stringify(documentedOrder)

/** Sends bytes, so that `fetch` adds no type of its own. */
async function create(emulator: TestEmulator, type: string | undefined, body = JSON_BODY) {
  const answer = await fetch(`${emulator.url}/v2/orders`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${emulator.merchantKey}`,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    body: Buffer.from(body),
  })
  return [answer.status, await answer.json()]
}

const invalidJson = {
  errorCode: 'invalid_json',
  errorId: expect.stringMatching(/^error-[0-9a-z]{16}$/),
  message: 'The body is malformed or empty JSON',
  httpStatusCode: 400,
}

const WRONG = [undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']

it.each(WRONG)('takes a body of the type %s unless switched', async (type) => {
  const [status] = await create(await runEmulator(), type)
  expect(status).toBe(200)
})

it.each(WRONG)('refuses a body of the type %s when switched', async (type) => {
  const emulator = await runEmulator({ contentType: 'required' })
  expect(await create(emulator, type)).toEqual([400, invalidJson])
  expect(emulator.control.orders()).toEqual([])
})

it.each(['application/json', 'Application/JSON; charset=utf-8', 'application/json;charset=utf-8'])(
  'takes a body of the type %s when switched',
  async (type) => {
    const emulator = await runEmulator({ contentType: 'required' })
    expect(await create(emulator, type)).toMatchObject([200, { token: expect.any(String) }])
  },
)

it('does not look at a body that the operation does not take', async () => {
  const emulator = await runEmulator({ contentType: 'required' })
  const token = await delayed(emulator)
  const answer = await fetch(`${emulator.url}/v2/payments/${token}/delay/void`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.merchantKey}`, 'content-type': 'text/plain' },
    body: 'anything',
  })
  expect(answer.status).toBe(200)
})

it('asks for no type where there is no body', async () => {
  const emulator = await runEmulator({ contentType: 'required' })
  const token = await emulator.approved()
  expect((await emulator.get(`/v2/payments/${token}`)).status).toBe(200)
  expect((await emulator.post(`/v2/payments/${token}/delay`)).status).toBe(200)
})
