import { randomUUID } from 'node:crypto'
import { protocol, type Session } from 'electron'
import { pageHeaders, printHeaders } from './content-policy.ts'
import { readBundleFile } from './bundle-files.ts'
import { pageHost, pageOrigin, pageScheme, printFolder } from './page-address.ts'

/** Must run before the app is ready: makes `app:` a standard, secure origin with its own IndexedDB. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const documents = new Map<string, string>()

/** Lends a document in memory an address of the studio's own origin; call `withdraw` when it is printed. */
export function lendDocument(html: string): { address: string; withdraw: () => void } {
  const path = printFolder + randomUUID()
  documents.set(path, html)
  return { address: pageOrigin + path, withdraw: () => documents.delete(path) }
}

/** Serves the built page from its folder, and documents being printed from memory. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== pageHost) return new Response('No such host', { status: 404 })
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response('Read only', { status: 405 })
    const document = documents.get(pathname)
    if (document !== undefined) {
      return new Response(document, { headers: { ...printHeaders, 'Content-Type': 'text/html; charset=utf-8' } })
    }
    const file = await readBundleFile(folder, pathname)
    if (file === undefined) return new Response('No such file', { status: 404, headers: pageHeaders })
    return new Response(file.bytes, { headers: { ...pageHeaders, 'Content-Type': file.type } })
  })
}
