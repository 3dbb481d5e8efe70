import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  callChannel,
  callNames,
  dropChannel,
  eventChannel,
  eventNames,
  type EventName,
  type Events,
} from '../shared/ipc.ts'

// The page gets named functions only: no `ipcRenderer`, no channel of its choice, no event object.
const calls = Object.fromEntries(
  callNames.map((name) => [
    name,
    (...sent: unknown[]): Promise<unknown> => ipcRenderer.invoke(callChannel(name), ...sent),
  ]),
)

contextBridge.exposeInMainWorld('lintel', {
  ...calls,
  // A `File` made by the page has no path; only one that a person dropped has.
  openDropped: (file: File): Promise<unknown> => ipcRenderer.invoke(dropChannel, webUtils.getPathForFile(file)),
  on: <Name extends EventName>(name: Name, listener: (content: Events[Name]) => void): (() => void) => {
    if (!eventNames.includes(name)) throw new Error(`There is no event ${name}`)
    const receive = (_event: unknown, content: Events[Name]) => listener(content)
    ipcRenderer.on(eventChannel(name), receive)
    return () => ipcRenderer.off(eventChannel(name), receive)
  },
})
