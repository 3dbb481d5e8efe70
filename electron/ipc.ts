import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron'
import type { ZodType } from 'zod'
import {
  callChannel,
  callNames,
  dropChannel,
  eventChannel,
  type Answer,
  type CallArguments,
  type CallName,
  type CallResult,
  type EventName,
  type Events,
  type OpenedFile,
} from '../shared/ipc.ts'
import { callSchemas } from './call-schemas.ts'
import { refuse } from './file-problems.ts'
import { isPageAddress, printFolder } from './page-address.ts'

/** One function for each call of the contract; the window is the one that asked. */
export type Handlers = {
  [Name in CallName]: (
    window: BrowserWindow,
    ...sent: CallArguments<Name>
  ) => CallResult<Name> | Promise<CallResult<Name>>
}

/** Answers the calls of the studio's own pages, and of no other frame. */
export function answerCalls(
  handlers: Handlers,
  openDropped: (path: string) => Promise<Answer<OpenedFile>>,
  developmentServer?: string,
): void {
  for (const name of callNames) answerCall(name, handlers, developmentServer)
  ipcMain.handle(dropChannel, (event, path: unknown) => {
    windowOf(event, developmentServer)
    if (typeof path !== 'string') throw new Error('A dropped file has no path')
    // A mail's attachment or a picture of a web page is no file yet; its content, if it gives any, the page can read.
    if (path === '')
      return refuse('unsaved', 'What was dropped is not saved as a file yet. Save it, then drop or open that.')
    return openDropped(path)
  })
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties the schema to the handler of the same call
function answerCall<Name extends CallName>(
  name: Name,
  handlers: Handlers,
  developmentServer: string | undefined,
): void {
  const schema: ZodType<CallArguments<Name>> = callSchemas[name]
  const handle: Handlers[Name] = handlers[name]
  ipcMain.handle(callChannel(name), (event, ...sent: unknown[]) => {
    const window = windowOf(event, developmentServer)
    const checked = schema.safeParse(sent)
    if (!checked.success) throw new Error(`The page sent something else than ${name} takes: ${checked.error.message}`)
    return handle(window, ...checked.data)
  })
}

/** The window that asks, if its main frame shows the studio; a frame that is gone or shows anything else is refused. */
function windowOf(event: IpcMainInvokeEvent, developmentServer: string | undefined): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  const frame = event.senderFrame
  if (window === null || frame === null || !isTrusted(frame, window, developmentServer)) {
    throw new Error('This frame may not ask anything of the program')
  }
  return window
}

const isTrusted = (frame: WebFrameMain, window: BrowserWindow, developmentServer: string | undefined): boolean =>
  frame === window.webContents.mainFrame &&
  isPageAddress(frame.url, developmentServer) &&
  !new URL(frame.url).pathname.startsWith(printFolder)

export function tellPage<Name extends EventName>(window: BrowserWindow, name: Name, content: Events[Name]): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel(name), content)
}
