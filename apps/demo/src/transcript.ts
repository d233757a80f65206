/** Who sends a request, from where to where. */
export type Route = 'shopper → shop' | 'shopper → scalapay' | 'shop → scalapay' | 'you → emulator'

export interface Step {
  readonly route: Route
  readonly method: string
  readonly path: string
  readonly status: number | string
  readonly fact: string
}

const ROUTE_WIDTH = 20
const REQUEST_WIDTH = 46

/** Writes what happens, for a reader who sees it for the first time. */
export class Transcript {
  readonly #write: (text: string) => void
  #chapters = 0

  constructor(write: (text: string) => void) {
    this.#write = write
  }

  line(text = ''): void {
    this.#write(`${text}\n`)
  }

  chapter(title: string): void {
    this.#chapters += 1
    this.line()
    this.line(`${this.#chapters}. ${title}`)
  }

  step({ route, method, path, status, fact }: Step): void {
    const request = `${method.padEnd(4)} ${shorten(path)}`
    this.line(
      `   ${route.padEnd(ROUTE_WIDTH)}${request.padEnd(REQUEST_WIDTH)} ${status}  ${fact}`.trimEnd(),
    )
  }
}

/** Order ids are long and say nothing to the reader. */
function shorten(path: string): string {
  const short = path.replace(/\/orders\/([2-9A-Z]{6})[2-9A-Z]{20}/, '/orders/$1…')
  return short.length > REQUEST_WIDTH - 6 ? `${short.slice(0, REQUEST_WIDTH - 7)}…` : short
}
