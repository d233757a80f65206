import { Controller, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common'
import type { WebhookReply } from '@scalapay-kit/core/webhooks'
import { AccountWebhooks } from './account-webhooks.js'
import { readRawBody, type WebhookRequest } from './raw-body.js'
import type { ResolvedRoute } from './route.js'

/** Both Express and Fastify have it. */
interface WebhookResponse {
  status(code: number): unknown
}

/** Makes the controller of one account: a class of its own, so that accounts share no metadata. */
export function createWebhookController(route: ResolvedRoute): Type<unknown> {
  const { path, version, host, decorators } = route

  @Controller({ path, version, ...(host === undefined ? {} : { host }) })
  class ScalapayWebhookController {
    readonly #webhooks: AccountWebhooks

    constructor(@Inject(AccountWebhooks) webhooks: AccountWebhooks) {
      this.#webhooks = webhooks
    }

    /** Only 200 counts as received (source: Scalapay docs), and Nest answers a POST with 201 by itself. */
    @Post()
    @HttpCode(200)
    async receive(
      @Req() request: WebhookRequest,
      @Res({ passthrough: true }) response: WebhookResponse,
    ): Promise<WebhookReply['body']> {
      const rawBody = await readRawBody(request, this.#webhooks.maxBodyBytes)
      const { status, body } = await this.#webhooks.receive({ rawBody, headers: request.headers })
      response.status(status)
      return body
    }
  }

  for (const decorate of decorators) decorate(ScalapayWebhookController)
  return ScalapayWebhookController
}
