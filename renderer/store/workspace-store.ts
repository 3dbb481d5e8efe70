import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { ensureWorkspace, isFresh } from './library.ts'
import { readRemembered, remember } from './remembered.ts'

interface OpenWorkspace {
  /** Undefined until the library has been read. */
  readonly id: string | undefined
  /** No workspace was there at this start: the first one ever, or all was lost. */
  readonly fresh: boolean
}

const storageKey = 'lintel:workspace'

/** The workspace that is open: the only one whose designs, recent files and names show. */
export const workspaceStore = createStore<OpenWorkspace>(() => ({ id: undefined, fresh: false }))

export function useWorkspaceId(): string | undefined {
  return useStore(workspaceStore, (state) => state.id)
}

let opening: Promise<string> | undefined

/** Opens the workspace of the last time, or the first one; makes one when there is none. Asked twice at once it is one. */
export function openLastWorkspace(): Promise<string> {
  opening ??= openOne().finally(() => (opening = undefined))
  return opening
}

/** The workspace that is open; right after the start, as soon as the library has been read. */
export async function openedWorkspace(): Promise<string> {
  return workspaceStore.getState().id ?? (await openLastWorkspace())
}

async function openOne(): Promise<string> {
  if (await isFresh()) workspaceStore.setState({ fresh: true })
  const workspaces = await ensureWorkspace()
  const remembered = readRemembered(storageKey)
  const [first] = workspaces
  const found = workspaces.find((one) => one.id === remembered) ?? first
  if (found === undefined) throw new Error('The library answered without a workspace')
  setWorkspace(found.id)
  return found.id
}

/** The loss has been dealt with: what is there now is a library as any other. */
export function settleLibrary(): void {
  workspaceStore.setState({ fresh: false })
}

/** Makes a workspace the open one. Closing the tabs of another is the caller's duty. */
export function setWorkspace(id: string): void {
  workspaceStore.setState({ id })
  remember(storageKey, id)
}
