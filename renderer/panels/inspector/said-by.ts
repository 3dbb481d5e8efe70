import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readRemembered, remember } from '../../store/remembered.ts'
import { workspaceStore } from '../../store/workspace-store.ts'
import { todayIso } from '../edits.ts'
import type { Said } from './value-edits.ts'

/** Whose numbers these usually are: an architect types what a client says in a room. */
const usual = 'client workshop'

const storageKey = (): string => `lintel:said-by:${workspaceStore.getState().id ?? ''}`

const store = createStore<{ readonly by: string }>(() => ({ by: read() }))
// Another workspace is another client, with other people in the room.
workspaceStore.subscribe(() => store.setState({ by: read() }))

/** Who says the numbers that are typed from now on, today. */
export function saidNow(): Said {
  return { by: store.getState().by, on: todayIso() }
}

export function useSaidBy(): string {
  return useStore(store, (state) => state.by)
}

/** An empty name: numbers are written without a source. */
export function setSaidBy(by: string): void {
  store.setState({ by: by.trim() })
  remember(storageKey(), by.trim())
}

function read(): string {
  return readRemembered(storageKey()) ?? usual
}
