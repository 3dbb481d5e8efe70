import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Design, Id } from '../../shared/design/design.ts'
import type { FileName } from '../../shared/ipc.ts'
import type { DesignState } from './design-store.ts'
import { afterEdit, blankDesign, designStore, isEdited, openedState, showDesign } from './design-store.ts'
import { viewStore } from './view-store.ts'

/** A tab. While it is not the active one, the whole state of its design, history included, waits in `parked`. */
export interface OpenTab {
  readonly id: Id
  readonly workspaceId: string
  /** The file on disk that Save writes. */
  readonly file?: FileName
  /** The text as it came, of a design that may only be looked at. */
  readonly readOnlyText?: string
  readonly parked: DesignState
}

interface OpenDesigns {
  readonly tabs: readonly OpenTab[]
  /** Undefined: the library is in front. */
  readonly active: Id | undefined
}

export const openDesigns = createStore<OpenDesigns>(() => ({ tabs: [], active: undefined }))

export function useOpenDesigns<T>(select: (state: OpenDesigns) => T): T {
  return useStore(openDesigns, select)
}

export interface OpenOptions {
  readonly workspaceId: string
  readonly file?: FileName
  /** The file does not hold what the library holds. */
  readonly lags?: boolean
  /** Given for a design that may only be looked at: its text as it came. */
  readonly readOnlyText?: string
  /** What can be taken back and brought again. */
  readonly history?: Pick<DesignState, 'past' | 'future'>
}

/** Opens a design in a tab, or brings its tab to the front when it is open already. */
export function openDesign(document: Design, { workspaceId, file, lags, readOnlyText, history }: OpenOptions): void {
  const { tabs } = openDesigns.getState()
  if (!tabs.some((tab) => tab.id === document.id)) {
    const opened = openedState(document, {
      readOnly: readOnlyText !== undefined,
      // What the file holds is not known any more when it lags; any other document says so.
      ...(file === undefined ? {} : { saved: lags === true ? blankDesign : document }),
    })
    const parked = history === undefined ? opened : { ...opened, past: history.past, future: history.future }
    const tab: OpenTab = {
      id: document.id,
      workspaceId,
      parked,
      ...(file === undefined ? {} : { file }),
      ...(readOnlyText === undefined ? {} : { readOnlyText }),
    }
    openDesigns.setState({ tabs: [...tabs, tab] })
  }
  activateDesign(document.id)
}

/** Brings a tab to the front; undefined shows the library. */
export function activateDesign(id: Id | undefined): void {
  park()
  const next = openDesigns.getState().tabs.find((tab) => tab.id === id)
  openDesigns.setState({ active: next?.id })
  viewStore.setState({
    selection: [],
    highlighted: undefined,
    hovered: undefined,
    renaming: undefined,
    renamingDesign: false,
    quickAdd: undefined,
  })
  showDesign(next?.parked)
}

/** Brings the tab after the one in front there, or the one before it; round at the ends, past the library. */
export function activateNextDesign(step: 1 | -1): void {
  const { tabs, active } = openDesigns.getState()
  if (tabs.length === 0) return
  const at = tabs.findIndex((tab) => tab.id === active)
  const next = at < 0 && step === -1 ? tabs.length - 1 : (at + step + tabs.length) % tabs.length
  activateDesign(tabs[next]?.id)
}

/** Closes a tab. The library holds the design, so nothing is lost. */
export function closeDesign(id: Id): void {
  park()
  const { tabs, active } = openDesigns.getState()
  const index = tabs.findIndex((tab) => tab.id === id)
  if (index < 0) return
  const rest = tabs.filter((tab) => tab.id !== id)
  openDesigns.setState({ tabs: rest })
  if (active === id) activateDesign((rest[index] ?? rest[index - 1])?.id)
}

/** Closes all tabs but the one in front, or those to the right of it. */
export function closeDesignsBeside(which: 'others' | 'right'): void {
  const { tabs, active } = openDesigns.getState()
  const at = tabs.findIndex((tab) => tab.id === active)
  if (at < 0) return
  for (const [index, { id }] of tabs.entries()) if (index > at || (index < at && which === 'others')) closeDesign(id)
}

/** Links an open design to a file on disk that now holds `document`. Returns whether the design has gone on since. */
export function linkFile(id: Id, file: FileName, document: Design): boolean {
  changeParked(id, (state) => ({ ...state, saved: document }))
  openDesigns.setState(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? { ...tab, file } : tab)) }))
  const tab = allOpen().find((one) => one.id === id)
  return tab !== undefined && isEdited(tab.parked)
}

/** Takes a change made in the library, such as a new name, over into the tab of the design, as a step of its history. */
export function editOpenDesign(id: Id, label: string, change: (document: Design) => Design): void {
  changeParked(id, (state) => afterEdit(state, label, change(state.document)))
}

function changeParked(id: Id, change: (state: DesignState) => DesignState): void {
  park()
  const { tabs, active } = openDesigns.getState()
  openDesigns.setState({
    tabs: tabs.map((tab) => (tab.id === id ? { ...tab, parked: change(tab.parked) } : tab)),
  })
  const changed = openDesigns.getState().tabs.find((tab) => tab.id === active && tab.id === id)
  if (changed !== undefined) designStore.setState(changed.parked, true)
}

export function activeTab(): OpenTab | undefined {
  const { tabs, active } = openDesigns.getState()
  return tabs.find((tab) => tab.id === active)
}

/** Every open design with its present state, the active one included. */
export function allOpen(): readonly OpenTab[] {
  park()
  return openDesigns.getState().tabs
}

/** Names of open designs whose linked file lags behind. */
export function editedDesigns(): readonly string[] {
  return allOpen()
    .filter((tab) => isEdited(tab.parked))
    .map((tab) => tab.parked.document.name)
}

function park(): void {
  const { tabs, active } = openDesigns.getState()
  if (active === undefined) return
  const state = designStore.getState()
  if (tabs.find((tab) => tab.id === active)?.parked === state) return
  openDesigns.setState({ tabs: tabs.map((tab) => (tab.id === active ? { ...tab, parked: state } : tab)) })
}
