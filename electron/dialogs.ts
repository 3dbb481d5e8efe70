import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { openableEndings } from '../shared/design/file-endings.ts'
import { designFileName } from './file-names.ts'

const allFiles = { name: 'All files', extensions: ['*'] }
const designFilters = [{ name: 'Lintel design', extensions: ['json'] }, allFiles]
const openFilters = [
  { name: 'Designs, threat models and drawings', extensions: openableEndings.map((ending) => ending.slice(1)) },
  allFiles,
]

/** Native dialogs answer a path, or nothing when the person closes them. */
export async function askForDesign(window: BrowserWindow): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: openFilters })
  return filePaths[0]
}

export async function askWhereToSave(window: BrowserWindow, suggestedName: string): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: designFileName(suggestedName),
    filters: designFilters,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (!filePath) return undefined
  const withEnding = designFileName(filePath)
  // The dialog asked about the name as typed; with its ending it may be that of another file.
  const agreed = withEnding === filePath || (await mayReplace(window, [withEnding]))
  return agreed ? withEnding : undefined
}

export async function askWhereToExport(
  window: BrowserWindow,
  suggestedName: string,
  filters: { name: string; extensions: string[] }[],
): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    filters,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return filePath || undefined
}

export async function askForFolder(window: BrowserWindow, title: string, names: string[]): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] })
  const folder = filePaths[0]
  if (folder === undefined) return undefined
  const agreed = await mayReplace(
    window,
    names.map((name) => join(folder, name)),
  )
  return agreed ? folder : undefined
}

async function mayReplace(window: BrowserWindow, paths: string[]): Promise<boolean> {
  const found = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => [path],
        () => [],
      ),
    ),
  )
  const existing = found.flat()
  if (existing.length === 0) return true
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message:
      existing.length === 1
        ? 'Replace the file that is there?'
        : `Replace the ${existing.length} files that are there?`,
    detail: existing.slice(0, 10).join('\n'),
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
