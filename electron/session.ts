import { app, type Session, type WebContents } from 'electron'
import { isPageAddress, mayRequest } from './page-address.ts'

/** Before the app is ready: Chromium's own services stay silent, none of them is needed offline. */
export function silenceChromium(): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name)
  }
}

/** The studio asks for nothing outside itself: no network, no permission, no device, no dictionary download. */
export async function lockSession(session: Session, developmentServer?: string): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayRequest(details.url, developmentServer) })
  })
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(mayHave(permission, contents.getURL(), developmentServer))
  })
  session.setPermissionCheckHandler((contents, permission) =>
    mayHave(permission, contents?.getURL() ?? '', developmentServer),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  // No search for a proxy in the client's network.
  await session.setProxy({ mode: 'direct' })
}

/** The one permission: to put a copied picture or text on the clipboard. Reading it is left to the paste event. */
const mayHave = (permission: string, address: string, developmentServer: string | undefined): boolean =>
  permission === 'clipboard-sanitized-write' && isPageAddress(address, developmentServer)

/** No page leaves the studio: no navigation, no new window, no embedded view. Files leave through the save dialog. */
export function lockNavigation(developmentServer?: string): void {
  const refuse = (event: Electron.Event, address: string) => {
    // The dev server reloads the page by navigating to itself.
    const reloads = developmentServer !== undefined && isPageAddress(address, developmentServer)
    if (!reloads) event.preventDefault()
  }
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => refuse(event, event.url))
    contents.on('will-frame-navigate', (event) => refuse(event, event.url))
    contents.on('will-redirect', (event) => refuse(event, event.url))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
