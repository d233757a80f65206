import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReturn } from '../../src/checkout/return-url.js'
import { clientFor } from '../support/clients.js'

describe('readReturn', () => {
  it.each([
    ['https://shop.test/return?orderToken=71KH916VPE&status=SUCCESS', '71KH916VPE'],
    ['https://shop.test/return?order=7&status=FAILED&orderToken=71KH916VPE', '71KH916VPE'],
    ['/return?orderToken=71KH916VPE', '71KH916VPE'],
    ['?orderToken=71KH916VPE', '71KH916VPE'],
    ['/return?orderToken=71KH916VPE#section', '71KH916VPE'],
    ['/return?orderToken=a%2Fb', 'a/b'],
    [`/return?orderToken=${'T'.repeat(128)}`, 'T'.repeat(128)],
    ['/return?next=/other?x&orderToken=T1', 'T1'],
  ])('finds in %s the token %s', (url, token) => {
    expect(readReturn(url)).toEqual({ token })
  })

  it.each([
    '',
    '/return',
    '/return?',
    '/return?status=SUCCESS',
    '/return?orderToken=',
    '/return?orderToken',
    '/return?orderToken=%20',
    '/return?orderToken=a%20b',
    '/return?orderToken=a%0Ab',
    '/return?ordertoken=T1',
    '/return?orderToken=T1&orderToken=T2',
    '/return?orderToken=T1&orderToken=T1',
    '/return?orderToken[]=T1',
    '/return#?orderToken=T1',
    '/return?a=1#&orderToken=T1',
    'orderToken=T1',
    `/return?orderToken=${'T'.repeat(129)}`,
  ])('finds no token in %s', (url) => {
    expect(readReturn(url)).toEqual({ token: undefined })
  })

  it('takes a URL object, and works from the client', () => {
    const { checkout } = clientFor('http://127.0.0.1:9')
    expect(checkout.readReturn(new URL('https://shop.test/?orderToken=T1'))).toEqual({
      token: 'T1',
    })
  })

  it('never throws, and never gives a token with white space in it, whatever the URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { token = 'T' } = readReturn(`/return?orderToken=${text}`)
        expect(token).toMatch(/^\S{1,128}$/)
      }),
    )
  })
})
