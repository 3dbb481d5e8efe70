import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { OwnShortcuts } from '../../shared/shortcuts.ts'
import { readOwnShortcuts } from '../../shared/shortcuts.ts'

interface ShortcutState {
  readonly own: OwnShortcuts
}

const storageKey = 'lintel:shortcuts'

/** The shortcuts that were changed on this machine: of the person, whatever workspace is open. */
export const shortcutStore = createStore<ShortcutState>(() => ({ own: remembered() }))

export function useShortcuts<T>(select: (own: OwnShortcuts) => T): T {
  return useStore(shortcutStore, ({ own }) => select(own))
}

/** Takes effect at once: keys, menus, palette, tips and the sheet all read them here. */
export function setShortcuts(own: OwnShortcuts): void {
  shortcutStore.setState({ own })
  try {
    localStorage.setItem(storageKey, JSON.stringify(own))
  } catch {
    // A full or refused storage costs the memory of them at the next start, nothing else.
  }
}

function remembered(): OwnShortcuts {
  // Also read where there is no storage: in tests, and in a browser that refuses it.
  try {
    return readOwnShortcuts(JSON.parse(globalThis.localStorage?.getItem(storageKey) ?? '{}'))
  } catch {
    return {}
  }
}
