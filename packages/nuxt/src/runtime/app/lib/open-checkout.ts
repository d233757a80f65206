/**
 * Asks the shop's route for the address of the checkout.
 *
 * @throws Error that says what the route answered instead
 */
export async function openCheckout(
  action: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string> {
  const response = await fetch(action, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  const checkoutUrl = response.ok ? checkoutUrlOf(answer) : undefined
  if (checkoutUrl !== undefined) return checkoutUrl
  throw new Error(
    response.ok
      ? `POST ${action} answered without a checkoutUrl. End that route with sendScalapayCheckout(event, order).`
      : `POST ${action} answered with ${response.status}.`,
  )
}

function checkoutUrlOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('checkoutUrl' in answer)) return undefined
  const { checkoutUrl } = answer
  return typeof checkoutUrl === 'string' && isWebAddress(checkoutUrl) ? checkoutUrl : undefined
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
