// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { workspaceFolders } from '../files.mjs'
import { root } from './temporary.mjs'

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), 'utf8')
const manifests = ['.', ...workspaceFolders(root)].map((folder) => ({
  folder,
  ...JSON.parse(read(`${folder}/package.json`)),
}))
const published = manifests.filter((manifest) => manifest.private !== true)

/** @param {string} document @param {string} heading */
function section(document, heading) {
  return document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
}

describe('ARCHITECTURE.md', () => {
  const document = read('ARCHITECTURE.md')

  it('is read in a minute: fewer than 60 lines', () => {
    expect(document.trimEnd().split('\n').length).toBeLessThan(60)
  })

  it('maps things to paths that exist', () => {
    const rows = section(document, 'Where is it').split('\n').slice(4).filter(Boolean)
    const paths = rows.flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)])
    expect(rows.length).toBeGreaterThanOrEqual(10)
    expect(paths.length).toBeGreaterThanOrEqual(rows.length)
    expect(
      paths.map(([, file = '']) => file).filter((file) => !existsSync(path.join(root, file))),
    ).toEqual([])
  })

  it('names files in the flow of a call that exist', () => {
    const files = [...section(document, 'The flow of a call').matchAll(/`([a-z/-]+\.ts)`/g)]
    expect(files.length).toBeGreaterThan(5)
    expect(
      files
        .map(([, file = '']) => file)
        .filter((file) => !existsSync(path.join(root, 'packages/core/src', file))),
    ).toEqual([])
  })
})

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const document = read(file)

  it('names commands that exist', () => {
    const scripts = Object.keys(manifests[0]?.scripts)
    const builtIn = ['install', 'exec', 'test']
    const commands = [...document.matchAll(/(?:^|`)(?:npm run|npm|pnpm) ([a-z][a-z:-]*)/gm)]
    expect(commands.length).toBeGreaterThan(0)
    expect(
      commands
        .map(([, name = '']) => name)
        .filter((name) => ![...scripts, ...builtIn].includes(name)),
    ).toEqual([])
  })
})

describe('every published package', () => {
  it.each(published.map(({ name, folder }) => [name, folder]))(
    '%s brings the licence and a README',
    (_, folder) => {
      expect(read(`${folder}/LICENSE`)).toBe(read('LICENSE'))
      expect(read(`${folder}/README.md`)).toMatch(/unofficial/i)
    },
  )

  it('has the same licence in its package.json', () => {
    expect(new Set(manifests.map(({ license }) => license))).toEqual(new Set(['MIT']))
  })
})

describe('changesets', () => {
  const files = readdirSync(path.join(root, '.changeset')).filter(
    (name) => name.endsWith('.md') && name !== 'README.md',
  )
  const line = /^'(?<name>[^']+)': (?:major|minor|patch)$/

  it('name published packages and say something about them', () => {
    // After a release there are none, which is right as well.
    for (const file of files) {
      const [, frontMatter = '', text = ''] = read(`.changeset/${file}`).split(/^---\n/m)
      const bumps = frontMatter.split('\n').filter(Boolean)
      const names = bumps.map((bump) => line.exec(bump)?.groups?.name ?? bump)
      expect(published.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
      if (names.length > 0) expect(text.trim().length).toBeGreaterThan(40)
    }
  })
})
