import { join } from 'node:path'
import { app, shell, type BrowserWindow } from 'electron'
import type { AppInfo, TextEdit } from '../shared/ipc.ts'
import type { Backups } from './backup.ts'
import { askForDesign, askForFolder, askWhereToExport, askWhereToSave } from './dialogs.ts'
import { cancelled, refuse } from './file-problems.ts'
import type { Files } from './files.ts'
import type { Handlers } from './ipc.ts'
import type { NativeMenu } from './menu.ts'
import { printToPdf } from './print.ts'
import type { RecentFiles } from './recent.ts'
import type { StoredState } from './stored-state.ts'
import { setTheme, setWindowTitle } from './window.ts'
import type { WindowState } from './window-state.ts'

export interface Rooms {
  files: Files
  recent: RecentFiles
  backups: Backups
  menu: NativeMenu
  windowState: StoredState<WindowState>
  pageReady: () => void
  answerClose: (allow: boolean) => void
  openAudience: (studio: BrowserWindow) => void
}

/** Joins the calls of the contract to the rooms that answer them. */
export function createHandlers({
  files,
  recent,
  backups,
  menu,
  windowState,
  pageReady,
  answerClose,
  openAudience,
}: Rooms): Handlers {
  return {
    appInfo,
    pageReady,
    openDesign: async (window) => {
      const path = await askForDesign(window)
      return path === undefined ? cancelled() : files.openPath(path)
    },
    readDesign: (_window, handle) => files.read(handle),
    saveDesign: (_window, request) => files.save(request),
    saveDesignAs: async (window, { suggestedName, text }) => {
      const path = await askWhereToSave(window, suggestedName)
      return path === undefined ? cancelled() : files.saveTo(path, text)
    },
    fileState: (_window, handle) => files.state(handle),
    saveExport: async (window, { suggestedName, filters, content }) => {
      const path = await askWhereToExport(window, suggestedName, filters)
      return path === undefined ? cancelled() : files.exportTo(path, content)
    },
    saveExportFolder: async (window, { title, files: exported }) => {
      const names = exported.map((file) => file.name)
      const folder = await askForFolder(window, title, names)
      if (folder === undefined) return cancelled()
      // One file that cannot be written does not keep the others.
      const problems: string[] = []
      for (const { name, content } of exported) {
        const written = await files.exportTo(join(folder, name), content)
        if (!written.ok) problems.push(...written.problems)
      }
      if (problems.length === 0) return { ok: true, folder, fileNames: names }
      return refuse('failed', `${names.length - problems.length} of ${names.length} files were saved.`, ...problems)
    },
    chooseFolder: async (window, title) => {
      const folder = await askForFolder(window, title, [])
      return folder === undefined ? cancelled() : files.nameFolder(folder)
    },
    readInFolder: (_window, { folder, name }) => files.readBeside(folder, name),
    writeInFolder: (_window, { folder, name, content }) => files.writeBeside(folder, name, content),
    revealFile: (_window, handle) => {
      const path = files.pathOf(handle)
      if (path !== undefined) shell.showItemInFolder(path)
    },
    recentFiles: (_window, workspaceId) => recent.list(workspaceId),
    rememberRecent: (_window, { workspaceId, handle }) => {
      recent.remember(workspaceId, handle)
      menu.refreshRecent()
    },
    forgetRecent: (_window, { workspaceId, handle }) => {
      recent.forget(workspaceId, handle)
      menu.refreshRecent()
    },
    clearRecent: (_window, workspaceId) => {
      recent.clear(workspaceId)
      menu.refreshRecent()
    },
    writeBackup: (_window, request) => backups.write(request),
    listBackups: (_window, filter) => backups.list(filter),
    readBackup: (_window, backupId) => backups.read(backupId),
    eraseBackups: (_window, filter) => backups.erase(filter),
    printToPdf: (_window, request) => printToPdf(request),
    editText: (window, edit) => editText(window, edit),
    setTitle: (window, request) =>
      setWindowTitle(window, request, request.handle === undefined ? undefined : files.pathOf(request.handle)),
    setMenuState: (_window, state) => menu.setState(state),
    setTheme: (_window, theme) => setTheme(theme, windowState),
    toggleFullScreen: (window) => window.setFullScreen(!window.isFullScreen()),
    answerClose: (_window, allow) => answerClose(allow),
    openAudience,
  }
}

function editText(window: BrowserWindow, edit: TextEdit): void {
  const { webContents } = window
  const edits: Record<TextEdit, () => void> = {
    undo: () => webContents.undo(),
    redo: () => webContents.redo(),
    cut: () => webContents.cut(),
    copy: () => webContents.copy(),
    paste: () => webContents.paste(),
    delete: () => webContents.delete(),
    selectAll: () => webContents.selectAll(),
  }
  edits[edit]()
}

function appInfo(): AppInfo {
  const { platform, versions } = process
  return {
    version: app.getVersion(),
    platform: platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other',
    versions: { electron: versions.electron, chrome: versions.chrome, node: versions.node },
    packaged: app.isPackaged,
  }
}
