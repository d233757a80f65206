export {
  getScalapayEmulatorToken,
  InjectScalapayEmulator,
  ScalapayTestingModule,
  type ScalapayTestingOptions,
} from './testing/scalapay-testing.module.js'
