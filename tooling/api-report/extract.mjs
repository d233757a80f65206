// @ts-check
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

/**
 * Reads the built declarations of an entry point and writes down every public name with its type.
 *
 * @param {string} root
 * @param {import('./entries.mjs').Entry} entry
 * @param {string} scratch a folder for the extractor's own files
 * @returns {string} the report
 */
export function extractReport(root, entry, scratch) {
  const projectFolder = path.join(root, entry.folder)
  const reportFileName = path.basename(entry.report)
  const reportFolder = path.join(scratch, entry.folder)
  mkdirSync(reportFolder, { recursive: true })
  const declarations = path.join(projectFolder, entry.types)
  const config = ExtractorConfig.prepare({
    configObjectFullPath: path.join(projectFolder, 'api-extractor.json'),
    packageJsonFullPath: path.join(projectFolder, 'package.json'),
    configObject: {
      projectFolder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions, files: [declarations] } },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder,
        reportTempFolder: path.join(scratch, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Types and docstrings are judged elsewhere: by the compiler and by reviewers. Here only names and types count.
      messages: {
        extractorMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent },
      },
    },
  })
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      // It announces that it wrote the report, which is what it was asked for.
      message.handled = message.logLevel !== 'error'
    },
  })
  return readFileSync(path.join(reportFolder, reportFileName), 'utf8')
}

const silent = { logLevel: ExtractorLogLevel.None }

const compilerOptions = {
  module: 'nodenext',
  moduleResolution: 'nodenext',
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
  strict: true,
  skipLibCheck: true,
  experimentalDecorators: true,
}
