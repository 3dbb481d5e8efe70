import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { workspaceStore } from '../../store/workspace-store.ts'
import { useDesign } from '../stores.ts'

const storageKey = (): string => `lintel:answering:${workspaceStore.getState().id ?? ''}`

const store = createStore<{ readonly name: string | undefined }>(() => ({ name: read() }))
// Whoever answers for one client is no business of another, and stands in documents: each workspace has its own name.
workspaceStore.subscribe(() => store.setState({ name: read() }))

/** Who answers: remembered on this machine for the open workspace, at first the author of the design. */
export function useAnsweringName(): readonly [name: string, setName: (name: string) => void] {
  const author = useDesign((design) => design.authors?.[0]) ?? ''
  const name = useStore(store, (state) => state.name)
  return [name ?? author, setAnsweringName]
}

/** The name that was typed in the open workspace; undefined: none yet. */
export function answeringName(): string | undefined {
  return store.getState().name
}

export function setAnsweringName(name: string): void {
  store.setState({ name })
  try {
    localStorage.setItem(storageKey(), name)
  } catch {
    // A refused storage costs the memory of the name, nothing else.
  }
}

function read(): string | undefined {
  try {
    return localStorage.getItem(storageKey()) ?? undefined
  } catch {
    return undefined
  }
}
