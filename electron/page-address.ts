/** Where the page lives. IndexedDB belongs to this scheme and host: changing either loses every design. */
export const pageScheme = 'app'
export const pageHost = 'bundle'
export const pageOrigin = `${pageScheme}://${pageHost}`
export const printFolder = '/print/'

/**
 * Whether an address belongs to the studio: the bundle, or in development the server given.
 * Compares protocol and host, as the `origin` of an app: address is the text "null" in Node.
 */
export function isPageAddress(address: string, developmentServer?: string): boolean {
  const url = parseAddress(address)
  if (url === undefined || url.username !== '' || url.password !== '') return false
  if (url.protocol === `${pageScheme}:` && url.host === pageHost) return true
  const server = developmentServer === undefined ? undefined : parseAddress(developmentServer)
  return server !== undefined && url.protocol === server.protocol && url.host === server.host
}

/**
 * Whether the session may ask for an address at all: the studio itself, and what lies in memory.
 * In development also the dev server with its web socket, and the developer tools.
 */
export function mayRequest(address: string, developmentServer?: string): boolean {
  const url = parseAddress(address)
  if (url === undefined) return false
  if (isPageAddress(address, developmentServer)) return true
  if (url.protocol === 'data:') return true
  if (url.protocol === 'blob:') return isPageAddress(address.slice('blob:'.length), developmentServer)
  if (developmentServer === undefined) return false
  const server = parseAddress(developmentServer)
  return url.protocol === 'devtools:' || (url.protocol === 'ws:' && url.host === server?.host)
}

function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
