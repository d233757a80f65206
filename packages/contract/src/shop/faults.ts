import type { Emulator } from '@scalapay-kit/emulator'

/**
 * The next create gets no answer.
 *
 * @param reset `after` it has worked, or `before` it arrives
 */
export function loseCreate({ control }: Emulator, reset: 'before' | 'after' = 'after'): void {
  control.faults.add({ match: { operation: 'createOrder', times: 1 }, effect: { reset } })
}
