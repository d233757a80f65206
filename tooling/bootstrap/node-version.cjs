// @ts-check
'use strict'

/** The oldest Node that the workspace and the published packages run on; package.json `engines` says the same. */
const OLDEST_NODE = '20.19.0'

/**
 * What is wrong with this Node and what to do, as one line; `undefined` when it is new enough.
 *
 * @param {string} version as in `process.versions.node`, e.g. "18.20.4"
 * @returns {string | undefined}
 */
function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number)
  const isNewEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
  if (isNewEnough) return undefined
  return `scalapay-kit needs Node ${OLDEST_NODE} or later, but this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`
}

module.exports = { OLDEST_NODE: OLDEST_NODE, nodeVersionProblem: nodeVersionProblem }
