import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type LoggerService, ValidationPipe } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import cookieParser from 'cookie-parser'
import type { NextFunction, Request, Response } from 'express'
import { assets, type ShopOptions, securityHeaders } from 'storefront'
import { AppModule } from './app.module.js'

/**
 * Builds the shop. Nothing runs before `listen()` or `init()`.
 *
 * @param load gives what it is built from
 * @param logger Nest's own when not given, `false` for none
 */
export async function createShop(
  load: () => ShopOptions,
  logger?: LoggerService | false,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(load), {
    // The signature of a webhook goes over the bytes as they came.
    rawBody: true,
    // What is wrong with the options is told by the error; who starts the shop prints it.
    abortOnError: false,
    ...(logger !== undefined && { logger }),
  })
  app.disable('x-powered-by')
  const config = app.get<ConfigService<ShopOptions, true>>(ConfigService)
  app.use(guardWith(securityHeaders(config.get('scalapay', { infer: true }))))
  app.use(cookieParser(config.get('cookieSecret', { infer: true }) ?? newSecret()))
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true }))
  for (const { path, file } of assets) {
    app.useStaticAssets(fileURLToPath(file), {
      prefix: path,
      setHeaders: letCache,
      redirect: false,
    })
  }
  return app
}

/** Headers of every answer, and no posts from other sites. */
function guardWith(headers: Readonly<Record<string, string>>) {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set(headers)
    if (request.method === 'POST' && request.get('sec-fetch-site') === 'cross-site') {
      response.status(403).type('text').send('This form belongs to another site.')
    } else {
      next()
    }
  }
}

function letCache(response: Response): void {
  response.set('cache-control', 'max-age=300')
}

function newSecret(): string {
  return randomBytes(32).toString('hex')
}
