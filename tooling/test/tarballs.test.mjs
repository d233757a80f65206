// @ts-check
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedPackages } from '../published.mjs'
import { root, temporaryTree } from './temporary.mjs'

const run = promisify(execFile)

/** What may be in a tarball: built code with its types, the command, the description of the API, and papers. */
const ALLOWED = [
  /^package\.json$/,
  /^(README|LICENSE|CHANGELOG)(\.md)?$/,
  /^dist\/[\w./@-]+\.(js|cjs|mjs|json|vue|css)$/,
  /^dist\/[\w./@-]+\.d\.(ts|cts|mts)$/,
  /^bin\/[\w-]+\.js$/,
  // What the emulator's pages load in the browser.
  /^assets\/[\w.-]+\.(js|css|svg)$/,
  /^openapi\/scalapay\.yaml$/,
]

/** The most that a tarball may weigh, in bytes. A package that needs more says here why. */
const MOST_BYTES = {
  default: 100_000,
  // A build for each kind of runtime, so that a start need not find and open a file more; each has what tests of a shop need.
  '@scalapay-kit/core': 342_000,
  '@scalapay-kit/emulator': 250_000,
}

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']

describe.each(publishedPackages(root))('the tarball of $name', ({ folder, name, manifest }) => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let tree
  /** @type {string[]} */
  let tarballs = []
  /** @type {string[]} */
  let files = []
  /** @type {Record<string, any>} */
  let packed = {}

  beforeAll(async () => {
    tree = temporaryTree({ 'first/.keep': '', 'second/.keep': '' })
    for (const copy of ['first', 'second']) {
      const target = path.join(tree.folder, copy)
      const args = ['pack', '--json', '--pack-destination', target]
      const { stdout } = await run('pnpm', args, { cwd: path.join(root, folder) })
      tarballs.push(JSON.parse(stdout).filename)
    }
    const { stdout } = await run('tar', ['-tzf', tarballs[0] ?? ''])
    files = stdout
      .trim()
      .split('\n')
      .map((file) => file.replace(/^package\//, ''))
    const inside = ['-xzOf', tarballs[0] ?? '', 'package/package.json']
    packed = JSON.parse((await run('tar', inside)).stdout)
  })
  afterAll(() => {
    tree.remove()
    tarballs = []
  })

  it('holds nothing but what users need', () => {
    expect(files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)))).toEqual([])
  })

  it('holds the licence and a README', () => {
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
  })

  it('has the same bytes when it is packed twice', () => {
    const hashes = tarballs.map((file) =>
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    )
    expect(hashes[0]).toBe(hashes[1])
  })

  it('lists its dependencies by name, whichever pnpm resolved first', () => {
    const lists = Object.entries(packed).filter(([field]) => /[dD]ependencies$/.test(field))
    for (const [, list] of lists) expect(Object.keys(list)).toEqual(Object.keys(list).sort())
  })

  it('stays within its budget of bytes', () => {
    const most = /** @type {Record<string, number>} */ (MOST_BYTES)[name] ?? MOST_BYTES.default
    expect(statSync(tarballs[0] ?? '').size).toBeLessThan(most)
  })

  it('runs nothing when it is installed', () => {
    expect(INSTALL_SCRIPTS.filter((script) => script in (packed.scripts ?? {}))).toEqual([])
  })

  it('names no package of the workspace by a path or a protocol', () => {
    const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = packed
    const ranges = Object.values({ ...dependencies, ...peerDependencies, ...optionalDependencies })
    expect(ranges.filter((range) => /^(workspace|catalog|file|link|npm):/.test(range))).toEqual([])
  })

  it('says what it is, whose, and where to look', () => {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/Unofficial/),
      keywords: expect.arrayContaining(['scalapay', 'bnpl', 'payments']),
      license: 'MIT',
      homepage: expect.stringContaining(folder),
      bugs: expect.stringMatching(/\/issues$/),
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:/), directory: folder },
      engines: { node: expect.stringMatching(/^>=20/) },
      publishConfig: { access: 'public' },
    })
    expect(manifest).not.toHaveProperty('funding')
  })
})
