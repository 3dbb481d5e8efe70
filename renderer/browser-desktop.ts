import { openableEndings } from '../shared/design/file-endings.ts'
import { audienceQuery } from '../shared/ipc.ts'
import type { Answer, DesktopApi, FileName, OpenedFile, Refusal } from '../shared/ipc.ts'
import { readFileText, refused } from './read-file-text.ts'

const cancelled: Refusal = { ok: false, reason: 'cancelled', problems: [] }

/** Stands in for the main process where the studio runs in a browser: files come by a chooser and leave as downloads. */
export function createBrowserDesktop(): DesktopApi {
  return {
    appInfo: () =>
      Promise.resolve({
        version: 'browser',
        platform: 'other',
        versions: { electron: '', chrome: '', node: '' },
        packaged: false,
      }),
    pageReady: () => Promise.resolve(),
    openDesign: chooseFile,
    readDesign: () => Promise.resolve(refused('A browser cannot read a file again. Open it once more from disk.')),
    saveDesign: ({ text }) => Promise.resolve(downloaded('design.lintel.json', text)),
    saveDesignAs: ({ suggestedName, text }) => Promise.resolve(downloaded(suggestedName, text)),
    fileState: () => Promise.resolve('same'),
    saveExport: ({ suggestedName, content }) => Promise.resolve(downloaded(suggestedName, content)),
    saveExportFolder: ({ files }) => {
      for (const file of files) download(file.name, file.content)
      return Promise.resolve({ ok: true, folder: 'Downloads', fileNames: files.map((file) => file.name) })
    },
    // A browser puts downloads where it puts them; each file is one.
    chooseFolder: () => Promise.resolve({ ok: true, handle: 'downloads', fileName: 'Downloads', folder: '' }),
    readInFolder: () => Promise.resolve(refused('A browser does not read what it has downloaded.')),
    writeInFolder: ({ name, content }) => {
      download(name, content)
      return Promise.resolve({ ok: true, handle: name, fileName: name, folder: 'Downloads' })
    },
    revealFile: () => Promise.resolve(),
    recentFiles: () => Promise.resolve([]),
    rememberRecent: () => Promise.resolve(),
    forgetRecent: () => Promise.resolve(),
    clearRecent: () => Promise.resolve(),
    writeBackup: () => Promise.resolve({ ok: true }),
    listBackups: () => Promise.resolve([]),
    readBackup: () => Promise.resolve(refused('Backups are kept by the desktop program only.')),
    eraseBackups: () => Promise.resolve(),
    printToPdf: () =>
      Promise.resolve(
        refused('PDF files are made by the desktop program. Here, export the HTML and print it from the browser.'),
      ),
    editText: (edit) => {
      document.execCommand(edit)
      return Promise.resolve()
    },
    setTitle: ({ title, edited }) => {
      document.title = title === '' ? 'Lintel' : `${title}${edited ? ' *' : ''} - Lintel`
      return Promise.resolve()
    },
    setMenuState: () => Promise.resolve(),
    setTheme: () => Promise.resolve(),
    openAudience: () => {
      window.open(`${location.origin}/?${audienceQuery}`, 'lintel-audience', 'popup,width=1280,height=720')
      return Promise.resolve()
    },
    toggleFullScreen: async () => {
      if (document.fullscreenElement === null) await document.documentElement.requestFullscreen()
      else await document.exitFullscreen()
    },
    answerClose: () => Promise.resolve(),
    openDropped: async (file) => (file instanceof File ? opened(file) : refused('What was dropped is not a file.')),
    on: () => () => undefined,
  }
}

async function opened(file: File): Promise<Answer<OpenedFile>> {
  const read = await readFileText(file)
  return read.ok ? { ...read, ...named(file.name) } : read
}

/** The chooser of the browser; it says nothing when it is closed by "cancel", unless the browser sends that event. */
function chooseFile(): Promise<Answer<OpenedFile>> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = [...openableEndings, 'application/json'].join(',')
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(cancelled), { once: true })
    input.addEventListener(
      'change',
      () => {
        const file = input.files?.[0]
        resolve(file === undefined ? cancelled : opened(file))
      },
      { once: true },
    )
    input.click()
  })
}

function named(fileName: string): FileName {
  return { handle: fileName, fileName, folder: 'Downloads' }
}

function downloaded(fileName: string, content: string | Uint8Array): Answer<FileName & { savedAt: string }> {
  download(fileName, content)
  return { ok: true, ...named(fileName), savedAt: new Date().toISOString() }
}

function download(fileName: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(new Blob([typeof content === 'string' ? content : new Uint8Array(content)]))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
