import { describeJourneys } from '../src/journeys.js'
import { startNuxtShop } from '../src/nuxt-shop.js'

describeJourneys('Nuxt', () => startNuxtShop({ webhooks: true }))
