import { MAX_QUANTITY, totalsOf } from 'storefront'

/** The shopper's cart. */
export default defineEventHandler(async (event) => {
  const lines = await readLines(event)
  return {
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    lines: lines.map(lineView),
    totals: totalsView(totalsOf(lines)),
    mostPieces: MAX_QUANTITY,
  }
})
