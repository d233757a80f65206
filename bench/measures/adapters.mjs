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

/**
 * What importing an adapter costs of its own, in milliseconds of CPU over what it stands on.
 *
 * @param {{ rounds: number }} setup
 */
export function measureAdapters({ rounds }) {
  const adapters = ADAPTERS.map(({ folder, loaded }) => {
    const { resolve } = createRequire(new URL(`../../packages/${folder}/`, import.meta.url))
    const without = loaded.map((name) => (CORE.includes(name) ? name : resolve(name)))
    return { name: `@scalapay-kit/${folder}`, without, extra: /** @type {number[]} */ ([]) }
  })
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, without, extra } of adapters) {
      extra.push(runChild('start', ['last', ...without, name]))
    }
  }
  return adapters.map(({ name, extra }) => ({ name, importMs: median(extra) }))
}
