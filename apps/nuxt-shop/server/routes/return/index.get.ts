/** Where Scalapay sends the shopper who has confirmed. */
export default defineScalapayReturn(({ event }) => returnPath(event, { cancelled: false }), {
  withoutToken: UNKNOWN_PAYMENT,
})
