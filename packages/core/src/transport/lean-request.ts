/** What openapi-fetch hands to its `Request` class. */
interface LeanRequestInit {
  method?: string
  body?: string
}

/**
 * The few parts of a `Request` that openapi-fetch touches. The standard one would cost more than the whole call: it
 * builds body streams and abort signals that the transport below has no use for.
 */
export class LeanRequest {
  readonly method: string
  readonly body: string | undefined

  constructor(
    readonly url: string,
    init: LeanRequestInit = {},
  ) {
    this.method = init.method ?? 'GET'
    this.body = init.body
  }
}
