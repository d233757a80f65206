// @ts-check
// What workerd runs: takes the settings as the body of a request and answers the results.
import { runCases } from './run.mjs'

export default {
  /** @param {Request} request */
  async fetch(request) {
    return Response.json(await runCases(await request.json()))
  },
}
