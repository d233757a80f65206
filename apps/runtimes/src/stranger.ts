import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that sends every request elsewhere on itself, and tells at `/seen` which of those came. */
export async function startStranger(): Promise<{ url: string; close: () => void }> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const { url = '' } = request
    if (url === '/seen') response.end(JSON.stringify(seen))
    else if (url === '/elsewhere') response.end(String(seen.push(url)))
    else response.writeHead(302, { location: '/elsewhere' }).end()
  })
  const url = await listen(server)
  return {
    url,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** An address of this machine where nobody listens. */
export async function closedUrl(): Promise<string> {
  const server = createServer()
  const url = await listen(server)
  server.close()
  await once(server, 'close')
  return url
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
