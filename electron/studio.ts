import { join } from 'node:path'
import { app, session, type BrowserWindow } from 'electron'
import type { FileHandle } from '../shared/ipc.ts'
import { createAudience } from './audience.ts'
import { createBackups } from './backup.ts'
import { createHandlers } from './calls.ts'
import { guardClose, type CloseGuard } from './close-guard.ts'
import { installContextMenu } from './context-menu.ts'
import { createFileHandles, fileHandlesSchema } from './file-handles.ts'
import { createFiles } from './files.ts'
import { answerCalls, tellPage } from './ipc.ts'
import { installMenu } from './menu.ts'
import { createOpenedFiles } from './opened-files.ts'
import { servePage } from './protocol.ts'
import { createRecentFiles, recentSchema } from './recent.ts'
import { lockNavigation, lockSession } from './session.ts'
import { claimInstance } from './single-instance.ts'
import { openStoredState } from './stored-state.ts'
import { createWindow, showWindow } from './window.ts'
import { firstWindowState, windowStateSchema } from './window-state.ts'

/** Set by `npm run dev` only; a packaged program never loads a page from a server. */
const developmentServer = app.isPackaged ? undefined : process.env['VITE_DEV_SERVER_URL']

/** Starts the desktop program with the files given, or hands them to the one that runs already. */
export function startStudio(givenFiles: string[], pageFolder: string): void {
  let window: BrowserWindow | undefined
  let closing: CloseGuard | undefined

  const handlesState = openStoredState(inUserData('files.json'), fileHandlesSchema, { files: [] })
  const recentState = openStoredState(inUserData('recent.json'), recentSchema, { workspaces: {} })
  const handles = createFileHandles(handlesState)
  const files = createFiles(handles)
  const windowState = openStoredState(inUserData('window.json'), windowStateSchema, firstWindowState)
  const opened = createOpenedFiles(files.openPath, (answer) => {
    if (window !== undefined) tellPage(window, 'file-opened', answer)
  })

  const openFiles = (paths: string[]) => {
    if (window !== undefined) showWindow(window)
    for (const path of paths) opened.add(path)
  }
  if (!claimInstance(openFiles)) {
    app.quit()
    return
  }
  openFiles(givenFiles)
  // macOS sends double-clicked files this way, also before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles([path])
  })
  lockNavigation(developmentServer)

  function openWindow(): void {
    const made = createWindow(windowState, developmentServer)
    window = made
    closing = guardClose(made, () => tellPage(made, 'close-requested', null))
    installContextMenu(made)
    made.webContents.on('did-start-loading', opened.pageGone)
    made.on('closed', () => {
      opened.pageGone()
      window = undefined
    })
  }

  async function start(): Promise<void> {
    await lockSession(session.defaultSession, developmentServer)
    servePage(session.defaultSession, pageFolder)
    const recent = createRecentFiles(recentState, handles)
    const menu = installMenu({
      run: (id) => {
        if (window !== undefined) tellPage(window, 'command', id)
      },
      recentFiles: recent.list,
      openRecent: (workspaceId, handle) => void openRecent(workspaceId, handle),
      clearRecent: recent.clear,
    })
    const openRecent = async (workspaceId: string, handle: FileHandle) => {
      const answer = await files.read(handle)
      if (!answer.ok && answer.reason === 'missing') {
        recent.forget(workspaceId, handle)
        menu.refreshRecent()
      }
      if (window !== undefined) tellPage(window, 'file-opened', answer)
    }
    const handlers = createHandlers({
      files,
      recent,
      backups: createBackups(inUserData('backups')),
      menu,
      windowState,
      pageReady: () => {
        closing?.pageListens()
        opened.pageListens()
      },
      answerClose: (allow) => closing?.answer(allow),
      openAudience: createAudience(developmentServer),
    })
    answerCalls(handlers, files.openPath, developmentServer)
    openWindow()
    app.on('activate', () => {
      if (window === undefined) openWindow()
    })
  }

  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  quitWhenSettled([handlesState, recentState, windowState])
  void app.whenReady().then(start)
}

/** What was set last, such as the place of the closing window, is still on its way to the disk. */
function quitWhenSettled(states: readonly { settled: () => Promise<void> }[]): void {
  let settled = false
  app.on('will-quit', (event) => {
    if (settled) return
    event.preventDefault()
    void Promise.all(states.map((state) => state.settled())).then(() => {
      settled = true
      // Not at once: until this event has ended Electron still counts as quitting and takes a second quit for none.
      setTimeout(() => app.quit(), 0)
    })
  })
}

const inUserData = (name: string): string => join(app.getPath('userData'), name)
