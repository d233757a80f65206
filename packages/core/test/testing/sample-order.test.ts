import { describe, expect, it } from 'vitest'
import { eur, explainTotals } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { resolve, type Schema, validatorFor } from '../openapi/description.js'

const schema = (name: string) => resolve<Schema>({ $ref: `#/components/schemas/${name}` })

describe('sampleOrder', () => {
  it('gives an order of 100.00 euros as the API description has it', () => {
    const validate = validatorFor('#/components/schemas/CreateOrderRequest')
    expect(validate(sampleOrder()), JSON.stringify(validate.errors)).toBe(true)
    expect(sampleOrder()).toMatchObject({
      totalAmount: eur('100.00'),
      merchantReference: 'order-1',
    })
  })

  it('has the required fields and a reference, and nothing else', () => {
    const { required } = schema('CreateOrderRequest')
    const names = [...(required as string[]), 'merchantReference']
    expect(Object.keys(sampleOrder()).sort()).toEqual(names.sort())
  })

  it('takes the fields of a test in the place of its own, and besides them', () => {
    const consumer = { ...sampleOrder().consumer, email: 'b@example.com' }
    const own = { merchantReference: 'order-2', consumer, shippingAmount: eur('5.00') }
    expect(sampleOrder(own)).toEqual({ ...sampleOrder(), ...own })
  })

  it('adds up to the total that it is given, and leaves items alone that it is given', () => {
    const totalAmount = eur('49.90')
    const order = sampleOrder({ totalAmount })
    expect(explainTotals(order).differenceWithTaxIncluded).toEqual(eur('0.00'))
    expect(sampleOrder({ totalAmount, items: [] })).toEqual({ ...order, items: [] })
    expect(sampleOrder({ totalAmount: undefined as never })).toEqual(sampleOrder())
  })

  it('gives an order that is new each time, so that no test changes that of another', () => {
    sampleOrder().consumer.email = 'changed@example.com'
    expect(sampleOrder().consumer.email).toBe('ada@example.com')
  })
})
