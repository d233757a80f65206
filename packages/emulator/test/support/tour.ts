import { asDevice, eur, type TestEmulator } from './emulator.js'
import { tillLink, tillOrder } from './orders.js'
import { DAY, report } from './reports.js'

async function online(emulator: TestEmulator): Promise<void> {
  const [captured, voided] = [await emulator.captured(), await emulator.approved()]
  const refund = { refundAmount: eur('1.00'), merchantRefundReference: 'r' }
  await emulator.post(`/v2/payments/${captured}/refund`, refund)
  const references = { merchantReference: 'a', merchantProcessorReference: 'p' }
  await emulator.post(`/v2/orders/${voided}`, references)
  await emulator.post(`/v2/payments/${voided}/delay`)
  await emulator.post(`/v2/payments/${voided}/void`)
  await emulator.get(`/v2/payments/${captured}`)
  await emulator.get(`/v2/payments/references?orderToken=${captured}`)
  emulator.control.disputes.open(captured)
}

async function severalCaptures(emulator: TestEmulator): Promise<void> {
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`)
  await emulator.post(`/v2/payments/${token}/delay/capture`, { amount: eur('40.00') })
  const body = { refundAmount: eur('40.00'), refundCapturedAmount: eur('10.00') }
  await emulator.post(`/v2/payments/${token}/delay/refund`, body)
  await emulator.post(`/v2/payments/${token}/delay/void`)
}

async function inStore(emulator: TestEmulator): Promise<void> {
  const { token } = (await emulator.post('/v1/instore/orders', tillOrder, asDevice)).json()
  await emulator.get(`/v1/instore/orders/${token}`, asDevice)
  await emulator.get(`/v1/instore/orders/references?orderToken=${token}`, asDevice)
  const refund = { requestId: 'r', merchantOperatorId: 'o', refundAmount: eur('1.00') }
  await emulator.post(`/v1/instore/orders/${token}/refund`, refund, asDevice)
  const path = '/v2/instore/paybylink/orders'
  const link = (await emulator.post(path, tillLink, asDevice)).json()
  await emulator.post(`${path}/${link.token}/void`, undefined, asDevice)
}

async function reports(emulator: TestEmulator): Promise<void> {
  for (const name of ['orders', 'refunds', 'payouts', 'disputes']) {
    await report(emulator, `/${name}?startDate=2026-01-01&endDate=2026-01-31`)
  }
  const [payout] = (await report(emulator, '/payouts')).items
  for (const kind of ['orders', 'refunds']) {
    await report(emulator, `/payouts/${payout?.merchantPayoutToken}/${kind}`)
  }
  await emulator.get('/v3/configurations')
}

/** Calls every operation of the document so that it succeeds. */
export async function callEverything(emulator: TestEmulator): Promise<void> {
  await online(emulator)
  await severalCaptures(emulator)
  await inStore(emulator)
  // Once with the payout of today still open, once paid.
  await report(emulator, '/orders')
  await emulator.control.clock.advance(DAY)
  await reports(emulator)
}
