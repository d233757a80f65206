/** Where a shopper ends who comes back from the checkout: one of the states of the storefront, or a notice on the order. */
export interface Landing {
  /** `paid-now`, `already-paid`, a state such as `pending`, or `not-found`. */
  readonly outcome: string
  /** The path of the page. */
  readonly path: string
}

/** A click on the button of a filled-in form: each sends the same form. It gives the token, or none when nothing was opened. */
export type PayButton = () => Promise<string | undefined>

/** The refund form as the page of an order shows it. */
export interface RefundForm {
  /** What may still be refunded, in euro. */
  readonly left: string
  /**
   * Sends this form, with the same reference each time.
   *
   * @returns `refunded`, `refund-under-way`, `refused` or `failed`
   */
  send(amount: string): Promise<string>
}

/** What an order fails with when the shop opens no checkout. */
export const NO_CHECKOUT = 'The shop did not send the shopper to a checkout.'

/** What shoppers do, and shopkeepers, whatever the pages look like. */
export abstract class Shopper {
  /** Puts articles into the cart and leaves for the checkout. None: with the cart as it is. */
  async order(skus?: readonly string[]): Promise<{ readonly token: string }> {
    const click = await this.fillIn(skus)
    const token = await click()
    if (token === undefined) throw new Error(NO_CHECKOUT)
    return { token }
  }

  /** Puts articles into the cart and fills in the form that leads to the checkout. */
  abstract fillIn(skus?: readonly string[]): Promise<PayButton>
  /** Opens an address that Scalapay sends shoppers back to. */
  abstract comeBack(address: string): Promise<Landing>
  /** @param path of the page of a paid order */
  abstract refundForm(path: string): Promise<RefundForm>
}
