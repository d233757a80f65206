import { useNitro } from '@nuxt/kit'

/** Checks the settings where the server has them first: at its start, or on Workers at the first request. */
export function installSettingsCheck(resolve: (path: string) => string): void {
  const { options } = useNitro()
  if (options.node) options.plugins.push(resolve('./runtime/server/plugins/check-at-start'))
  else {
    const handler = resolve('./runtime/server/middleware/check-at-request')
    options.handlers.unshift({ middleware: true, handler })
  }
}
