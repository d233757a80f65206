import type { H3Event } from 'h3'
import { type Line, linesOf } from 'storefront'

const COOKIE = 'cart'

/** The shopper's cart; empty when there is none yet, or when it is paid. */
export async function cartIdOf(event: H3Event): Promise<string> {
  const id = getCookie(event, COOKIE) ?? ''
  return (await useShop(event).carts.isRetired(id)) ? '' : id
}

/**
 * The cart of the request, or a new one. Its id is unguessable, so it needs no signature; Lax keeps the cookie out of
 * posts that other sites send.
 */
export async function useCartId(event: H3Event): Promise<string> {
  const known = await cartIdOf(event)
  if (known !== '') return known
  const id = useShop(event).ids.secret()
  const secure = getRequestProtocol(event) === 'https'
  setCookie(event, COOKIE, id, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  return id
}

export async function readLines(event: H3Event): Promise<Line[]> {
  return linesOf(await useShop(event).carts.read(await cartIdOf(event)))
}
