import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseErrorBody } from '../../src/errors/error-body.js'

describe('parseErrorBody', () => {
  it.each([
    ['a number', '42', { message: '42', validationErrors: [] }],
    ['null', 'null', { message: 'null', validationErrors: [] }],
    ['an empty JSON string', '""', { validationErrors: [] }],
    ['a list', '[{"message":"no"}]', { validationErrors: [] }],
    ['an empty object', '{}', { validationErrors: [] }],
    ['an empty message', '{"message":""}', { validationErrors: [] }],
    ['a message of null', '{"message":null}', { validationErrors: [] }],
    ['a message that is a list', '{"message":["no"]}', { validationErrors: [] }],
    [
      'a numeric statusText',
      '{"message":{"statusText":7}}',
      { message: '7', validationErrors: [] },
    ],
    ['a numeric errorId', '{"errorId":7}', { errorId: '7', validationErrors: [] }],
    ['codes that are objects', '{"errorCode":{},"errorId":[]}', { validationErrors: [] }],
    ['errors that are no list', '{"message":{"errors":"all"}}', { validationErrors: [] }],
    ['errors that are no objects', '{"message":{"errors":[1,null]}}', { validationErrors: [] }],
    ['text with white space', '  Forbidden\n', { message: 'Forbidden', validationErrors: [] }],
    ['JSON that is cut off', '["Forbidd', { validationErrors: [] }],
  ])('reads %s', (_title, text, body) => {
    expect(parseErrorBody(text)).toEqual(body)
  })

  it('shortens a wall of text', () => {
    expect(parseErrorBody('x'.repeat(1_000)).message).toBe(`${'x'.repeat(200)}…`)
  })

  it.each([
    ['a page of HTML', `<html>${'x'.repeat(1_000)}`],
    ['a list', `["${'x'.repeat(1_000)}"]`],
    ['text that is too long for a message', 'x'.repeat(10_001)],
    ['a message that is too long for one', JSON.stringify({ message: 'x'.repeat(10_001) })],
    ['a text that is not taken', JSON.stringify({ stack: 'x'.repeat(1_000) })],
    ['an envelope of more than a mebibyte', `{"message":"no"${' '.repeat(2 ** 20)}}`],
  ])('does not clean what it throws away: %s', (_title, text) => {
    const clean = vi.fn((given: string) => given)
    expect(parseErrorBody(text, clean)).toEqual({ validationErrors: [] })
    expect(clean).not.toHaveBeenCalled()
  })

  it.each([
    ['bare text', '  A person ', { message: '[A person]', validationErrors: [] }],
    ['a JSON string', '"A person"', { message: '[A person]', validationErrors: [] }],
    ['a message', '{"message":"A\\u0020person"}', { message: '[A person]', validationErrors: [] }],
    ['a statusText', '{"message":{"statusText":"A"}}', { message: '[A]', validationErrors: [] }],
    [
      'codes, also numbers',
      '{"errorCode":7,"errorId":"A"}',
      { errorCode: '[7]', errorId: '[A]', validationErrors: [] },
    ],
    [
      'findings',
      '{"message":{"errors":[{"field":["A",7],"location":"B","messages":["C"],"types":["D"]}]}}',
      {
        message: '[A].[7]: [C]',
        validationErrors: [
          { path: ['[A]', '[7]'], location: '[B]', messages: ['[C]'], types: ['[D]'] },
        ],
      },
    ],
  ])('cleans what it takes: %s', (_title, text, body) => {
    expect(parseErrorBody(text, (given) => `[${given}]`)).toEqual(body)
  })

  it('cleans a wall of text before it is shortened', () => {
    const text = `${'x'.repeat(195)} secret`
    const clean = (given: string) => given.replace('secret', '****')
    expect(parseErrorBody(text, clean).message).toBe(`${'x'.repeat(195)} ****`)
  })

  it.each([
    [{ field: 'email', messages: ['is bad'] }, ['email'], 'email: is bad'],
    [{ field: ['a', 1], types: ['any.empty'] }, ['a', 1], 'a.1: any.empty'],
    [{ field: [null, {}], location: 'query' }, [], 'query: is not valid'],
    [{ messages: [5, 'is bad'] }, [], 'request: is bad'],
  ])('makes a sentence of the finding %j', (issue, path, message) => {
    const body = parseErrorBody(JSON.stringify({ message: { errors: [issue] } }))
    expect(body.message).toBe(message)
    expect(body.validationErrors[0]?.path).toEqual(path)
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(Array.isArray(parseErrorBody(text).validationErrors)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever the parts of an envelope are', () => {
    const issue = fc.record(
      { field: fc.jsonValue(), messages: fc.jsonValue(), types: fc.jsonValue() },
      { requiredKeys: [] },
    )
    const message = fc.oneof(fc.jsonValue(), fc.record({ errors: fc.array(issue) }))
    const envelope = fc.record({ errorCode: fc.jsonValue(), errorId: fc.jsonValue(), message })
    fc.assert(
      fc.property(envelope, (value) => {
        const { errorCode = '', errorId = '', message = '' } = parseErrorBody(JSON.stringify(value))
        expect([errorCode, errorId, message].every((text) => typeof text === 'string')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['open brackets', '['.repeat(200_000)],
    ['balanced brackets', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['nested messages', `${'{"message":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('survives 50,000 and more levels of %s', (_title, text) => {
    expect(parseErrorBody(text)).toEqual({ validationErrors: [] })
  })

  it('takes no code from a prototype in the body, and leaves the real one alone', () => {
    const body = parseErrorBody('{"__proto__":{"errorCode":"planted"},"message":"no"}')
    expect(body).toEqual({ message: 'no', validationErrors: [] })
    expect(({} as { errorCode?: string }).errorCode).toBeUndefined()
  })
})
