import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common'
import { isScalapayError, type ScalapayError } from '@scalapay-kit/core'
import { answerFor } from './scalapay.http-answers.js'

/** Nest asks `instanceof`, which does not know the errors of another copy of the core. */
abstract class AnyScalapayError {
  static [Symbol.hasInstance](value: unknown): boolean {
    return isScalapayError(value)
  }
}

/** Both Express and Fastify have it. */
interface HttpResponse {
  status(code: number): HttpResponse
  header(name: string, value: string): HttpResponse
  send(body: object): unknown
}

/**
 * Answers the errors of the core with a fitting status, and a body of Nest's usual form from which nothing internal can
 * be learned; the error itself goes to the log. Outside HTTP, it throws the same answer as an `HttpException`.
 *
 * @example app.useGlobalFilters(new ScalapayExceptionFilter())
 * @example providers: [{ provide: APP_FILTER, useClass: ScalapayExceptionFilter }]
 */
@Catch(AnyScalapayError)
export class ScalapayExceptionFilter implements ExceptionFilter<ScalapayError> {
  readonly #logger = new Logger('Scalapay')

  catch(error: ScalapayError, host: ArgumentsHost): void {
    const { statusCode, message, retryAfter } = answerFor(error)
    const body = { statusCode, message }
    const facts = `${error.name} answered with ${statusCode}; operation=${error.operation} outcome=${error.outcome} requestId=${error.requestId}`
    if (statusCode >= 500) this.#logger.error(facts, error.stack)
    else this.#logger.warn(facts)
    if (host.getType() !== 'http') throw new HttpException(body, statusCode, { cause: error })
    const response = host.switchToHttp().getResponse<HttpResponse>()
    if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter))
    response.status(statusCode).send(body)
  }
}
