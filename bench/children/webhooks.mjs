// @ts-check
/** CPU time of one verification, in microseconds: bare WebCrypto and JSON.parse, and ours, in turns. */
import { signWebhook, verifyWebhook } from '@scalapay-kit/core/webhooks'

const apiKey = 'qhtfs87hjnc12kkos'
const rawBody = Buffer.from(
  JSON.stringify({
    orderToken: '5V1IV37D8F',
    status: 'charged',
    merchantReference: 'order-1',
    totalAmount: 190.0,
    orderDetails: { note: 'x'.repeat(400) },
  }),
)
const headers = await signWebhook({ rawBody, apiKey, timestamp: Date.now() })
const algorithm = { name: 'HMAC', hash: 'SHA-256' }
const key = await crypto.subtle.importKey('raw', Buffer.from(apiKey), algorithm, false, ['sign'])
const signature = headers['x-scalapay-hmac-v1']
const prefix = Buffer.from(`V1:${headers['x-scalapay-timestamp']}:`)

async function bare() {
  const digest = await crypto.subtle.sign('HMAC', key, Buffer.concat([prefix, rawBody]))
  if (Buffer.from(digest).toString('hex') !== signature) throw new Error('bad signature')
  return JSON.parse(rawBody.toString())
}
/** The same, and the hash of the body: the id under which a delivery is taken once. */
async function bareWithId() {
  await crypto.subtle.digest('SHA-256', rawBody)
  return bare()
}
const ours = () => verifyWebhook({ rawBody, headers }, { apiKeys: apiKey })

/** @param {() => Promise<unknown>} verify */
async function cost(verify) {
  const before = process.cpuUsage()
  for (let count = 0; count < 1_000; count += 1) await verify()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

for (const verify of [bare, bareWithId, ours]) await cost(verify)
const rounds = []
for (let round = 0; round < 15; round += 1) {
  rounds.push({
    bare: await cost(bare),
    bareWithId: await cost(bareWithId),
    ours: await cost(ours),
  })
}
process.stdout.write(JSON.stringify(rounds))
