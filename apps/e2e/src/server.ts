import { createServer, type RequestListener } from 'node:http'

/** A server of a test, on a free port of this machine. */
export interface RunningServer extends AsyncDisposable {
  url: string
}

/** Starts a server for a test. */
export async function serve(listener: RequestListener): Promise<RunningServer> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
