// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const BLOCK = /^(?<ticks> *`{3,})[\s\S]*?^\k<ticks> *$/gm
const INLINE_CODE = /`[^`\n]*`/g
const LINK = /\]\((?<target>[^)\s]+)(?:\s+"[^"]*")?\)/g
const ELSEWHERE = /^[a-z][a-z+.-]*:/i

/**
 * The links of a document that lead nowhere: to a file that does not exist, or to a heading that its document does not have.
 * Addresses on the web are left alone.
 *
 * @param {string} root
 * @param {string} document relative to root
 * @returns {string[]} the targets, as they stand in the document
 */
export function brokenLinks(root, document) {
  const text = withoutCode(readFileSync(path.join(root, document), 'utf8'))
  return [...text.matchAll(LINK)]
    .map(({ groups }) => groups?.target ?? '')
    .filter((target) => !ELSEWHERE.test(target) && !leadsSomewhere(root, document, target))
}

/**
 * @param {string} root
 * @param {string} document
 * @param {string} target
 * @returns {boolean}
 */
function leadsSomewhere(root, document, target) {
  const [file = '', anchor] = target.split('#')
  const absolute = file === '' ? path.join(root, document) : path.join(root, document, '..', file)
  if (!existsSync(absolute)) return false
  if (anchor === undefined) return true
  return absolute.endsWith('.md') && anchorsOf(readFileSync(absolute, 'utf8')).has(anchor)
}

/**
 * The anchors that GitHub, npm and most generators give to the headings of a document.
 *
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchorsOf(text) {
  /** @type {Set<string>} */
  const anchors = new Set()
  for (const [, heading = ''] of text.replace(BLOCK, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const anchor = anchorOf(heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
    let unique = anchor
    for (let count = 1; anchors.has(unique); count += 1) unique = `${anchor}-${count}`
    anchors.add(unique)
  }
  return anchors
}

/** @param {string} words of a heading, without links @returns {string} */
export function anchorOf(words) {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

/** @param {string} text @returns {string} */
function withoutCode(text) {
  return text.replace(BLOCK, '').replace(INLINE_CODE, '')
}
