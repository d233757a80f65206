import type { Nuxt } from '@nuxt/schema'

/** Tells Vue that `<scalapay-widget>` is not a Vue component. What the shop says of other elements stays. */
export function declareCustomElement(nuxt: Nuxt): void {
  const { compilerOptions } = nuxt.options.vue
  const others = compilerOptions.isCustomElement
  compilerOptions.isCustomElement = (tag) => tag === 'scalapay-widget' || (others?.(tag) ?? false)
}
