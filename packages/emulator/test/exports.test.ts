import { expect, it } from 'vitest'
import * as emulator from '../src/index.js'

it('exports these names and no others', () => {
  expect(Object.keys(emulator).sort()).toEqual([
    'ControlError',
    'EmulatorOptionsError',
    'FaultError',
    'ShopperError',
    'startEmulator',
  ])
})
