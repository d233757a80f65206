import { describeShopScenarios } from '@scalapay-kit/contract'
import { bootNuxtShop } from './support/boot.js'

describeShopScenarios('Nuxt, as it is built', bootNuxtShop)
