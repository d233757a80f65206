import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common'
import {
  type HttpAnswer,
  httpAnswerTo,
  isScalapayError,
  type ScalapayError,
} from '@scalapay-kit/core'
import { type Observable, throwError } from 'rxjs'

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

/** The client of a WebSocket gateway. */
interface SocketClient {
  emit(event: 'exception', body: object): unknown
}

/**
 * Answers the errors of the core with a fitting status, and a body of Nest's usual form from which nothing internal can
 * be learned; the error itself goes to the log. Microservices and WebSocket gateways are answered in the form that Nest has
 * for them, with the same message; anywhere else, as in GraphQL, the answer is thrown as an `HttpException`.
 *
 * @example app.useGlobalFilters(new ScalapayExceptionFilter())
 * @example providers: [{ provide: APP_FILTER, useClass: ScalapayExceptionFilter }]
 */
@Catch(AnyScalapayError)
export class ScalapayExceptionFilter implements ExceptionFilter<ScalapayError> {
  readonly #logger = new Logger('Scalapay')

  /** @returns what a microservice answers; nothing elsewhere */
  catch(error: ScalapayError, host: ArgumentsHost): Observable<never> | undefined {
    const answer = httpAnswerTo(error)
    this.#log(error, answer)
    const { statusCode, message } = answer
    switch (host.getType<string>()) {
      case 'http':
        reply(host.switchToHttp().getResponse(), answer)
        return undefined
      // Nest does not answer at all when a filter throws here: the caller would wait for ever.
      case 'rpc':
        return throwError(() => ({ status: 'error', statusCode, message }))
      case 'ws':
        host.switchToWs().getClient<SocketClient>().emit('exception', { status: 'error', message })
        return undefined
      default:
        throw new HttpException({ statusCode, message }, statusCode, { cause: error })
    }
  }

  #log(error: ScalapayError, { statusCode }: HttpAnswer): void {
    const facts = `${error.name} answered with ${statusCode}; operation=${error.operation} outcome=${error.outcome} requestId=${error.requestId}`
    if (statusCode >= 500) this.#logger.error(facts, error.stack)
    else this.#logger.warn(facts)
  }
}

function reply(response: HttpResponse, { statusCode, message, retryAfter }: HttpAnswer): void {
  if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter))
  response.status(statusCode).send({ statusCode, message })
}
