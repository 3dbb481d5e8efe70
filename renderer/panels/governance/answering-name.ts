import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readRemembered, remember } from '../../store/remembered.ts'
import { workspaceStore } from '../../store/workspace-store.ts'
import { useDesign } from '../stores.ts'

const storageKey = (): string => `lintel:answering:${workspaceStore.getState().id ?? ''}`

const store = createStore<{ readonly name: string | undefined }>(() => ({ name: readRemembered(storageKey()) }))
// Whoever answers for one client is no business of another, and stands in documents: each workspace has its own name.
workspaceStore.subscribe(() => store.setState({ name: readRemembered(storageKey()) }))

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
  remember(storageKey(), name)
}
