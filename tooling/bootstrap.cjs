// @ts-check
/**
 * Entry of `npm run demo` and `npm test`: checks Node, then hands over.
 *
 * This file and node-version.cjs stay within the syntax of 2015, so that an old Node reads them and can say what is
 * wrong; everything newer is loaded only after the check.
 */
'use strict'

const { nodeVersionProblem } = require('./bootstrap/node-version.cjs')

const problem = nodeVersionProblem(process.versions.node)
if (problem === undefined) {
  const { main } = require('./bootstrap/commands.cjs')
  main(process.argv.slice(2))
} else {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
