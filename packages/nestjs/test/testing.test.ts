import { Injectable } from '@nestjs/common'
import { Test } from '@nestjs/testing'
import { Scalapay } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import type { Emulator } from '@scalapay-kit/emulator'
import { expect, it } from 'vitest'
import { InjectScalapay, OnScalapayEvent } from '../src/index.js'
import {
  getScalapayEmulatorToken,
  InjectScalapayEmulator,
  ScalapayTestingModule,
} from '../src/testing.js'
import { startApp } from './support/app.js'
import { deliver } from './support/deliver.js'

@Injectable()
class Orders {
  constructor(private readonly scalapay: Scalapay) {}

  async buy(): Promise<string> {
    const { token } = await this.scalapay.orders.create(sampleOrder())
    return token
  }
}

it('gives a client on an emulator of its own, and closes it with the module', async () => {
  const moduleRef = await Test.createTestingModule({
    imports: [ScalapayTestingModule.forRoot()],
    providers: [Orders],
  }).compile()
  const emulator = moduleRef.get<Emulator>(getScalapayEmulatorToken(), { strict: false })
  const token = await moduleRef.get(Orders).buy()
  emulator.control.approve(token)
  await moduleRef.get(Scalapay, { strict: false }).payments.capture({ token })
  expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 10_000 }])
  await moduleRef.close()
  await expect(fetch(emulator.url)).rejects.toThrow('fetch failed')
})

it('mounts the webhook route and finds handlers, as the real module does', async () => {
  let seen = 0
  @Injectable()
  class Events {
    @OnScalapayEvent('charged')
    onCharged(): void {
      seen += 1
    }
  }
  await using shop = await startApp({
    imports: [ScalapayTestingModule.forRoot({ webhooks: { path: 'hooks', toleranceMs: 1_000 } })],
    providers: [Events],
  })
  expect((await deliver(`${shop.url}/hooks`)).status).toBe(200)
  expect(seen).toBe(1)
})

it('gives several accounts an emulator each', async () => {
  @Injectable()
  class Shops {
    constructor(
      @InjectScalapay() readonly italian: Scalapay,
      @InjectScalapay('fr') readonly french: Scalapay,
      @InjectScalapayEmulator('fr') readonly emulator: Emulator,
    ) {}
  }
  await using shop = await startApp({
    imports: [
      ScalapayTestingModule.forRoot(),
      ScalapayTestingModule.forRoot({ name: 'fr', emulator: { merchantKeys: ['french-key-01'] } }),
    ],
    providers: [Shops],
  })
  const { italian, french, emulator } = shop.app.get(Shops)
  expect(french.baseUrl).toBe(emulator.url)
  expect(italian.baseUrl).not.toBe(emulator.url)
  await french.configurations.get()
  expect(emulator.control.requests()).toHaveLength(1)
})
