import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pageHeaders } from './content-policy.ts'
import { readBundleFile } from './bundle-files.ts'

const preferredPort = 5317
const pageFolder = join(import.meta.dirname, 'renderer')

/**
 * The browser version: the built page, with the headers of the desktop program, for this machine only.
 * A name other than the loopback ones in `Host` is refused, or a web site could reach the studio by rebinding its name.
 */
function createStudioServer(folder: string): Server {
  return createServer((request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '')
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const answer = async () => {
      if (host !== '127.0.0.1' && host !== 'localhost') return response.writeHead(403).end('Only from this machine')
      if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end('Read only')
      const file = await readBundleFile(folder, pathname)
      if (file === undefined) return response.writeHead(404, pageHeaders).end('No such file')
      response.writeHead(200, { ...pageHeaders, 'Content-Type': file.type, 'Cache-Control': 'no-cache' })
      return response.end(request.method === 'HEAD' ? undefined : file.bytes)
    }
    void answer()
  })
}

/** The preferred port keeps the browser's library: IndexedDB belongs to host and port. If it is taken, any free one. */
function listen(server: Server, port: number): void {
  server.once('error', (error) => {
    if ('code' in error && error.code === 'EADDRINUSE' && port === preferredPort) listen(server, 0)
    else throw error
  })
  server.listen(port, '127.0.0.1', () => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no address')
    process.stdout.write(`http://127.0.0.1:${address.port}/\n`)
  })
}

const asked = Number(process.argv[2] ?? preferredPort)
listen(createStudioServer(pageFolder), Number.isInteger(asked) ? asked : preferredPort)
