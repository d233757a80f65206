export default defineNuxtConfig({
  modules: ['@scalapay-kit/nuxt'],
  telemetry: false,
  compatibilityDate: '2026-01-01',
})
