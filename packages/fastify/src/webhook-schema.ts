/** The answers to a delivery, under a name that documents may refer to. */
export const replySchema = {
  $id: 'scalapay-webhook-reply',
  type: 'object',
  description: 'Whether the delivery counts as received; if not, why.',
  required: ['received'],
  properties: {
    received: { type: 'boolean' },
    reason: { type: 'string' },
  },
} as const

const reply = (description: string) => ({ description, $ref: `${replySchema.$id}#` })

/** The route as @fastify/swagger describes it. Bodies and headers are left to the receiver, which sees the bytes. */
export const routeSchema = (hide: boolean) => ({
  hide,
  summary: 'Deliveries from Scalapay',
  description: 'Verified by the signature of the raw body. Only 200 counts as received.',
  tags: ['scalapay'],
  response: {
    200: reply('Received, now or before.'),
    400: reply('Malformed.'),
    401: reply('The signature does not match, or its time is out.'),
    413: reply('Too large.'),
    500: reply('The application is not set up for webhooks.'),
    503: reply('Send it again later.'),
  },
})
