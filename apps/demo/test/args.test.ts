import { describe, expect, it } from 'vitest'
import { readArguments, UsageError } from '../src/args.js'

describe('readArguments', () => {
  it.each([
    [[], { shop: 'fastify', once: false, loseCapture: false, help: false }],
    [['fastify', '--once'], { shop: 'fastify', once: true, loseCapture: false, help: false }],
    [['--lose-capture', '--once'], { shop: 'fastify', once: true, loseCapture: true, help: false }],
    [['--help'], { shop: 'fastify', once: false, loseCapture: false, help: true }],
  ])('reads %j', (args, expected) => {
    expect(readArguments(args)).toEqual(expected)
  })

  it.each([
    [['magento'], "There is no shop 'magento'. Choose one of: fastify, nestjs, nuxt."],
    [['--twice'], "There is no option '--twice'. See --help."],
    [['-o'], "There is no option '-o'. See --help."],
    [['--once=yes'], 'The option --once takes no value. See --help.'],
  ])('refuses %j in one line', (args, message) => {
    expect(() => readArguments(args)).toThrow(new UsageError(message))
  })
})
