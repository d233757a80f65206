import { expect, it } from 'vitest'
import { control } from '../support/control.js'
import { runEmulator, START } from '../support/emulator.js'
import { runReceiver } from '../support/receiver.js'

it('shows a delivery with its bytes, its signature and its attempts', async () => {
  const receiver = await runReceiver((response) => void response.writeHead(200).end('thanks'))
  const webhooks = { timestamps: 'emulator' } as const
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  await emulator.created()
  const token = await emulator.approved()
  await emulator.control.webhooks.settled()
  const headers = {
    'x-scalapay-hmac-v1': expect.stringMatching(/^[0-9a-f]{64}$/),
    'x-scalapay-timestamp': String(Date.parse(START)),
  }
  const [status, deliveries] = await control(emulator, 'GET', '/webhooks')
  expect([status, (deliveries as unknown[]).at(-1)]).toEqual([
    200,
    {
      id: 'webhook-3',
      orderToken: token,
      event: 'authorized',
      url: receiver.url,
      createdAt: START,
      headers,
      body: `{"merchantReference":"merchantOrder-1234","totalAmount":190,"status":"authorized","orderToken":"${token}"}`,
      attempts: [{ at: START, status: 200, error: null, answer: 'thanks', headers }],
      state: 'delivered',
      nextAttemptAt: null,
    },
  ])
})

it('has no deliveries while nobody is to be told', async () => {
  const emulator = await runEmulator()
  await emulator.captured()
  expect(await control(emulator, 'GET', '/webhooks')).toEqual([200, []])
})

it('takes changes of the settings and goes back to those of the start on reset', async () => {
  const emulator = await runEmulator({ webhooks: { delayMs: 5 } })
  const start = emulator.control.webhooks.settings()
  const change = { url: 'http://localhost:1/hook', drop: 0.5, events: { voided: 'voided' } }
  const settings = { ...start, ...change, events: { ...start.events, voided: 'voided' } }
  expect(await control(emulator, 'PUT', '/webhooks/settings', change)).toEqual([200, settings])
  expect(await control(emulator, 'GET', '/webhooks/settings')).toEqual([200, settings])
  await control(emulator, 'POST', '/reset')
  expect(await control(emulator, 'GET', '/webhooks/settings')).toEqual([200, start])
})

it.each([
  [{ dorp: true }, 'there is no webhook setting dorp'],
  [{ events: { paid: 'x' } }, 'there is no webhook setting events.paid'],
  [{ events: { voided: 1 } }, 'events.voided must be a status such as expired, or null'],
  [{ drop: 2 }, 'drop must be true, false or a number from 0 to 1'],
  [{ duplicate: 'yes' }, 'duplicate must be true, false or a number'],
  [{ resign: 1 }, 'resign must be true or false'],
  [{ delayMs: -1 }, 'delayMs must be a whole number from 0 to 86400000'],
  [{ maxAttempts: 0 }, 'maxAttempts must be a whole number from 1 to 100'],
  [{ timestamps: 'mine' }, 'timestamps must be machine or emulator'],
  [{ totalAmount: 'text' }, 'totalAmount must be number or object'],
  [{ inStore: 'both' }, 'inStore must be none or merchant-key or device-key'],
  [{ url: 5 }, 'the webhook url must be an http or https address such as'],
  [{ url: 'ftp://127.0.0.1/' }, 'the webhook url must be an http or https address such as'],
  [{ url: 'http://a:b@127.0.0.1/' }, 'has a user name or a password in it'],
  [{ url: [] }, 'is a list of 0: give one address for all, or one for each of the 1 merchant keys'],
  [
    { url: 'https://shop.example/hook' },
    'not on this machine: to send events to shop.example, start the emulator with',
  ],
])('refuses the settings %j and changes nothing', async (change, problem) => {
  const emulator = await runEmulator()
  const before = emulator.control.webhooks.settings()
  const answer = { error: expect.stringContaining(problem) }
  expect(await control(emulator, 'PUT', '/webhooks/settings', change)).toEqual([400, answer])
  expect(emulator.control.webhooks.settings()).toEqual(before)
})

it.each(['localhost', 'shop.localhost', '127.0.0.1', '127.9', '[::1]'])(
  'takes the loopback address %s',
  async (host) => {
    const emulator = await runEmulator()
    const { url } = emulator.control.webhooks.configure({ url: `http://${host}:3000/hook` })
    expect(url).toBe(`http://${host}:3000/hook`)
  },
)

it('sends to another host once the start has named it', async () => {
  const emulator = await runEmulator({ webhookUrl: 'http://shop.test:3000/hook' })
  const url = 'http://shop.test:3000/other'
  expect(emulator.control.webhooks.configure({ url }).url).toBe(url)
})

it('says that there is no delivery with an id', async () => {
  const emulator = await runEmulator()
  expect(await control(emulator, 'POST', '/webhooks/webhook-9/redeliver')).toEqual([
    404,
    { error: 'There is no delivery with this id; the list shows which there are' },
  ])
})
