'use strict'

/**
 * How changesets become lines of a changelog: what the changeset says, word for word, for the person who upgrades. No
 * commit hashes, and one short line when only a package of ours below it has moved.
 */
const getReleaseLine = async ({ summary }) => {
  const [first = '', ...rest] = summary.trim().split('\n')
  return `- ${[first, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n')}`
}

const getDependencyReleaseLine = async (_changesets, dependencies) => {
  if (dependencies.length === 0) return ''
  const names = dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`)
  return `- Takes ${names.join(' and ')}.`
}

module.exports = { getReleaseLine, getDependencyReleaseLine }
