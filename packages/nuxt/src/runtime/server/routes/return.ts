import { useNitroApp } from 'nitropack/runtime'
import { configError } from '../lib/settings.js'
import { defineScalapayReturn } from '../utils/return.js'

// Nuxt takes a route from its default export.
export default defineScalapayReturn(async (shopper) => {
  const returned = { ...shopper, redirect: '' }
  await useNitroApp().hooks.callHook('scalapay:return', returned)
  if (returned.redirect !== '') return returned.redirect
  throw configError([
    "returns: nobody says where the shopper goes. In a Nitro plugin, nitroApp.hooks.hook('scalapay:return', async (shopper) => { shopper.redirect = '/orders/…' }); or mount defineScalapayReturn() yourself and turn the ready-made route off with scalapay: { returns: { path: false } }.",
  ])
})
