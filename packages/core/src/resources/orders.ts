import { ScalapayServerError } from '../errors/api.js'
import type { RequestOptions } from '../options.js'
import type { Answer, Call } from '../transport/call.js'
import type { CallOutcome } from '../transport/pipeline.js'
import { responseOf } from '../transport/response-info.js'
import type {
  CreatedOrder,
  CreateOrderInput,
  CreateTravelOrderInput,
  Order,
  OrderReference,
  UpdatedOrder,
  UpdateOrderInput,
} from '../types.js'

/** What an order can be searched by; at least one, and several must all match. */
export interface OrderSearch {
  orderToken?: string | undefined
  merchantOrderReference?: string | undefined
  merchantProcessorReference?: string | undefined
}

/** Online orders. */
export class Orders {
  readonly #call: Call

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * Creates an order and its hosted checkout.
   *
   * With a `merchantReference`, the idempotency key is derived from the order: the same order sent again, after a crash
   * or from another machine, gives the same token and not a second order. When that order has expired in the meantime, a
   * new one is made.
   *
   * @throws ScalapayRequestError when the input is refused; `validationErrors` names the fields
   */
  async create(
    order: CreateOrderInput | CreateTravelOrderInput,
    options: RequestOptions = {},
  ): Promise<CreatedOrder> {
    const isOver = (outcome: CallOutcome) => this.#hasExpired(outcome, options)
    const input = { body: order, reference: order.merchantReference, isOver }
    return requireCheckoutUrl(await this.#call('createOrder', input, options))
  }

  /**
   * Stores your references on an order; nothing else can be changed.
   *
   * A `merchantReference` that is left out is removed from the order (source: Scalapay's specification): send it again
   * when only `merchantProcessorReference` changes.
   */
  update(
    token: string,
    references: UpdateOrderInput,
    options?: RequestOptions,
  ): Promise<UpdatedOrder> {
    return this.#call('updateOrder', { path: { token }, body: references }, options)
  }

  /**
   * Reads an order as Scalapay has it now.
   *
   * @throws ScalapayOrderNotFoundError when there is no such order under this key
   */
  get(token: string, options?: RequestOptions): Promise<Order> {
    return this.#call('getOrder', { path: { token } }, options)
  }

  /**
   * Finds orders by reference: at most 100, the newest first. A `merchantReference` is not unique.
   *
   * @throws ScalapayRequestError when no reference is given
   */
  find(search: OrderSearch, options?: RequestOptions): Promise<OrderReference[]> {
    return this.#call('findOrders', { query: search }, options)
  }

  /**
   * Whether the answer to a create is about an order that has expired since: then it was created long ago, and the answer was
   * stored. The times in the answer only raise the suspicion; the order itself must say so, or a wrong clock on the way
   * would make a second live order.
   */
  async #hasExpired({ answer }: CallOutcome, options: RequestOptions): Promise<boolean> {
    const created = answer?.data as Partial<Answer<'createOrder'>> | undefined
    const answeredAt = Date.parse(answer?.wire.header('date') ?? '')
    const mayHaveExpired = Date.parse(created?.expires ?? '') <= answeredAt
    if (!mayHaveExpired || typeof created?.token !== 'string') return false
    const order = await this.get(created.token, options).catch(() => undefined)
    return order?.status?.toLowerCase() === 'expired'
  }
}

function requireCheckoutUrl(created: Answer<'createOrder'>): CreatedOrder {
  if (typeof created.token === 'string' && typeof created.checkoutUrl === 'string') {
    return created as CreatedOrder
  }
  const { attempts, idempotencyKey, requestId, status } = responseOf(created)
  throw new ScalapayServerError(
    'createOrder: Scalapay answered without a token or a checkoutUrl.',
    {
      operation: 'createOrder',
      outcome: 'unknown',
      httpStatusCode: status,
      attempts,
      idempotencyKey,
      requestId,
      hint: 'Look the order up by its merchantReference before you create another.',
    },
  )
}
