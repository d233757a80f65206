// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { listDocuments } from '../documents/folder.mjs'
import { workspaceFolders } from '../files.mjs'
import { root } from './temporary.mjs'

const manifests = workspaceFolders(root).map((folder) =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')),
)
const published = manifests.filter((manifest) => manifest.private !== true)
const installed = published.map(({ name }) => name)
/** What npx finds by a package's name: its only program. */
const runnable = published
  .filter(({ bin }) => Object.keys(bin ?? {}).length === 1)
  .map(({ name }) => name)

const COMMAND = /\b(?<command>npm install|pnpm add|yarn add|npx)(?<rest>(?: [@\w/.-]+)+)/g
const commands = listDocuments(root).flatMap((document) =>
  [...readFileSync(path.join(root, document), 'utf8').matchAll(COMMAND)].map(({ groups }) => ({
    document,
    command: groups?.command ?? '',
    names: (groups?.rest ?? '').split(' ').filter((word) => word.startsWith('@scalapay-kit/')),
  })),
)

it.each(commands)('$document: what it says to $command is there', ({ command, names }) => {
  const known = command === 'npx' ? runnable : installed
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

it('finds such commands', () => {
  expect(commands.filter(({ command }) => command === 'npx').length).toBeGreaterThan(0)
  expect(commands.filter(({ command }) => command === 'npm install').length).toBeGreaterThan(0)
})
