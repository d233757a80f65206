// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { REFERENCE_FOLDER } from './pages.mjs'

/**
 * All guides and READMEs as one text, for readers that are programs: llms-full.txt. Without the reference, which is as long
 * again, and without what the documents hide from readers.
 *
 * @param {string} root
 * @param {readonly string[]} pages relative to root
 * @returns {string}
 */
export function wholeText(root, pages) {
  return pages
    .filter((file) => !file.startsWith(REFERENCE_FOLDER) && !file.startsWith('docs/it/'))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      return `<!-- ${file} -->\n\n${text.replace(/<!-- [\s\S]*?-->\n?/g, '').trim()}\n`
    })
    .join('\n')
}
