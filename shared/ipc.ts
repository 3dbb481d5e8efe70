/**
 * The one contract between the page and the main process: types, and the names of the messages.
 *
 * To add a message: one line in `Calls` (or `Events`), its name in the list below it, a handler in
 * `electron/`, a schema in `electron/call-schemas.ts`. The compiler points at every place left out.
 */
import type { CommandId } from './commands.ts'

/** An opaque name for a file on disk. Main keeps which path it stands for, also across restarts. */
export type FileHandle = string

/**
 * Why a request was not carried out.
 * `cancelled`: the person closed the dialog; say nothing.
 * `changed-outside`: another program wrote the file since it was read; ask before overwriting.
 * `missing`: the file is no longer there.
 * `no-place`: nothing can be written there now: the disk is full, or this account may not write; other files fail alike.
 * `failed`: everything else; `problems` are sentences to show.
 */
export type RefusalReason = 'cancelled' | 'changed-outside' | 'missing' | 'no-file' | 'no-place' | 'unsaved' | 'failed'

export interface Refusal {
  ok: false
  reason: RefusalReason
  problems: string[]
}

export type Answer<Content = unknown> = ({ ok: true } & Content) | Refusal

/** A file as the page may know it: never its path, only what to show. */
export interface FileName {
  handle: FileHandle
  /** Last part of the path, such as `payments.lintel.json`. */
  fileName: string
  /** The folder, for display only, with the home folder written as `~`. */
  folder: string
}

export interface OpenedFile extends FileName {
  text: string
}

export interface SavedFile extends FileName {
  /** ISO 8601. */
  savedAt: string
}

/** How a linked file compares with what this program last read from it or wrote to it. */
export type FileState = 'same' | 'changed-outside' | 'missing'

export interface SaveRequest {
  handle: FileHandle
  text: string
  /** Write although another program changed the file since. Ask the person first. */
  overwrite?: boolean | undefined
}

export interface SaveAsRequest {
  suggestedName: string
  text: string
}

export interface ExportRequest {
  suggestedName: string
  /** For the dialog: `[{ name: 'PowerPoint', extensions: ['pptx'] }]`. */
  filters: { name: string; extensions: string[] }[]
  content: string | Uint8Array
}

export interface ExportFolderRequest {
  /** Title of the dialog, such as "Folder for the decision records". */
  title: string
  /** Plain file names, no folders in them. */
  files: { name: string; content: string | Uint8Array }[]
}

/** A file in a folder that a person chose. */
export interface InFolder {
  folder: FileHandle
  /** A plain file name. */
  name: string
}

export interface PrintRequest {
  /**
   * A whole page. It runs no script and reaches nothing outside: pictures and fonts go in as `data:` or `app:` addresses.
   * Its title becomes the PDF's; what stands at the head and foot of every page it says itself, in its `@page`.
   */
  html: string
  landscape?: boolean | undefined
}

export interface RecentFile extends FileName {
  /** ISO 8601. */
  openedAt: string
}

export interface BackupRequest {
  workspaceId: string
  designId: string
  /** Shown when choosing what to restore. */
  designName: string
  /** What the workspace is called, so that it can be made again. */
  workspaceName?: string | undefined
  text: string
}

export interface Backup {
  backupId: string
  workspaceId: string
  designId: string
  designName: string
  workspaceName?: string | undefined
  /** ISO 8601. */
  savedAt: string
  bytes: number
}

export interface BackupFilter {
  workspaceId?: string | undefined
  designId?: string | undefined
}

export interface TitleRequest {
  /** Such as "Research RAG". Main adds the program's name. Empty: the name alone. */
  title: string
  /** Whether a linked file on disk lags behind the design (a dot in the close button on macOS, a star elsewhere). */
  edited: boolean
  /** The linked file, for the title bar's file icon on macOS. */
  handle?: FileHandle | undefined
}

/** The whole state of the native menu; a command named in neither list is enabled and not checked. */
export interface MenuState {
  disabled: CommandId[]
  checked: CommandId[]
  /** The open workspace: the menu offers its recent files and no other's. */
  workspaceId?: string | undefined
  /** The commands whose keys were changed, with those that are shown; without any: none. */
  shortcuts?: { id: CommandId; keys?: string | undefined }[] | undefined
}

export type Theme = 'system' | 'light' | 'dark'

/** What a native Edit menu would do in a text field. */
export type TextEdit = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'delete' | 'selectAll'

export interface AppInfo {
  version: string
  platform: 'linux' | 'darwin' | 'win32' | 'other'
  /** Names and versions for the About box. */
  versions: { electron: string; chrome: string; node: string }
  packaged: boolean
}

/** Requests of the page; each is answered once. */
export interface Calls {
  appInfo: () => AppInfo
  /** The page listens to events from now on: files given on the command line are sent after this. */
  pageReady: () => void

  /** Native dialog, then the text. */
  openDesign: () => Answer<OpenedFile>
  /** Reads again a file known by its handle (a linked or recent file). */
  readDesign: (handle: FileHandle) => Answer<OpenedFile>
  saveDesign: (request: SaveRequest) => Answer<SavedFile>
  saveDesignAs: (request: SaveAsRequest) => Answer<SavedFile>
  fileState: (handle: FileHandle) => FileState
  saveExport: (request: ExportRequest) => Answer<FileName>
  saveExportFolder: (request: ExportFolderRequest) => Answer<{ folder: string; fileNames: string[] }>
  /** A folder to write several files into one by one; the answer names the folder itself. */
  chooseFolder: (title: string) => Answer<FileName>
  /** A text file in a chosen folder. */
  readInFolder: (request: InFolder) => Answer<{ text: string }>
  /** Writes one file whole or not at all; one of the same name is replaced. */
  writeInFolder: (request: InFolder & { content: string | Uint8Array }) => Answer<FileName>
  /** Shows the file in the system's file manager. */
  revealFile: (handle: FileHandle) => void

  /** Recent files of one workspace, newest first; another client's never show. */
  recentFiles: (workspaceId: string) => RecentFile[]
  rememberRecent: (request: { workspaceId: string; handle: FileHandle }) => void
  forgetRecent: (request: { workspaceId: string; handle: FileHandle }) => void
  clearRecent: (workspaceId: string) => void

  /** Adds to the ring of ten backups of one design; a text equal to the newest one is not written again. */
  writeBackup: (request: BackupRequest) => Answer
  /** Newest first. */
  listBackups: (filter: BackupFilter) => Backup[]
  readBackup: (backupId: string) => Answer<{ text: string }>
  /** Erases the backups of a design, or of a whole workspace. */
  eraseBackups: (filter: { workspaceId: string; designId?: string | undefined }) => void

  printToPdf: (request: PrintRequest) => Answer<{ bytes: Uint8Array }>

  /**
   * Lets a command that came from the native menu act on the text field that has the focus.
   * On the canvas `copy`, `cut` and `paste` raise the page's clipboard events, as the keys do; to write the clipboard
   * unasked use `navigator.clipboard.write`, the one permission the page has.
   */
  editText: (edit: TextEdit) => void

  setTitle: (request: TitleRequest) => void
  setMenuState: (state: MenuState) => void
  setTheme: (theme: Theme) => void
  toggleFullScreen: () => void
  /** A second window for a projector that follows what the studio shows; an open one comes to the front. */
  openAudience: () => void
  /** The answer to `close-requested`: true lets the window close, false keeps it open. */
  answerClose: (allow: boolean) => void
}

export type CallName = keyof Calls
export type CallArguments<Name extends CallName> = Parameters<Calls[Name]>
export type CallResult<Name extends CallName> = ReturnType<Calls[Name]>

/** What main tells the page, unasked. */
export interface Events {
  /** A command chosen in the native menu. */
  command: CommandId
  /** A file from the command line, a file association, a second start of the program. */
  'file-opened': Answer<OpenedFile>
  /** The person wants to close the window or quit: flush, ask if need be, then call `answerClose`. */
  'close-requested': null
}

export type EventName = keyof Events

/** A record rather than a list, so that the compiler refuses a name left out. */
const calls: Record<CallName, true> = {
  appInfo: true,
  pageReady: true,
  openDesign: true,
  readDesign: true,
  saveDesign: true,
  saveDesignAs: true,
  fileState: true,
  saveExport: true,
  saveExportFolder: true,
  chooseFolder: true,
  readInFolder: true,
  writeInFolder: true,
  revealFile: true,
  recentFiles: true,
  rememberRecent: true,
  forgetRecent: true,
  clearRecent: true,
  writeBackup: true,
  listBackups: true,
  readBackup: true,
  eraseBackups: true,
  printToPdf: true,
  editText: true,
  setTitle: true,
  setMenuState: true,
  setTheme: true,
  toggleFullScreen: true,
  openAudience: true,
  answerClose: true,
}

const events: Record<EventName, true> = { command: true, 'file-opened': true, 'close-requested': true }

export const callNames = Object.keys(calls).filter((name): name is CallName => name in calls)
export const eventNames = Object.keys(events).filter((name): name is EventName => name in events)

/** What the address of the window on the projector ends in, behind the question mark. */
export const audienceQuery = 'audience'

/** The channel a call or an event travels on. */
export const callChannel = (name: CallName): string => `lintel:call:${name}`
export const eventChannel = (name: EventName): string => `lintel:event:${name}`
/** Dropped files: the preload finds the path, the page never holds it. */
export const dropChannel = 'lintel:call:openDropped'

/** `window.lintel` in the page. */
export type DesktopApi = {
  [Name in CallName]: (...sent: CallArguments<Name>) => Promise<CallResult<Name>>
} & {
  /** Opens a file dropped on the page: pass the `File` of the drop event. */
  openDropped: (file: object) => Promise<Answer<OpenedFile>>
  /** Listens to an event; returns the function that stops listening. */
  on: <Name extends EventName>(name: Name, listener: (content: Events[Name]) => void) => () => void
}
