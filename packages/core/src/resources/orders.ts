import { isScalapayError } from '../errors/guards.js'
import type { RequestOptions } from '../options.js'
import type { ReadAnswer } from '../transport/attempt.js'
import type { Answer, Call, OptionsForRead, Renewal } from '../transport/call.js'
import type {
  CreatedOrder,
  CreateOrderInput,
  CreateTravelOrderInput,
  Order,
  OrderReference,
  UpdatedOrder,
  UpdateOrderInput,
} from '../types.js'
import { invalidInput, requireObject } from './invalid-input.js'
import { lowerStatus } from './status.js'
import { unusableAnswer } from './unusable-answer.js'

/** What an order can be searched by; at least one, and several must all match. */
export interface OrderSearch {
  /** The order's token. */
  orderToken?: string | undefined
  /** The `merchantReference` that the order was created with. Not unique. */
  merchantOrderReference?: string | undefined
  /** The reference of the payment processor, which only an update sets. */
  merchantProcessorReference?: string | undefined
}

/** How long an order waits for the shopper unless told otherwise (source: Scalapay docs). */
const DEFAULT_LIFE_MS = 2_400_000
/** The `Date` of an answer is in whole seconds, and the answer took its time. */
const CLOCK_ROUNDING_MS = 5_000
/** What an order that nobody can pay any more may read as; only the first is documented. */
const UNPAYABLE: ReadonlySet<string> = new Set(['expired', 'voided', 'declined', 'cancelled'])

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
   * @throws ScalapayError with `outcome: 'unknown'` when it may have been created; call again, or `find(error.findBy)` tells
   */
  async create(
    order: CreateOrderInput | CreateTravelOrderInput,
    options: RequestOptions = {},
  ): Promise<CreatedOrder> {
    requireObject('createOrder', 'the order', order, "{ totalAmount: eur('49.90'), … }")
    const { merchantReference } = order
    const lifeMs = Number(order.orderExpiryMilliseconds ?? DEFAULT_LIFE_MS)
    const renewal: Renewal = {
      isOver: (answer, optionsForRead) => this.#hasEnded(answer, lifeMs, optionsForRead),
    }
    const input = { body: order, reference: merchantReference, merchantReference, renewal }
    return requireCheckoutUrl(await this.#call('createOrder', input, options), merchantReference)
  }

  /**
   * Stores your references on an order; nothing else can be changed.
   *
   * A `merchantReference` that is left out is removed from the order (source: Scalapay's specification): send it again
   * when only `merchantProcessorReference` changes.
   *
   * @throws ScalapayRequestError when a reference is empty, which would remove it too
   */
  async update(
    token: string,
    references: UpdateOrderInput,
    options?: RequestOptions,
  ): Promise<UpdatedOrder> {
    requireObject('updateOrder', 'the references', references, "{ merchantReference: 'order-1' }")
    requireReferences(references)
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
   * Whether the answer to a create is about an order that has ended since: then it was created before, and its answer was
   * stored. The times in the answer only raise the suspicion; the order itself must say so, or a wrong clock on the way
   * would make a second live order.
   */
  #hasEnded(
    { wire, data }: ReadAnswer,
    lifeMs: number,
    optionsForRead: OptionsForRead,
  ): boolean | Promise<boolean> {
    const { token, expires } = data as Answer<'createOrder'>
    // By Scalapay's own clock; NaN, and so not suspicious, when either time is missing.
    const lifeLeftMs = Date.parse(expires ?? '') - Date.parse(wire.header('date') ?? '')
    const isSuspicious = lifeLeftMs < lifeMs - CLOCK_ROUNDING_MS
    if (!isSuspicious || typeof token !== 'string') return false
    return this.get(token, optionsForRead()).then(
      ({ status }) => UNPAYABLE.has(lowerStatus(status)),
      (error: unknown) => {
        // A read may lag behind the create, and one that was just made has not ended.
        if (isScalapayError(error, 'ScalapayOrderNotFoundError')) return false
        throw error
      },
    )
  }
}

function requireCheckoutUrl(
  created: Answer<'createOrder'>,
  merchantReference: string | undefined,
): CreatedOrder {
  const { token, checkoutUrl } = created
  if (typeof token === 'string' && typeof checkoutUrl === 'string') return created as CreatedOrder
  throw unusableAnswer('createOrder', created, 'the answer has no checkoutUrl', {
    findBy: merchantReference ? { merchantOrderReference: merchantReference } : undefined,
    hint: 'Look the order up by its merchantReference before you create another.',
  })
}

function requireReferences(references: UpdateOrderInput): void {
  for (const [name, value] of Object.entries(references)) {
    if (value === undefined || (typeof value === 'string' && value.trim() !== '')) continue
    const problem =
      'must be text that is not empty. To remove a reference on purpose, leave it out.'
    throw invalidInput('updateOrder', name, problem)
  }
}
