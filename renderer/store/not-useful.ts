import { csvFormat } from 'd3-dsv'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { readRememberedJson, rememberJson } from './remembered.ts'
import { todayIso } from './today.ts'
import { workspaceStore } from './workspace-store.ts'

/** Somebody found a finding not useful: which rule, where, on what day, and why if they said so. */
export interface NotUseful {
  readonly finding: string
  readonly rule: string
  readonly on: string
  readonly reason?: string
}

// A client's marks are the client's: each workspace has its own, and they stay on this machine until exported.
const storageKey = (): string => `lintel:not-useful:${workspaceStore.getState().id ?? ''}`

const store = createStore<{ readonly marks: readonly NotUseful[] }>(() => ({ marks: read() }))
workspaceStore.subscribe(() => store.setState({ marks: read() }))

export function useNotUseful(finding: string): NotUseful | undefined {
  return useStore(store, ({ marks }) => marks.find((mark) => mark.finding === finding))
}

export function useNotUsefulCount(): number {
  return useStore(store, ({ marks }) => marks.length)
}

export function markNotUseful(finding: string, rule: string, reason = ''): void {
  const mark: NotUseful = { finding, rule, on: todayIso(), ...(reason === '' ? {} : { reason }) }
  write([...store.getState().marks.filter((each) => each.finding !== finding), mark])
}

export function takeBackNotUseful(finding: string): void {
  write(store.getState().marks.filter((each) => each.finding !== finding))
}

/** The marks of the open workspace as CSV: rule, place, day, reason. Names of elements are not in it. */
export function notUsefulCsv(): string {
  const rows = store.getState().marks.map(({ rule, finding, on, reason = '' }) => ({ rule, finding, on, reason }))
  return csvFormat(rows, ['rule', 'finding', 'on', 'reason'])
}

function write(marks: readonly NotUseful[]): void {
  store.setState({ marks })
  rememberJson(storageKey(), marks)
}

function read(): readonly NotUseful[] {
  const stored = readRememberedJson(storageKey())
  return Array.isArray(stored) ? stored.filter(isMark) : []
}

function isMark(value: unknown): value is NotUseful {
  return typeof value === 'object' && value !== null && 'finding' in value && 'rule' in value && 'on' in value
}
