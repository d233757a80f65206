// @ts-check
'use strict'

// node serve.cjs STORAGE UPLINK: a registry on a free port of this machine. It takes what is published to it, gives our
// packages only from there, and every other package from the registry that npm is set to. Prints its URL when ready.
const path = require('node:path')
const { runServer } = require('verdaccio')

const [storage = '', uplink = ''] = process.argv.slice(2)

async function main() {
  const app = await runServer({
    self_path: path.join(storage, 'config.yaml'),
    storage,
    uplinks: { npm: { url: uplink } },
    packages: {
      '@scalapay-kit/*': { access: '$all', publish: '$all', unpublish: '$all' },
      '**': { access: '$all', proxy: 'npm' },
    },
    auth: { htpasswd: { file: path.join(storage, 'htpasswd') } },
    max_body_size: '50mb',
    web: { enable: false },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
  })
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.stdout.write(`http://127.0.0.1:${address.port}\n`)
  })
}

main().catch((error) => {
  process.stderr.write(`${error}\n`)
  process.exitCode = 1
})
