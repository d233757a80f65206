/** A request of the control plane that makes no sense; the message says what to send instead. */
export class ControlError extends Error {
  override readonly name = 'ControlError' as const
}
