import { consola } from 'consola'

/** Nitro has no logger of its own; consola is what Nuxt itself writes with. */
export const log: ReturnType<typeof consola.withTag> = consola.withTag('scalapay')
