// @ts-check
import { createRequire } from 'node:module'
import { runChild } from '../support/processes.mjs'
import { median } from '../support/statistics.mjs'

const CORE = ['@scalapay-kit/core', '@scalapay-kit/core/webhooks']

/** Each with what an application that uses it has loaded anyway. */
const ADAPTERS = [
  { folder: 'fastify', loaded: [...CORE, 'fastify', 'fastify-plugin', '@fastify/error', 'ajv'] },
  {
    folder: 'nestjs',
    loaded: [...CORE, '@nestjs/common', '@nestjs/core', 'rxjs', 'reflect-metadata'],
  },
]

/** As ES modules and, which is what `nest new` makes, as CommonJS. */
const WAYS = ['import', 'require']

/**
 * What loading an adapter costs of its own, over what it stands on: in milliseconds of CPU, and as a part of what importing
 * the floor costs over a bare process.
 *
 * @param {{ rounds: number, floor: string }} setup `floor`: the module to compare with
 */
export function measureAdapters({ rounds, floor }) {
  const adapters = ADAPTERS.flatMap(({ folder, loaded }) => {
    const { resolve } = createRequire(new URL(`../../packages/${folder}/`, import.meta.url))
    const without = loaded.map((name) => (CORE.includes(name) ? name : resolve(name)))
    return WAYS.map((way) => ({
      name: `@scalapay-kit/${folder}`,
      way,
      without,
      extra: /** @type {number[]} */ ([]),
      toFloor: /** @type {number[]} */ ([]),
    }))
  })
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, way, without, extra, toFloor } of adapters) {
      const floorMs = runChild('start', ['import', floor]) - runChild('start', ['bare'])
      const ms = runChild('start', [`last-${way}`, ...without, name])
      extra.push(ms)
      toFloor.push(ms / floorMs)
    }
  }
  return adapters.map(({ name, way, extra, toFloor }) => ({
    name,
    way,
    ms: median(extra),
    toFloor: median(toFloor),
  }))
}
