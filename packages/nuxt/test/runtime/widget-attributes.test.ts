import { describe, expect, it } from 'vitest'
import { attributesOf, widgetProps } from '../../src/runtime/app/components/widget-attributes.js'

const setup = {
  loaderUrl: '',
  merchantToken: 'TOKEN',
  locale: 'it',
  environment: 'integration',
} as const

describe('the attributes of the widget', () => {
  it('are the settings of the shop when nothing is given', () => {
    expect(attributesOf({}, setup)).toEqual({
      '^merchant-token': 'TOKEN',
      '^locale': 'it',
      '^environment': 'integration',
    })
  })

  it('are what is given, in the words of Scalapay', () => {
    const attributes = attributesOf(
      {
        amount: '19.90',
        locale: 'fr',
        learnMore: true,
        background: false,
        amountSelectors: ['.price'],
      },
      { ...setup, merchantToken: '' },
    )
    expect(attributes).toEqual({
      '^amount': '19.90',
      '^locale': 'fr',
      '^environment': 'integration',
      '^learn-more': 'true',
      '^background': 'false',
      '^amount-selectors': '[".price"]',
    })
  })

  it('hold no nonce, which belongs to the script', () => {
    expect(attributesOf({ nonce: 'abc' }, setup)).not.toHaveProperty('^nonce')
  })

  it('are all that Scalapay documents', () => {
    const documented =
      'merchant-token amount-selectors amount min-amount max-amount currency-position locale type environment amount-separator alignment dark-mode font-size background logo-color learn-more spend-progress max-width channel'
    const given = Object.fromEntries(widgetProps.map((name) => [name, 'x']))
    const named = Object.keys(attributesOf(given, setup)).map((name) => name.slice(1))
    expect(named.sort()).toEqual(documented.split(' ').sort())
  })
})
