import { describeJourneys } from '../src/journeys.js'
import { startNestShop } from '../src/shop.js'

describeJourneys('Nest', startNestShop)
