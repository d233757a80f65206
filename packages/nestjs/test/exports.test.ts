import { expect, it } from 'vitest'
import * as health from '../src/health.js'
import * as index from '../src/index.js'
import * as testing from '../src/testing.js'

it('publishes these names and no others', () => {
  expect(Object.keys(index).sort()).toMatchInlineSnapshot(`
    [
      "InjectScalapay",
      "InjectScalapayOptions",
      "InjectScalapayWebhooks",
      "OnScalapayEvent",
      "SCALAPAY_WEBHOOK_CONTEXT",
      "Scalapay",
      "ScalapayExceptionFilter",
      "ScalapayModule",
      "getScalapayOptionsToken",
      "getScalapayToken",
      "getScalapayWebhooksToken",
      "retryLater",
    ]
  `)
  expect(Object.keys(health).sort()).toMatchInlineSnapshot(`
    [
      "ScalapayHealthIndicator",
    ]
  `)
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "InjectScalapayEmulator",
      "ScalapayTestingModule",
      "getScalapayEmulatorToken",
    ]
  `)
})
