import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** The demo as a child process, as `npm run demo` starts it. */
function demo(...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    output.out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    output.err += chunk.toString()
  })
  const closed = once(child, 'close').then(([code]: unknown[]) => ({ code, ...output }))
  /** Resolves with all that was printed once this text is in it. */
  const printed = (text: string) =>
    new Promise<string>((resolve) => {
      child.stdout?.on('data', () => {
        if (output.out.includes(text)) resolve(output.out)
      })
    })
  return { child, closed, printed }
}

it.each(['fastify', 'nestjs', 'nuxt'])(
  'buys once in the %s shop, and exits 0 because the ledger is exactly right',
  async (shop) => {
    const { code, out, err } = await demo(shop, '--once').closed
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('190.00 EUR, T-Shirt, Jeans, pay-in-3')
    expect(out).toMatch(/POST \/v2\/payments\/capture +200 {2}APPROVED, 190\.00 EUR\n/)
    expect(out).toMatch(/\/refund +200 {2}27\.00 EUR\n/)
    expect(out).toContain('   capture 190.00 EUR\n   refund 27.00 EUR\n')
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      'The ledger is exactly right: one capture, one refund, nothing else.',
    )
  },
)

it('exits 1 with the difference when a capture is lost', async () => {
  const { code, out } = await demo('--once', '--lose-capture').closed
  expect(code).toBe(1)
  expect(out).toContain(
    'The ledger is WRONG:\n   - missing: capture 190.00 EUR\n   - missing: refund 27.00 EUR\n',
  )
})

it('keeps serving the shop until Ctrl-C, then closes everything and exits 0', async () => {
  const { child, closed, printed } = demo()
  const out = await printed('Ctrl-C')
  const shop = /^Shop +(\S+)$/m.exec(out)?.[1] ?? ''
  const emulator = /^Emulator +(\S+)$/m.exec(out)?.[1] ?? ''
  expect(await (await fetch(shop)).text()).toContain('Jeans')
  expect((await fetch(`${emulator}/_emulator/ledger`)).status).toBe(200)

  child.kill('SIGINT')

  expect(await closed).toMatchObject({ code: 0, err: '' })
  await expect(fetch(shop)).rejects.toThrow('fetch failed')
})

it.each([
  [['magento'], "There is no shop 'magento'. Choose one of: fastify, nestjs, nuxt.\n"],
  [['--twice'], "There is no option '--twice'. See --help.\n"],
])('exits 1 with one line for %j', async (args, line) => {
  expect(await demo(...args).closed).toEqual({ code: 1, out: '', err: line })
})

it('explains itself with --help', async () => {
  const { code, out } = await demo('--help').closed
  expect(code).toBe(0)
  expect(out).toContain('--lose-capture')
})
