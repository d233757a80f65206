// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command } from './command.mjs'

/**
 * A clone of what is committed, so that a rehearsal raises versions without touching this folder.
 *
 * @param {string} root
 * @param {string} folder where to put it
 */
export async function createWorkCopy(root, folder) {
  const copy = path.join(folder, 'repository')
  await command('git', ['clone', '--quiet', '--branch', 'HEAD', root, copy]).catch(() =>
    command('git', ['clone', '--quiet', root, copy]),
  )
  const commit = (await command('git', ['rev-parse', 'HEAD'], { cwd: root })).trim()
  // `changeset version` compares with a branch of this name.
  await command('git', ['checkout', '--quiet', '-B', 'main', commit], { cwd: copy })
  await command('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], { cwd: copy })
  return {
    folder: copy,
    /**
     * @param {string} name of the package
     * @param {'patch' | 'minor'} kind
     */
    addChangeset(name, kind) {
      const text = `---\n'${name}': ${kind}\n---\n\nRehearses an upgrade.\n`
      mkdirSync(path.join(copy, '.changeset'), { recursive: true })
      writeFileSync(path.join(copy, '.changeset', `rehearsal-${kind}.md`), text)
    },
    /** @param {NodeJS.ProcessEnv} env of the registry to publish to */
    async release(env) {
      const options = { cwd: copy, env }
      await command('pnpm', ['release:version'], options)
      const identity = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost']
      await command('git', [...identity, 'commit', '--quiet', '--all', '-m', 'Rehearse'], options)
      await command('pnpm', ['release:publish', '--no-git-tag'], options)
    },
  }
}
