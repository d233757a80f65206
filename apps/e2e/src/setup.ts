import { afterAll } from 'vitest'
import { closeBrowser } from './browser.js'

afterAll(closeBrowser)
