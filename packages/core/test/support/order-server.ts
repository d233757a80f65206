import type { ServerResponse } from 'node:http'
import type { Order } from '../../src/index.js'
import { json, type SeenRequest, type Step, startScript } from './scripted-server.js'

/** What happens to a write instead of the usual. */
export interface Fault {
  /** Whether the work is done all the same. */
  commits: boolean
  answer: Step
  /** What somebody else does to the order meanwhile. */
  meanwhile?: Partial<Order>
}

/** A server with one order, which can be read, captured and delayed, and is found under no other reference. */
export interface OrderServer {
  url: string
  /** Method and path of each request. */
  calls: () => string[]
  /** Bodies of the captures and delays that arrived. */
  bodies: () => unknown[]
  /** Money that was taken: the oracle. */
  captured: string[]
  order: Order
}

/** An order of 190.00 EUR that the shopper has authorised; its total is a number, as Scalapay writes it there. */
export function anAuthorizedOrder(overrides: Partial<Order> = {}): Order {
  return {
    token: 'T1',
    status: 'authorized',
    captureStatus: 'pending',
    totalAmount: { amount: 190 as unknown as string, currency: 'EUR' },
    orderDetails: { merchantReference: 'order-1' },
    ...overrides,
  }
}

/** Starts a server that keeps the state of one order, and plays a fault for each of its first writes. */
export async function startOrderServer(order: Order, ...faults: Fault[]): Promise<OrderServer> {
  const stored = new Map<unknown, object>()
  const captured: string[] = []

  const commit = ({ url, headers, body }: SeenRequest): object => {
    const key = headers['idempotency-key']
    const isDelay = url.endsWith('/delay')
    const done = isDelay
      ? { captureStatus: 'delayed' }
      : { status: 'charged', captureStatus: 'captured' }
    Object.assign(order, done)
    if (!isDelay) captured.push(JSON.parse(body).amount?.amount ?? '190.00')
    const answer = { token: order.token, status: isDelay ? 'AUTHORIZED' : 'APPROVED' }
    stored.set(key, answer)
    return answer
  }

  const write = (request: SeenRequest, response: ServerResponse) => {
    const before = stored.get(request.headers['idempotency-key'])
    if (before !== undefined)
      return json(200, before, { 'request-idempotency': 'true' })(request, response)
    const fault = faults.shift()
    if (fault?.commits === true) commit(request)
    Object.assign(order, fault?.meanwhile)
    if (fault !== undefined) return fault.answer(request, response)
    if (order.status !== 'authorized') {
      return json(400, { errorCode: 'not_authorized', message: 'no' })(request, response)
    }
    json(200, commit(request))(request, response)
  }

  const server = await startScript((request, response) => {
    if (request.url.includes('/references?')) json(200, [])(request, response)
    else if (request.method === 'GET') json(200, order)(request, response)
    else write(request, response)
  })
  return {
    url: server.url,
    calls: () => server.seen.map(({ method, url }) => `${method} ${url}`),
    bodies: () =>
      server.seen.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body)),
    captured,
    order,
  }
}
