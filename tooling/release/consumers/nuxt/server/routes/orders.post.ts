import { readFileSync } from 'node:fs'

export default defineEventHandler((event) =>
  useScalapay(event).orders.create(JSON.parse(readFileSync('order.json', 'utf8'))),
)
