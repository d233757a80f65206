import { describe, expect, it } from 'vitest'
import { readShopConfig, ShopConfigError } from '../src/config.js'

const USABLE = { SCALAPAY_API_KEY: 'qhtfs87hjnc12kkos', SCALAPAY_ENVIRONMENT: 'emulator' }

describe('readShopConfig', () => {
  it('reads key, environment, base URL, port and address', () => {
    const config = readShopConfig({
      ...USABLE,
      SCALAPAY_BASE_URL: 'http://127.0.0.1:9000',
      PORT: '8080',
      SHOP_URL: 'https://shop.example/',
    })
    expect(config).toEqual({
      scalapay: {
        apiKey: 'qhtfs87hjnc12kkos',
        environment: 'emulator',
        baseUrl: 'http://127.0.0.1:9000',
      },
      publicUrl: 'https://shop.example',
      port: 8080,
    })
  })

  it('takes port 3000 when none is given', () => {
    expect(readShopConfig(USABLE).port).toBe(3000)
  })

  it('reports everything wrong at once', () => {
    const env = { PORT: 'x', SHOP_URL: 'shop', SCALAPAY_ENVIRONMENT: 'test' }
    expect(() => readShopConfig(env)).toThrow(
      new ShopConfigError([
        "SCALAPAY_API_KEY: missing. Set it to your merchant key, or to the emulator's.",
        'SCALAPAY_ENVIRONMENT: set it to one of production, sandbox, emulator.',
        'PORT: set it to a number from 0 to 65535; 0 takes a free port.',
        'SHOP_URL: set it to the absolute address of the shop, such as https://shop.example.',
      ]),
    )
  })
})
