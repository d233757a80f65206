// @ts-check
/**
 * Delivers to a route without a network, so that the client's side does not blur the ratio.
 *
 * @param {{ inject: (request: any) => PromiseLike<{ statusCode: number }> }} app
 * @param {string} url
 */
export function deliverTo(app, url) {
  return async (/** @type {{ body: string, headers: object }} */ { body, headers }) => {
    const all = { ...headers, 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url, payload: body, headers: all })
    return answer.statusCode
  }
}
