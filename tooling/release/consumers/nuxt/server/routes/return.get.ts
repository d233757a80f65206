import { readFileSync } from 'node:fs'

export default defineEventHandler(async (event) => {
  const { checkout } = useScalapay(event)
  const { merchantReference, totalAmount } = JSON.parse(readFileSync('order.json', 'utf8'))
  const { token = '' } = checkout.readReturn(getRequestURL(event))
  const { outcome } = await checkout.complete({ token, expect: { merchantReference, totalAmount } })
  return { outcome }
})
