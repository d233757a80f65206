import { jsonAnswer } from '../answer.js'
import { DEFAULT_PRODUCT } from '../state/assumptions.js'
import { centsToString } from '../state/money.js'
import type { Fields, Operation } from './operation.js'

/** An amount without decimals that are not needed: the sandbox was observed to print `5` and `2000`. */
function shortAmount(cents: number): Fields {
  return { amount: centsToString(cents).replace(/\.00$/, ''), currency: 'EUR' }
}

/** `GET /v3/configurations`: the one row that the sandbox was observed to have. */
export const getConfigurations: Operation = ({ settings }) => ({
  answer: jsonAnswer(200, [
    {
      product: DEFAULT_PRODUCT,
      type: 'online',
      configuration: {
        minimumAmount: shortAmount(settings.minimumAmountInCents),
        maximumAmount: shortAmount(settings.maximumAmountInCents),
      },
    },
  ]),
})
