import { useMemo } from 'react'
import type { RowCells } from '../../shared/rows/row.ts'
import { designStore } from '../store/design-store.ts'
import { type Drafts, forgetDraftsWhere, keepDraft, useDrafts } from '../store/drafts.ts'
import { viewStore } from '../store/view-store.ts'

const textKey = 'rows'
const lineKey = (line: number): string => `${textKey}:${line}:`
const openDesign = (): string => designStore.getState().design.id

export interface RowsDraft {
  /** The table as it was pasted. */
  readonly text: string
  /** Cells that a person put right, by line. */
  readonly corrected: ReadonlyMap<number, RowCells>
}

/** A pasted table and what was put right in it: kept with the open design until it is added or given up. */
export function useRowsDraft(): RowsDraft {
  const [drafts] = useDrafts()
  return useMemo(() => ({ text: drafts[textKey] ?? '', corrected: correctedIn(drafts) }), [drafts])
}

function correctedIn(drafts: Drafts): ReadonlyMap<number, RowCells> {
  const corrected = new Map<number, RowCells>()
  for (const [key, words] of Object.entries(drafts)) {
    const [place, line, field] = key.split(':')
    if (place !== textKey || line === undefined || field === undefined) continue
    corrected.set(Number(line), { ...corrected.get(Number(line)), [field]: words })
  }
  return corrected
}

/** Takes another table; what was put right in the one before goes with that. */
export function takeRows(text: string): void {
  forgetRows()
  keepDraft(openDesign(), textKey, text)
}

/** Opens the table that was pasted onto the canvas. */
export function showPastedRows(text: string): void {
  takeRows(text)
  viewStore.getState().set({ pastedRows: text })
}

/** These cells stand for what the line says, instead of those that stood for it before. */
export function correctRow(line: number, cells: RowCells): void {
  forgetDraftsWhere(openDesign(), (key) => key.startsWith(lineKey(line)))
  for (const [field, words] of Object.entries(cells)) keepDraft(openDesign(), `${lineKey(line)}${field}`, words)
}

/** The rows are in the design, or given up. */
export function forgetRows(): void {
  forgetDraftsWhere(openDesign(), (key) => key === textKey || key.startsWith(`${textKey}:`))
}
