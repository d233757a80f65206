import { Controller, Get } from '@nestjs/common'
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  TerminusModule,
} from '@nestjs/terminus'
import { startEmulator } from '@scalapay-kit/emulator'
import { expect, it } from 'vitest'
import { ScalapayHealthIndicator } from '../src/health.js'
import { ScalapayModule } from '../src/index.js'
import { startApp } from './support/app.js'

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
