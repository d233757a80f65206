// @ts-check
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { handWrittenFiles, workspaceFolders } from '../files.mjs'
import { examplesOf } from './examples.mjs'

/** @typedef {import('./examples.mjs').Example} Example */

const SHOP = 'shop.ts'

/**
 * The documents whose examples are tried: what stands at the root, each README, and everything in docs.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function listDocuments(root) {
  return [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...workspaceFolders(root).map((folder) => `${folder}/README.md`),
    ...handWrittenFiles(root, 'docs').filter((file) => file.endsWith('.md')),
  ].filter((file) => existsSync(path.join(root, file)))
}

/**
 * Every example of these documents.
 *
 * @param {string} root
 * @param {readonly string[]} documents
 * @returns {Example[]}
 */
export function readExamples(root, documents) {
  return documents.flatMap((document) =>
    examplesOf(document, readFileSync(path.join(root, document), 'utf8')),
  )
}

/**
 * Writes the examples into a folder in which everything is installed as a reader has it: by name, built.
 *
 * @param {string} root
 * @param {string} folder empty
 * @param {readonly Example[]} examples
 */
export function writeExamples(root, folder, examples) {
  const manifest = {
    type: 'module',
    imports: { '#shop': { types: `./${SHOP}`, default: './out/shop.js' } },
  }
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest))
  copyFileSync(path.join(root, 'tooling/documents', SHOP), path.join(folder, SHOP))
  for (const { document, file, text } of examples) {
    const target = path.join(folder, document, file)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  const modules = path.join(folder, 'node_modules')
  mkdirSync(path.join(modules, '@scalapay-kit'), { recursive: true })
  const packages = workspaceFolders(root).filter((name) => name.startsWith('packages/'))
  for (const name of packages) {
    const link = path.join(modules, '@scalapay-kit', path.basename(name))
    symlinkSync(path.join(root, name), link, 'junction')
  }
  // What a package is used with, such as its framework, is among the things that it is developed with.
  for (const name of [...packages, '.']) linkModules(path.join(root, name, 'node_modules'), modules)
}

/** @param {string} source @param {string} target */
function linkModules(source, target) {
  if (!existsSync(source)) return
  for (const name of readdirSync(source).filter((entry) => !entry.startsWith('.'))) {
    const link = path.join(target, name)
    if (name.startsWith('@')) {
      mkdirSync(link, { recursive: true })
      linkModules(path.join(source, name), link)
    } else if (!existsSync(link)) {
      symlinkSync(path.join(source, name), link, 'junction')
    }
  }
}

/**
 * Type-checks all of the examples as one program and writes what runs into `out`.
 *
 * @param {string} root
 * @param {string} folder
 * @param {readonly Example[]} examples
 * @returns {string[]} one line per error: document, line, column, message
 */
export function compileExamples(root, folder, examples) {
  const base = ts.readConfigFile(path.join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const settings = {
    ...base.config.compilerOptions,
    allowJs: true,
    checkJs: true,
    noEmit: false,
    sourceMap: true,
    outDir: path.join(folder, 'out'),
    rootDir: folder,
    types: ['node'],
    typeRoots: [path.join(root, 'node_modules/@types')],
    // As Nest's own compiler does it.
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  }
  const { options } = ts.convertCompilerOptionsFromJson(settings, folder)
  const files = examples.map(({ document, file }) => path.join(folder, document, file))
  const program = ts.createProgram([path.join(folder, SHOP), ...files], options)
  const { diagnostics } = program.emit()
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map((diagnostic) => {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
    const { file, start } = diagnostic
    if (file === undefined || start === undefined) return message
    const { line, character } = file.getLineAndCharacterOfPosition(start)
    const document =
      path.relative(folder, path.dirname(file.fileName)) || 'tooling/documents/shop.ts'
    return `${document}:${line + 1}:${character + 1} ${message}`
  })
}
