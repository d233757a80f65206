import { describeJourneys } from '../src/journeys.js'
import { startFastifyShop } from '../src/shop.js'

describeJourneys('Fastify', startFastifyShop)
