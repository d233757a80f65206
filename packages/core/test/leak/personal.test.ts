import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutWords } from '../../src/errors/scrub.js'
import { type CreateOrderInput, eur } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { personalDataIn } from '../../src/transport/personal-data.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, type Step, startScript } from '../support/scripted-server.js'
import { capturingLogger, leaksOf } from './expose.js'

const order: CreateOrderInput = {
  ...sampleOrder(),
  consumer: {
    givenNames: 'Bartolomeo Ettore',
    surname: 'Quintavalle',
    email: 'b.quintavalle+shop@example.com',
    phoneNumber: '+39 (300) 123.4567',
  },
}
const values = Object.values(order.consumer)

/** Says the values of the request back, as Joi does with what it refuses. */
const refuse: Step = (request, response) => {
  const { consumer } = JSON.parse(request.body) as CreateOrderInput
  const errors = Object.entries(consumer).map(([name, value]) => ({
    field: ['consumer', name],
    location: 'body',
    messages: [`"${name}" with value "${value}" fails to match the required pattern: /^x$/`],
    types: ['string.pattern.base'],
  }))
  json(400, { errorCode: 'api_validationerror', message: { statusText: 'Bad Request', errors } })(
    request,
    response,
  )
}

it('a shopper whose name is a word of a code does not change what an error is', async () => {
  const errorCode = 'order_amount_exceeds_maximum_limit'
  const server = await startScript(json(400, { errorCode, message: 'no' }))
  const consumer = { ...order.consumer, givenNames: 'Order', surname: 'Amount' }
  const create = clientFor(server.url).orders.create({ ...order, consumer })
  expect((await failureOf(create)).errorCode).toBe(errorCode)
})

it('a value that a server repeats is in no error and in no log, and the field is still named', async () => {
  const { logger, lines } = capturingLogger()
  const server = await startScript(refuse)
  const error = await failureOf(clientFor(server.url, { logger }).orders.create(order))
  for (const value of values) {
    expect(leaksOf(error, value)).toEqual([])
    expect(leaksOf(lines, value)).toEqual([])
  }
  expect(error.message).toContain(
    'consumer.email: "email" with value "[removed]" fails to match the required pattern: /^x$/',
  )
  expect(error).toMatchObject({
    validationErrors: expect.arrayContaining([
      {
        path: ['consumer', 'phoneNumber'],
        location: 'body',
        messages: [
          '"phoneNumber" with value "[removed]" fails to match the required pattern: /^x$/',
        ],
        types: ['string.pattern.base'],
      },
    ]),
  })
})

it('the barcode at a till, and who works there, are in no error and in no log', async () => {
  const order = {
    preApprovalCode: '85633887',
    merchantOperatorId: 'Mario Bianchi',
    requestId: 'r-1',
    merchantReference: 'till-1',
    totalAmount: eur('10.00'),
    items: [],
  }
  const text = `preApprovalCode "${order.preApprovalCode}" of ${order.merchantOperatorId} is over`
  const server = await startScript(json(400, { errorCode: 'over', message: text }))
  const { logger, lines } = capturingLogger()
  const keys = { deviceApiKey: 'testdeviceapikey', logger }
  const error = await failureOf(clientFor(server.url, keys).inStore.create(order))
  expect(error.message).toBe('preApprovalCode "[removed]" of [removed] is over')
  for (const value of [order.preApprovalCode, order.merchantOperatorId]) {
    expect([...leaksOf(error, value), ...leaksOf(lines, value)]).toEqual([])
  }
})

describe('personalDataIn', () => {
  it('finds what is said of the shopper, at any depth, and nothing else', () => {
    const notification = { channels: ['sms'], phoneCountryCode: '+39', phoneNumber: '3001234567' }
    const body = {
      consumer: { givenNames: 'Ada', email: ' ' },
      shipping: { name: 'Ada', line1: 'Piazza-1', countryCode: 'IT' },
      billing: { extra: { note: 'second-door' } },
      extensions: { type: { link: { notification } } },
      items: [{ name: 'Shoes' }],
      merchantReference: 'order-1',
    }
    expect(personalDataIn(JSON.stringify(body))).toEqual([
      'Ada',
      'Piazza-1',
      'second-door',
      '3001234567',
    ])
  })

  it('finds the barcode and the employee of an order at the till', () => {
    const order = {
      preApprovalCode: '85633887',
      merchantOperatorId: 'MarioBianchi',
      requestId: 'r-1',
      merchantReference: 'till-1',
    }
    expect(personalDataIn(JSON.stringify(order))).toEqual(['85633887', 'MarioBianchi'])
  })

  it.each<[string, unknown, string[]]>([
    ['a number', 3_001_234_567, ['3001234567']],
    ['text with stray spaces', ' ada@example.com ', ['ada@example.com']],
    ['a phone number, also without its signs', '+39 (300) 1', ['+39 (300) 1', '393001']],
    ['text as JSON writes it', 'Via "Roma"\t1', ['Via "Roma"\t1', String.raw`Via \"Roma\"\t1`]],
    [
      'text as URLs write it',
      'ada+b@example.com x',
      ['ada%2Bb%40example.com%20x', 'ada%2bb%40example.com%20x', 'ada%2Bb%40example.com+x'],
    ],
    [
      'an apostrophe, however it is written',
      "O'Neill & <Co>",
      [
        "O'Neill & <Co>",
        "O'Neill%20%26%20%3CCo%3E",
        'O%27Neill+%26+%3CCo%3E',
        'O%27Neill%20%26%20%3CCo%3E',
        'O&#39;Neill &amp; &lt;Co&gt;',
        'O&#x27;Neill &amp; &lt;Co&gt;',
        'O&apos;Neill &amp; &lt;Co&gt;',
      ],
    ],
    ['half of a pair', 'Ada \ud83d', ['Ada \ud83d', String.raw`Ada \ud83d`, 'Ada%20%EF%BF%BD']],
  ])('finds %s', (_title, value, written) => {
    const clean = withoutWords(personalDataIn(JSON.stringify({ consumer: { value } })))
    expect(written.map(clean)).toEqual(written.map(() => '[removed]'))
  })

  it.each([
    ['+39', 'within 39 seconds'],
    ['Via Roma 123456', 'order 123456 of Via Roma 12'],
  ])('does not find a part of %j', (value, text) => {
    const clean = withoutWords(personalDataIn(JSON.stringify({ consumer: { value } })))
    expect(clean(text)).toBe(text)
  })

  it.each([
    ['depth', `${'['.repeat(100_000)}"Ada"${']'.repeat(100_000)}`],
    ['breadth', `[${'"Ada",'.repeat(200_000)}"Ada"]`],
  ])('finds it at any %s', (_title, consumer) => {
    expect(personalDataIn(`{"consumer":${consumer}}`)).toEqual(['Ada'])
  })

  it.each([undefined, '', 'not JSON', 'null', '"text"', '5', '[]'])('finds none in %j', (body) => {
    expect(personalDataIn(body)).toEqual([])
  })
})

describe('withoutWords', () => {
  it.each([
    ['Ada is no name', ['Ada'], '[removed] is no name'],
    ['Adapter and Canada', ['Ada'], 'Adapter and Canada'],
    ['ADA or ada', ['Ada'], '[removed] or [removed]'],
    ['Ada Rossi', ['Ada', 'Ada Rossi'], '[removed]'],
    ['Élodie, Zoë', ['Zoë', 'Élodie'], '[removed], [removed]'],
    ['"+39 (300) 1.2"', ['+39 (300) 1.2'], '"[removed]"'],
    ['a[b]?', ['[b]?'], 'a[removed]'],
    ['1x2', ['1.2'], '1x2'],
    ['nothing', [], 'nothing'],
    ['nothing', [''], 'nothing'],
    ['adada, ada', ['Ada'], 'adada, [removed]'],
    ['aaaa aa', ['aa'], 'aaaa [removed]'],
    ['Ada Ada', ['Ada Ada', 'removed'], '[removed]'],
    ['İİ Ada, İNCİ, inci', ['Ada', 'İnci'], 'İİ [removed], [removed], [removed]'],
    ['ΟΔΥΣΣΕΥΣ, οδυσσευς, ΟΔΥΣΣΕΥΣ.Α', ['Οδυσσευς'], '[removed], [removed], [removed].Α'],
    ['𐐀da, da𐐀, da', ['da'], '𐐀da, da𐐀, [removed]'],
    ['🛍da🛍', ['da'], '🛍[removed]🛍'],
  ])('makes %j without %j to %j', (text, words, expected) => {
    expect(withoutWords(words)(text)).toBe(expected)
  })

  it('finds words of any length', () => {
    const word = 'Secret Street 7 '.repeat(10_000).trim()
    expect(withoutWords(['Ada', word])(`"${word.toUpperCase()}" and Ada`)).toBe(
      '"[removed]" and [removed]',
    )
  })

  it('gives the same as a regular expression would', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '7', ' ', '+', '🛍', '𐐀') })
    fc.assert(
      fc.property(letters, letters, (text, word) => {
        fc.pre(word !== '')
        const before = String.raw`(?:(?<![\p{L}\p{N}])|(?![\p{L}\p{N}]))`
        const after = String.raw`(?:(?![\p{L}\p{N}])|(?<![\p{L}\p{N}]))`
        const pattern = new RegExp(before + word.replaceAll('+', '\\+') + after, 'giu')
        expect(withoutWords([word])(text)).toBe(text.replace(pattern, '[removed]'))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['[', '\\', '^', '$', '|', '?', '*', '{', '}', '/', '-', '(', ')', '+', '.'])(
    'takes %s in a word for itself',
    (sign) => {
      expect(withoutWords([`a${sign}b`])(`<a${sign}b>`)).toBe('<[removed]>')
    },
  )
})
