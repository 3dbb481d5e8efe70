import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import { readRememberedJson, rememberJson } from './remembered.ts'

export type NudgeId = 'add' | 'findings' | 'numbers'

interface NudgeState {
  /** The first design that was made from a template: the nudges are seen there and nowhere else. */
  readonly design?: Id
  readonly dismissed: readonly string[]
}

const storageKey = 'lintel:nudges'

export const nudgeStore = createStore<NudgeState>(() => remembered())

/** Whether a nudge is seen in a design. */
export function isNudging(state: NudgeState, id: NudgeId, design: Id): boolean {
  return state.design === design && !state.dismissed.includes(id)
}

export function useNudge(id: NudgeId, design: Id): boolean {
  return useStore(nudgeStore, (state) => isNudging(state, id, design))
}

/** The first design from a template gets the nudges; later ones get none. */
export function offerNudges(design: Id): void {
  if (nudgeStore.getState().design === undefined) keep({ ...nudgeStore.getState(), design })
}

/** Never to be seen again. */
export function dismissNudge(id: NudgeId): void {
  const state = nudgeStore.getState()
  keep({ ...state, dismissed: [...state.dismissed, id] })
}

function keep(state: NudgeState): void {
  nudgeStore.setState(state)
  rememberJson(storageKey, state)
}

function remembered(): NudgeState {
  const stored = readRememberedJson(storageKey)
  if (typeof stored !== 'object' || stored === null) return { dismissed: [] }
  const { design, dismissed } = stored as { design?: unknown; dismissed?: unknown }
  return {
    ...(typeof design === 'string' ? { design } : {}),
    dismissed: Array.isArray(dismissed) ? dismissed.filter((id) => typeof id === 'string') : [],
  }
}
