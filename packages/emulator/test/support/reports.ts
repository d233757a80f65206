import type { TestEmulator, WireAnswer } from './emulator.js'

/** A page of a report. */
export interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly hasMore: boolean
}

/** The page in an answer. */
const pageOf = (answer: WireAnswer) => JSON.parse(answer.text) as Page

/** One page of a report, by its path below `/v1/reporting`. */
export const report = async (emulator: TestEmulator, path: string) =>
  pageOf(await emulator.get(`/v1/reporting${path}`))

/** A day of the emulator's clock. */
export const DAY = 86_400_000
