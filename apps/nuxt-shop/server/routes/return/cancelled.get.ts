/** Where Scalapay sends the shopper who has left, or was declined. */
export default defineScalapayReturn(({ event }) => returnPath(event, { cancelled: true }), {
  withoutToken: UNKNOWN_PAYMENT,
})
