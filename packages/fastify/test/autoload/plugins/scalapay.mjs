// The whole file, as a user writes it.
export { default } from '@scalapay-kit/fastify'

export const autoConfig = {
  apiKey: 'a-merchant-key-0001',
  environment: 'sandbox',
  webhooks: { on: { charged: () => undefined } },
}
