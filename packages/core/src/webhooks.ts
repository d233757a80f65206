export { ScalapayWebhookError, type WebhookErrorReason } from './errors/webhook.js'
export type { WebhookEvent, WebhookPayload, WebhookStatus } from './webhooks/event.js'
export type {
  NamedWebhookHandler,
  WebhookContext,
  WebhookHandler,
  WebhookHandlers,
} from './webhooks/handlers.js'
export type { RawBody, WebhookHeaderSource } from './webhooks/input.js'
export {
  findReceiverProblems,
  type VerifyOptions,
  WEBHOOK_RECEIVER_OPTIONS,
  type WebhookReceiverOptions,
} from './webhooks/options.js'
export {
  createWebhookReceiver,
  type DrainOptions,
  type WebhookReceiver,
} from './webhooks/receive.js'
export type {
  WebhookReply,
  WebhookReplyReason,
  WebhookReport,
  WebhookResult,
} from './webhooks/reply.js'
export { retryLater } from './webhooks/retry-later.js'
export { type SignWebhookInput, signWebhook, type WebhookHeaders } from './webhooks/signature.js'
export {
  type ClaimResult,
  createMemoryWebhookStore,
  type MemoryStoreOptions,
  type WebhookStore,
} from './webhooks/store.js'
export type { Tolerance } from './webhooks/tolerance.js'
export { type Delivery, type VerifiedWebhook, verifyWebhook } from './webhooks/verify.js'
