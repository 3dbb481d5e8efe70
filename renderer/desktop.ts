import type { DesktopApi } from '../shared/ipc.ts'
import { createBrowserDesktop } from './browser-desktop.ts'

declare global {
  interface Window {
    /** Set by the preload script; absent in a browser. */
    readonly lintel?: DesktopApi
  }
}

/** Whether there is a main process to ask. */
export const isDesktop = typeof window !== 'undefined' && window.lintel !== undefined

/** The only door to the main process. In a browser a stand-in with file chooser and downloads answers. */
export const desktop: DesktopApi = (typeof window === 'undefined' ? undefined : window.lintel) ?? createBrowserDesktop()
