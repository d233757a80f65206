// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './temporary.mjs'

const folder = 'docs/scenarios'
const ALL = Array.from({ length: 60 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)

const chapters = readdirSync(path.join(root, folder))
  .filter((name) => name !== 'README.md')
  .flatMap((name) =>
    readFileSync(path.join(root, folder, name), 'utf8')
      .split(/^## /m)
      .slice(1),
  )
  .map((text) => ({ id: text.slice(0, 3), text }))

/** @param {string} text @returns {string[]} the tests that a chapter links to, relative to the repository */
const testsOf = (text) =>
  [...text.matchAll(/\]\((?<target>[^)#]+\.ts)\)/g)].map(({ groups }) =>
    path.join(folder, groups?.target ?? ''),
  )

describe('the book of scenarios', () => {
  it('has one chapter for each scenario', () => {
    expect(chapters.map(({ id }) => id).sort()).toEqual(ALL)
  })

  it.each(chapters)(
    '$id says what goes wrong, what the kit does and what is left to do',
    ({ text }) => {
      const points = [...text.matchAll(/^- \*\*(?<point>[^:]+):\*\*/gm)].map(
        ({ groups }) => groups?.point,
      )
      expect(points.slice(0, 3)).toEqual(['Without care', 'The kit', 'You'])
    },
  )

  it.each(chapters)('$id leads to the tests that bear its name', ({ id, text }) => {
    const tests = testsOf(text)
    expect(tests).not.toEqual([])
    const strangers = tests.filter((file) => {
      const source = readFileSync(path.join(root, file), 'utf8')
      return !new RegExp(`['"\`(][^'"\`]*\\b${id}\\b`).test(source)
    })
    expect(strangers).toEqual([])
  })
})
