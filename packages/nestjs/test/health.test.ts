import { Controller, Get } from '@nestjs/common'
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  TerminusModule,
} from '@nestjs/terminus'
import { startEmulator } from '@scalapay-kit/emulator'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { ScalapayHealthIndicator } from '../src/health.js'
import { ScalapayModule } from '../src/index.js'
import { createApp, startApp } from './support/app.js'

@Controller('health')
class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly scalapay: ScalapayHealthIndicator,
  ) {}

  @Get()
  @HealthCheck()
  check(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.scalapay.isHealthy('scalapay'),
      () => this.scalapay.isHealthy('france', { name: 'fr', timeoutMs: 2_000 }),
    ])
  }
}

it('is up for the account whose key is taken, and down for the other, without details', async () => {
  await using emulator = await startEmulator()
  const environment = { environment: 'emulator', baseUrl: emulator.url } as const
  await using app = await startApp({
    imports: [
      TerminusModule,
      ScalapayModule.forRoot({ ...environment, apiKey: emulator.merchantKey }),
      ScalapayModule.forRoot({ ...environment, apiKey: 'no-such-key-0001', name: 'fr' }),
    ],
    controllers: [HealthController],
    providers: [ScalapayHealthIndicator],
  })
  const response = await fetch(`${app.url}/health`)
  expect([response.status, await response.json()]).toEqual([
    503,
    {
      status: 'error',
      info: { scalapay: { status: 'up' } },
      error: { france: { status: 'down', error: 'ScalapayAuthenticationError' } },
      details: {
        scalapay: { status: 'up' },
        france: { status: 'down', error: 'ScalapayAuthenticationError' },
      },
    },
  ])
  expect(emulator.control.requests()).toHaveLength(2)
})

describe('a Scalapay that does not answer', () => {
  /** An indicator over a transport of its own, its time in the hands of the test. */
  async function indicatorWith(fetch: typeof globalThis.fetch): Promise<ScalapayHealthIndicator> {
    const account = { apiKey: 'a-merchant-key-0001', environment: 'sandbox', fetch } as const
    const app = await createApp({
      imports: [TerminusModule, ScalapayModule.forRoot(account)],
      providers: [ScalapayHealthIndicator],
    })
    await app.init()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(async () => {
      vi.useRealTimers()
      await app.close()
    })
    return app.get(ScalapayHealthIndicator)
  }

  it.each([
    ['3 seconds', {}, 3_000],
    ['the milliseconds that it is given', { timeoutMs: 500 }, 500],
  ])('is down after %s', async (_title, options, endsAfterMs) => {
    const indicator = await indicatorWith(() => new Promise(() => undefined))
    let isDone = false
    const health = indicator.isHealthy('scalapay', options).finally(() => {
      isDone = true
    })
    await vi.advanceTimersByTimeAsync(endsAfterMs - 1)
    expect(isDone).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isDone).toBe(true)
    expect(await health).toEqual({ scalapay: { status: 'down', error: 'ScalapayTimeoutError' } })
  })

  it('is asked once', async () => {
    const fetch = vi.fn(async () => new Response('', { status: 503 }))
    const indicator = await indicatorWith(fetch)
    const health = indicator.isHealthy('scalapay')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(await health).toEqual({ scalapay: { status: 'down', error: 'ScalapayServerError' } })
    expect(fetch).toHaveBeenCalledOnce()
  })
})
