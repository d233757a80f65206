export type { Answer, UnauthorizedBody } from './answer.js'
export type {
  DisputeControl,
  DisputeOpening,
  DisputeResolution,
  EmulatedDispute,
} from './control/disputes.js'
export type { ResetOptions } from './control/reset.js'
export type { WebhookControl } from './control/webhooks.js'
export type { ClockReading, Control, EmulatedOrder, OrderHistoryEntry } from './control.js'
export { ControlError } from './control-error.js'
export type { LoggedRequest } from './emulation/request-log.js'
export { ShopperError, type ShopperResult } from './emulation/shopper.js'
export {
  type CannedAnswer,
  type DamagedBody,
  type FaultEffect,
  FaultError,
  type FaultName,
} from './faults/effects.js'
export type { ActiveFault, AppliedFault, FaultMatch, FaultRule } from './faults/rules.js'
export { type EmulatorOptions, EmulatorOptionsError } from './options.js'
export { type Emulator, startEmulator } from './server.js'
export type { ClockMode } from './state/clock.js'
export type { Failure, IdempotencyPolicy } from './state/idempotency.js'
export type { RefusalForm } from './state/refusal-form.js'
export type { LedgerEntry } from './state/store.js'
export type { EmulatorSwitches } from './switches.js'
export type { WebhookAttempt, WebhookDelivery, WebhookState } from './webhooks/delivery.js'
export type {
  Chance,
  WebhookSettings,
  WebhookSettingsChange,
  WebhookTrigger,
} from './webhooks/settings.js'
export type { SignatureHeaders } from './webhooks/signature.js'
