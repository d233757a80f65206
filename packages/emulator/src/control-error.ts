/** A request of the control plane that makes no sense; the message says what to send instead. */
export class ControlError extends Error {
  override readonly name = 'ControlError' as const
  /** `unknown`: it names something that is not there. */
  readonly reason: 'invalid' | 'unknown'

  constructor(message: string, reason: ControlError['reason'] = 'invalid') {
    super(message)
    this.reason = reason
  }
}
