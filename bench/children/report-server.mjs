// @ts-check
/** Serves a report of as many rows as it is told, in pages made as they are asked for. */
import { createServer } from 'node:http'

const total = Number(process.argv[2])
const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost')
  const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('size'))]
  const first = page * size
  const count = Math.max(0, Math.min(size, total - first))
  const items = Array.from({ length: count }, (_, index) => ({
    merchantPayoutToken: `payout-${first + index}`,
    payoutDate: '2026-11-23',
    amount: { amount: '190.00', currency: 'EUR' },
    status: 'paid',
  }))
  const body = JSON.stringify({ items, total, page, size, hasMore: first + count < total })
  response.setHeader('content-type', 'application/json').end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  process.stdout.write(`http://localhost:${port}\n`)
})
