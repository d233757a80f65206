import { describe, expect, it } from 'vitest'
import { readConfig, ShopConfigError } from '../src/config.js'

const USABLE = { SCALAPAY_API_KEY: 'qhtfs87hjnc12kkos', SCALAPAY_ENVIRONMENT: 'emulator' }

describe('readConfig', () => {
  it('reads key, environment, base URL, port and address', () => {
    const config = readConfig({
      ...USABLE,
      SCALAPAY_BASE_URL: 'http://127.0.0.1:9000',
      PORT: '8080',
      SHOP_URL: 'https://shop.example',
    })
    expect(config).toEqual({
      options: {
        scalapay: {
          apiKey: 'qhtfs87hjnc12kkos',
          environment: 'emulator',
          baseUrl: 'http://127.0.0.1:9000',
        },
        publicUrl: 'https://shop.example',
        logger: true,
      },
      port: 8080,
    })
  })

  it('takes port 3000 when none is given', () => {
    expect(readConfig(USABLE).port).toBe(3000)
  })

  it('reports everything wrong at once', () => {
    const env = { PORT: 'x', SHOP_URL: 'shop', SCALAPAY_ENVIRONMENT: 'test' }
    expect(() => readConfig(env)).toThrow(
      new ShopConfigError([
        "SCALAPAY_API_KEY: missing. Set it to your merchant key, or to the emulator's.",
        'SCALAPAY_ENVIRONMENT: set it to one of production, sandbox, emulator.',
        'PORT: set it to a number from 0 to 65535; 0 takes a free port.',
        'SHOP_URL: set it to the absolute address of the shop, such as https://shop.example.',
      ]),
    )
  })
})
