import { createError, defineEventHandler } from 'h3'
import { checkSettings } from '../lib/check-settings.js'
import { log } from '../lib/log.js'
import { readConfig } from '../lib/read-config.js'

let isChecked = false

/** Workers get their environment with the first request; until that can be used, no request is served. */
export default defineEventHandler((event) => {
  if (isChecked || import.meta.prerender) return
  try {
    checkSettings(readConfig(event))
    isChecked = true
  } catch (error) {
    log.error(error instanceof Error ? error.message : String(error))
    throw createError({
      statusCode: 500,
      message: 'The shop is not set up. Its log says what is missing.',
    })
  }
})
