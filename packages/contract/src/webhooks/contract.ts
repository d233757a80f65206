import { describe, expect, it } from 'vitest'
import { describeAnswers } from './answers.js'
import type { BootWebhooks } from './boot.js'
import { describeHandling } from './handling.js'
import { recorder, startHarness } from './harness.js'
import { describeLifecycle } from './lifecycle.js'

/** What an adapter may leave out, and what it adds. */
export interface WebhookContractOptions {
  /**
   * Boots the same application, but with the mistake that users make in this framework: the body is parsed before the
   * route gets it (S33). Left out where the adapter's route always gets the bytes, whatever the application does.
   */
  readonly bootParsed?: BootWebhooks
  /**
   * Whether the framework parses JSON before the route gets the bytes beside it. What is no JSON it then refuses itself,
   * with 400 and words of its own.
   */
  readonly parsesFirst?: boolean
}

/**
 * The contract that every adapter keeps, run against a real application: exactly 200 and nothing else acknowledges,
 * signatures go over the raw bytes, nothing is lost and nothing has two effects.
 *
 * @param name of the adapter, such as `fastify over inject`
 * @param boot starts an application with the adapter
 */
export function describeWebhookContract(
  name: string,
  boot: BootWebhooks,
  { bootParsed, parsesFirst = false }: WebhookContractOptions = {},
): void {
  describe(`webhooks on ${name}`, () => {
    describeAnswers(boot, parsesFirst)
    describeHandling(boot)
    describeLifecycle(boot)
    if (bootParsed !== undefined) describeParsed(bootParsed)
  })
}

function describeParsed(boot: BootWebhooks): void {
  it('a body that was parsed before is a mistake in the set-up, and no handler runs (S33)', async () => {
    const { on, events } = recorder()
    const outcome = await startHarness(boot, { on }).then(
      ({ deliver }) => deliver('charged'),
      (error: unknown) => ({ status: 500, body: String(error) }),
    )
    expect(outcome.status).toBe(500)
    expect(JSON.stringify(outcome.body)).toMatch(/body-already-parsed|raw ?body/i)
    expect(events).toEqual([])
  })
}
