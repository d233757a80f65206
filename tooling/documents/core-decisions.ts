// Where the core decides about errors, as one module graph: its classes are recognised by identity.
export {
  errorFromResponse,
  errorFromSuccess,
} from '../../packages/core/src/errors/from-response.js'
export { ScalapayWebhookError } from '../../packages/core/src/errors/webhook.js'
export { decide } from '../../packages/core/src/retry/policy.js'
export { errorFromFailure } from '../../packages/core/src/transport/from-failure.js'
export { WireFailure } from '../../packages/core/src/transport/wire.js'
export { replyFor } from '../../packages/core/src/webhooks/reply.js'
export { signWebhook } from '../../packages/core/src/webhooks/signature.js'
export { verifyWebhook } from '../../packages/core/src/webhooks/verify.js'
