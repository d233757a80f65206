import { eur } from '../../src/index.js'
import { moment } from '../support/moment.js'
import {
  json,
  type ScriptedServer,
  type SeenRequest,
  type Step,
  startScript,
} from '../support/scripted-server.js'

/** A server with many orders, each of 190.00 EUR. */
export interface ShopServer extends ScriptedServer {
  /** Tokens of the orders whose money was taken, once for each time: the oracle. */
  captured: string[]
  /** The most requests that were under way at once. */
  mostAtOnce: () => number
}

/** What an order is like when the sweep begins; an authorised one unless told otherwise. */
export type OrderState = Record<string, unknown>

/** What a server does besides answering. */
export interface ShopOptions {
  /** Answers in place of the order with this token. */
  fault?: Readonly<Record<string, Step>>
  /** The first answers are held back until so many requests have arrived. */
  holdUntil?: number
}

/** Starts a server with an order for each token. */
export async function startShop(
  orders: Readonly<Record<string, OrderState>>,
  { fault = {}, holdUntil = 0 }: ShopOptions = {},
): Promise<ShopServer> {
  const held = moment()
  let arrived = 0
  const captured: string[] = []
  let underWay = 0
  let mostAtOnce = 0

  const answer = (request: SeenRequest): Step => {
    const token = tokenOf(request)
    const state = orders[token]
    if (fault[token] !== undefined) return fault[token]
    if (state === undefined) return json(422, { errorCode: 'invalid_token', message: 'no' })
    if (request.method === 'GET') return json(200, { ...anOrder(token), ...state })
    captured.push(token)
    Object.assign(state, { status: 'charged', captureStatus: 'captured' })
    return json(200, { token, status: 'APPROVED' })
  }

  const server = await startScript((request, response) => {
    arrived += 1
    if (arrived >= holdUntil) held.announce()
    underWay += 1
    mostAtOnce = Math.max(mostAtOnce, underWay)
    response.once('close', () => {
      underWay -= 1
    })
    held.comes
      .then(() => answer(request)(request, response))
      .catch((error: Error) => response.destroy(error))
  })
  return { ...server, captured, mostAtOnce: () => mostAtOnce }
}

/** What the shop's own record says of an order. */
export function openOrder(token: string) {
  return { token, expect: { merchantReference: `order-${token}`, totalAmount: eur('190.00') } }
}

function anOrder(token: string) {
  return {
    token,
    status: 'authorized',
    captureStatus: 'pending',
    totalAmount: { amount: 190, currency: 'EUR' },
    orderDetails: { merchantReference: `order-${token}` },
  }
}

function tokenOf({ method, url, body }: SeenRequest): string {
  return method === 'GET' ? (url.split('/').at(-1) ?? '') : JSON.parse(body).token
}
