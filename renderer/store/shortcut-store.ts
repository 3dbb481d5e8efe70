import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { OwnShortcuts } from '../../shared/shortcuts.ts'
import { readOwnShortcuts } from '../../shared/shortcuts.ts'
import { readRememberedJson, rememberJson } from './remembered.ts'

interface ShortcutState {
  readonly own: OwnShortcuts
}

const storageKey = 'lintel:shortcuts'

/** The shortcuts that were changed on this machine: of the person, whatever workspace is open. */
export const shortcutStore = createStore<ShortcutState>(() => ({
  own: readOwnShortcuts(readRememberedJson(storageKey)),
}))

export function useShortcuts<T>(select: (own: OwnShortcuts) => T): T {
  return useStore(shortcutStore, ({ own }) => select(own))
}

/** Takes effect at once: keys, menus, palette, tips and the sheet all read them here. */
export function setShortcuts(own: OwnShortcuts): void {
  shortcutStore.setState({ own })
  rememberJson(storageKey, own)
}
