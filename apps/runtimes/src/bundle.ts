import path from 'node:path'
import { build, type Rolldown } from 'vite'

/**
 * The worker as one module, made as the tools of that platform make it: by the export conditions for workers, with nothing
 * of Node put in its place.
 *
 * @param folder where the suite is installed
 */
export async function bundleWorker(folder: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    ssr: { target: 'webworker', noExternal: true },
    resolve: { conditions: ['workerd', 'worker', 'browser'] },
    build: {
      ssr: path.join(folder, 'src/worker.mjs'),
      write: false,
      minify: false,
      rolldownOptions: { external: /^node:/, output: { codeSplitting: false } },
    },
  })
  return [built]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .map((file: Rolldown.OutputChunk | Rolldown.OutputAsset) => ('code' in file ? file.code : ''))
    .join('')
}
