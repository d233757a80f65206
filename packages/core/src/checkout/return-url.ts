const MAX_TOKEN_LENGTH = 128

/** What can be taken from a return URL. */
export interface CheckoutReturn {
  /** Which order the shopper comes back from; absent when the URL names none, or several. */
  token: string | undefined
}

/**
 * Takes the order's token from the URL that the shopper came back on. Nothing else in it is read: the query string is not
 * signed, so `status=SUCCESS` proves nothing. Ask `checkout.complete` what became of the order.
 *
 * @param url absolute, or path and query as a server sees them
 */
export function readReturn(url: string | URL): CheckoutReturn {
  const tokens = queryOf(String(url)).getAll('orderToken')
  const [token] = tokens
  const isUsable =
    tokens.length === 1 &&
    token !== undefined &&
    /^\S+$/.test(token) &&
    token.length <= MAX_TOKEN_LENGTH
  return { token: isUsable ? token : undefined }
}

function queryOf(url: string): URLSearchParams {
  const [withoutFragment = ''] = url.split('#', 1)
  const start = withoutFragment.indexOf('?')
  return new URLSearchParams(start === -1 ? '' : withoutFragment.slice(start + 1))
}
