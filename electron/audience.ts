import { BrowserWindow, nativeTheme, screen } from 'electron'
import { audienceQuery } from '../shared/ipc.ts'
import { pageOrigin } from './page-address.ts'
import { lockedPreferences, showWindow } from './window.ts'

/**
 * A window for the projector: it has no preload, so it can ask the program nothing, and its page gets the drawing from
 * the studio's page alone. It opens on another screen where there is one, and closes with the studio.
 */
export function createAudience(developmentServer?: string): (studio: BrowserWindow) => void {
  let audience: BrowserWindow | undefined
  return (studio) => {
    if (audience !== undefined) {
      showWindow(audience)
      return
    }
    const own = screen.getDisplayMatching(studio.getBounds())
    const other = screen.getAllDisplays().find((display) => display.id !== own.id)
    const made = new BrowserWindow({
      ...(other === undefined ? { width: 1280, height: 720 } : { ...other.bounds, fullscreen: true }),
      // What the window is called can be read on the projector: never the client's name.
      title: 'Lintel',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#10131a' : '#f7f8fa',
      webPreferences: { ...lockedPreferences, devTools: false },
    })
    audience = made
    made.removeMenu()
    made.on('page-title-updated', (event) => event.preventDefault())
    const close = () => made.destroy()
    studio.once('closed', close)
    made.once('closed', () => {
      studio.off('closed', close)
      audience = undefined
    })
    void made.loadURL(`${developmentServer ?? pageOrigin}/?${audienceQuery}`)
  }
}
