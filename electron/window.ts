import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import type { TitleRequest, Theme } from '../shared/ipc.ts'
import { pageOrigin } from './page-address.ts'
import type { StoredState } from './stored-state.ts'
import { placeWindow, smallestWindow, type WindowState } from './window-state.ts'

const programName = 'Lintel'

/** Everything a page gets is here and in `session.ts`; nothing more is switched on anywhere else. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Dictionaries would be downloaded.
  spellcheck: false,
} as const

export function createWindow(state: StoredState<WindowState>, developmentServer?: string): BrowserWindow {
  nativeTheme.themeSource = state.get().theme
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  const window = new BrowserWindow({
    ...placeWindow(
      state.get(),
      [primary, ...others].map((display) => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: programName,
    // The colour of the page, so that a start in the dark does not flash white.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#10131a' : '#f7f8fa',
    ...(process.platform === 'linux' ? { icon: join(import.meta.dirname, '../../resources/icons/256x256.png') } : {}),
    webPreferences: {
      ...lockedPreferences,
      preload: join(import.meta.dirname, 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  })
  if (state.get().maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // The page says its title through `setTitle`.
  window.on('page-title-updated', (event) => event.preventDefault())
  rememberPlace(window, state)
  void window.loadURL(developmentServer ?? `${pageOrigin}/`)
  return window
}

function rememberPlace(window: BrowserWindow, state: StoredState<WindowState>): void {
  let waiting: NodeJS.Timeout | undefined
  const remember = () => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    void state.set({ ...state.get(), ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(remember, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', remember)
  window.on('closed', () => clearTimeout(waiting))
}

export function setWindowTitle(window: BrowserWindow, { title, edited }: TitleRequest, path: string | undefined): void {
  const star = edited && process.platform !== 'darwin' ? '* ' : ''
  window.setTitle(title === '' ? programName : `${star}${title} - ${programName}`)
  window.setDocumentEdited(edited)
  window.setRepresentedFilename(path ?? '')
}

export function setTheme(theme: Theme, state: StoredState<WindowState>): void {
  nativeTheme.themeSource = theme
  void state.set({ ...state.get(), theme })
}

/** Brings the window in front of the others, as a second start of the program asks. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
