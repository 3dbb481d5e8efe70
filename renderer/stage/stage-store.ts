import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import { viewStore } from '../store/view-store.ts'
import { openView } from '../views/view-edits.ts'

/** One picture of a walk: what is lit, what is said, and under which circumstances it happens. */
export interface StageStep {
  readonly focus: readonly Id[]
  /** The arrow that carries the number of the step. */
  readonly flow?: Id
  readonly caption: string
  readonly circumstances: readonly string[]
  /** The component whose share of the answer's time is shown beside it. */
  readonly component?: Id
  /** The saved view that is opened with it. */
  readonly view?: Id
}

interface Stage {
  /** Empty: nothing is being shown. */
  readonly steps: readonly StageStep[]
  readonly title: string
  /** Made by hand: its captions can be edited. */
  readonly own: boolean
  readonly at: number
  readonly laser: boolean
}

const walkPrefix = 'walk:'

const dark: Stage = { steps: [], title: '', own: false, at: 0, laser: false }

export const stageStore = createStore<Stage>(() => dark)

// Whoever lights something else, or goes to another design, has left the walk.
viewStore.subscribe(({ highlighted }) => {
  const { steps } = stageStore.getState()
  if (steps.length > 0 && highlighted?.id.startsWith(walkPrefix) !== true) stageStore.setState(dark)
})

export function useStage<T>(select: (stage: Stage) => T): T {
  return useStore(stageStore, select)
}

/** Shows a walk from its first step, or from the one that was shown. */
export function showWalk({
  title,
  steps,
  own,
  at = 0,
}: Pick<Stage, 'title' | 'steps' | 'own'> & { at?: number }): void {
  // Lit first: what is not lit by a walk ends it.
  stageStore.setState({ title, steps: [], own })
  light(steps, at)
}

/** Lights the step of this number; the ends stay where they are. */
export function goTo(at: number): void {
  light(stageStore.getState().steps, at)
}

function light(steps: readonly StageStep[], at: number): void {
  const index = Math.max(0, Math.min(at, steps.length - 1))
  const step = steps[index]
  if (step === undefined) return
  if (step.view !== undefined) openView(step.view)
  viewStore.getState().highlight({
    id: `${walkPrefix}${index}`,
    elements: step.focus,
    ...(step.flow === undefined ? {} : { path: [step.flow], firstStep: index + 1 }),
  })
  stageStore.setState({ steps, at: index })
}

export function endWalk(): void {
  if (stageStore.getState().steps.length === 0) return
  stageStore.setState(dark)
  viewStore.getState().highlight(undefined)
}
