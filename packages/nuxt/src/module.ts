import {
  addComponent,
  addImports,
  addServerHandler,
  addServerImports,
  addServerPlugin,
  createResolver,
  defineNuxtModule,
  extendRouteRules,
  hasNuxtModule,
} from '@nuxt/kit'
import type { NuxtModule } from '@nuxt/schema'
import { declareCustomElement } from './build/custom-element.js'
import { startEmulatorInDevelopment } from './build/dev-emulator.js'
import { addEmulatorTab } from './build/devtools.js'
import { installSettingsCheck } from './build/install-settings-check.js'
import { addServerTypes } from './build/type-templates.js'
import { checkOptions, defaults, type ModuleOptions, WIDGET_LOADER } from './options.js'
import type { ScalapayPublicRuntimeConfig, ScalapayRuntimeConfig } from './runtime/types/config.js'
import { privateConfig, publicConfig, withRuntimeConfig } from './runtime-config.js'

export type { ModuleOptions, ScalapayPublicRuntimeConfig, ScalapayRuntimeConfig }

/** What the module adds to `runtimeConfig`. */
export interface ModuleRuntimeConfig {
  scalapay: ScalapayRuntimeConfig
}

/** What the module adds to `runtimeConfig.public`. */
export interface ModulePublicRuntimeConfig {
  scalapay: ScalapayPublicRuntimeConfig
}

const module: NuxtModule<ModuleOptions> = defineNuxtModule<ModuleOptions>({
  meta: {
    name: '@scalapay-kit/nuxt',
    configKey: 'scalapay',
    compatibility: { nuxt: '>=3.16.0 <5' },
  },
  defaults,
  setup(options, nuxt) {
    checkOptions(options)
    const { resolve } = createResolver(import.meta.url)
    const { runtimeConfig } = nuxt.options

    const config = withRuntimeConfig(privateConfig(options), runtimeConfig.scalapay)
    const shown: ScalapayPublicRuntimeConfig = {
      ...publicConfig(options),
      ...(runtimeConfig.public.scalapay as Partial<ScalapayPublicRuntimeConfig> | undefined),
    }
    runtimeConfig.scalapay = config
    runtimeConfig.public.scalapay = shown

    addServerPlugin(resolve('./runtime/server/plugins/close'))
    nuxt.hook('ready', () => installSettingsCheck(resolve))
    if (hasNuxtModule('nuxt-security')) {
      addServerPlugin(resolve('./runtime/server/plugins/nuxt-security'))
    }
    addServerImports([
      { name: 'useScalapay', from: resolve('./runtime/server/utils/scalapay') },
      { name: 'defineScalapayWebhook', from: resolve('./runtime/server/utils/webhook') },
      { name: 'defineScalapayReturn', from: resolve('./runtime/server/utils/return') },
      { name: 'sendScalapayCheckout', from: resolve('./runtime/server/utils/checkout') },
      { name: 'scalapayCsp', from: resolve('./runtime/server/utils/csp') },
    ])
    const { webhooks, returns } = options
    if (webhooks?.path) {
      extendRouteRules(webhooks.path, WEBHOOK_ROUTE_RULES)
      addServerHandler({
        route: webhooks.path,
        handler: resolve('./runtime/server/routes/webhook'),
      })
    }
    if (returns?.path) {
      addServerHandler({
        route: returns.path,
        method: 'get',
        handler: resolve('./runtime/server/routes/return'),
      })
    }

    addImports([
      {
        name: 'useScalapayCheckout',
        from: resolve('./runtime/app/composables/use-scalapay-checkout'),
      },
      { name: 'useScalapayWidget', from: resolve('./runtime/app/composables/use-scalapay-widget') },
    ])
    for (const [name, file] of COMPONENTS) {
      addComponent({ name, export: name, filePath: resolve(`./runtime/app/components/${file}`) })
    }
    nuxt.options.css.push(resolve('./runtime/app/scalapay.css'))
    declareCustomElement(nuxt)
    addServerTypes(resolve)

    startEmulatorInDevelopment(nuxt, options, ({ url, merchantKey, deviceKey }) => {
      Object.assign(config, {
        apiKey: merchantKey,
        deviceApiKey: deviceKey,
        environment: 'emulator',
        baseUrl: url,
      })
      shown.environment = 'emulator'
      if (shown.loaderUrl === WIDGET_LOADER)
        shown.loaderUrl = `${url}${new URL(WIDGET_LOADER).pathname}`
      addEmulatorTab(nuxt, url)
    })
  },
})

/**
 * nuxt-security would refuse deliveries for markup in the name of an article, and for coming often from one address. A
 * request that is not a delivery fails at its signature.
 */
const WEBHOOK_ROUTE_RULES: object = { security: { xssValidator: false, rateLimiter: false } }

const COMPONENTS = [
  ['ScalapayWidget', 'scalapay-widget'],
  ['ScalapayCheckoutButton', 'scalapay-checkout-button'],
] as const

export default module
