import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Ink } from '../../shared/design/design.ts'
import type { Point } from '../../shared/layout/box.ts'

interface InkState {
  /** What the pen writes with. */
  readonly ink: Ink
  /** The line that is being drawn: the design learns of it when the pen is lifted. */
  readonly drawing: readonly Point[] | undefined
  /** The strokes that the eraser has met since it was put down, by where they stand. */
  readonly wiped: ReadonlySet<number>
}

export const nothingWiped: ReadonlySet<number> = new Set()

export const inkStore = createStore<InkState>(() => ({ ink: 'red', drawing: undefined, wiped: nothingWiped }))

export function useInk<T>(select: (state: InkState) => T): T {
  return useStore(inkStore, select)
}
