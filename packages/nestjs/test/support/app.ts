import type { INestApplication, ModuleMetadata, NestApplicationOptions } from '@nestjs/common'
import type { AbstractHttpAdapter } from '@nestjs/core'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { Test, type TestingModuleBuilder } from '@nestjs/testing'

/** The two platforms of Nest. */
export const adapters: readonly [name: string, make: () => AbstractHttpAdapter][] = [
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
]

/** An application on a free port. */
export interface RunningApp extends AsyncDisposable {
  app: INestApplication
  url: string
}

/** How an application differs from one with `rawBody: true` on Express. */
export interface AppSettings {
  adapter?: AbstractHttpAdapter
  options?: NestApplicationOptions
  override?: (builder: TestingModuleBuilder) => TestingModuleBuilder
  /** What `main.ts` does between creation and start. */
  configure?: (app: INestApplication) => unknown
}

/** Makes an application, without starting it. */
export async function createApp(
  metadata: ModuleMetadata,
  { adapter = new ExpressAdapter(), options, override = same, configure }: AppSettings = {},
): Promise<INestApplication> {
  const compiled = await override(Test.createTestingModule(metadata)).compile()
  const app = compiled.createNestApplication(adapter, { rawBody: true, logger: false, ...options })
  await configure?.(app)
  return app
}

/** Makes an application and lets it listen. */
export async function startApp(
  metadata: ModuleMetadata,
  settings: AppSettings = {},
): Promise<RunningApp> {
  const app = await createApp(metadata, settings)
  await app.listen(0, '127.0.0.1')
  return {
    app,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    [Symbol.asyncDispose]: () => app.close(),
  }
}

function same(builder: TestingModuleBuilder): TestingModuleBuilder {
  return builder
}
