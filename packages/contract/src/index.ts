export { type Answer, type OutgoingPost, overHttp, type Send } from './http.js'
export type { BootWebhooks, WebhookAccount, WebhookServer } from './webhook-boot.js'
export { describeWebhookContract, type WebhookContractOptions } from './webhook-contract.js'
