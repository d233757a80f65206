/** Where Scalapay sends the shopper who has left, or was declined. */
export default defineScalapayReturn(({ event }) => returnPath(event, true), {
  withoutToken: UNKNOWN_PAYMENT,
})
