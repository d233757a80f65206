import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  HttpStatus,
} from '@nestjs/common'
import type { Request, Response } from 'express'
import { problems } from 'storefront'
import { ShopService } from '../shop/shop.service.js'
import { PageRenderer } from './page.renderer.js'
import { Page } from './views.js'

/** Pages for unknown addresses, forms that cannot be read, and what goes wrong on our side. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly shop: ShopService,
    private readonly renderer: PageRenderer,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp()
    const page = this.#pageFor(error)
    const html = await this.renderer.render(page, http.getRequest<Request>())
    const response = http.getResponse<Response>()
    response
      .status(page.statusCode ?? HttpStatus.INTERNAL_SERVER_ERROR)
      .type('html')
      .send(html)
  }

  #pageFor(error: unknown): Page {
    const statusCode = error instanceof HttpException ? error.getStatus() : undefined
    if (statusCode === HttpStatus.NOT_FOUND) return Page.problem(statusCode, problems.notFound)
    if (statusCode !== undefined && statusCode < 500) {
      return Page.problem(statusCode, problems.unreadableForm)
    }
    this.shop.log.error({ err: error }, 'request failed')
    return Page.problem(HttpStatus.INTERNAL_SERVER_ERROR, problems.failure)
  }
}
