import type { Id, Place } from '../../../shared/design/design.ts'
import { setPlaces } from '../../../shared/design/edit/place.ts'
import { designStore, editDesign } from '../../store/design-store.ts'
import { tellStep } from '../../store/tell-step.ts'
import { viewStore } from '../../store/view-store.ts'
import { dismissToast, showToast, toastStore } from '../../ui/index.ts'
import { straighten } from '../arrow-edits.ts'
import { canvasControls, canvasStore } from '../canvas-store.ts'
import { freezePlaces, growBoundaries } from '../from-flow.ts'
import { layoutGraph, layoutTasks, placesFromLayout } from './layout-graph.ts'

/** Nobody needs to be told of what is over sooner. */
const saidAfterMs = 400

let running: (() => void) | undefined

/**
 * Lays out the inside of the selected boundary, several selected elements, or everything: beside the page, as one step to
 * take back. What is locked stays. The engine is fetched at the first use.
 */
export async function layOut(): Promise<void> {
  const { selection } = viewStore.getState()
  const { places } = canvasStore.getState()
  const { design, revision, readOnly } = designStore.getState()
  const standing = selection.filter((id) => places[id] !== undefined)
  const isBoundary = design.boundaries?.some((boundary) => boundary.id === standing[0]) === true
  // One card has nothing to be laid out beside.
  const wanted = standing.length === 1 && !isBoundary ? [] : standing
  const tasks = layoutTasks(design, wanted)
  if (readOnly) return
  if (tasks.length === 0) {
    showToast('Nothing was laid out: nothing there is free to move.')
    return
  }
  running?.()
  const { openEngine } = await import('./engine.ts')
  const engine = openEngine()
  let cancelled = false
  const cancel = (): void => {
    cancelled = true
    engine.close()
  }
  running = cancel
  const notice = setTimeout(() => showToast(workingWords, { action: { label: 'Cancel', run: cancel } }), saidAfterMs)
  try {
    const next: Record<Id, Place> = {}
    for (const task of tasks) {
      Object.assign(
        next,
        placesFromLayout(design, places, task, await engine.layOut(layoutGraph(design, places, task))),
      )
    }
    finish(next, revision, wanted)
  } catch (error) {
    if (!cancelled) showToast(`The layout could not be worked out: ${reasonOf(error)}`, { tone: 'fail' })
  } finally {
    clearTimeout(notice)
    engine.close()
    if (running === cancel) running = undefined
    for (const { id, text } of toastStore.getState().list) if (text === workingWords) dismissToast(id)
  }
}

const workingWords = 'Laying out the design ...'

function finish(next: Readonly<Record<Id, Place>>, revision: number, wanted: readonly Id[]): void {
  const state = designStore.getState()
  if (state.revision !== revision) {
    showToast('The design changed meanwhile, so the layout was not applied. Try again.')
    return
  }
  const { places } = canvasStore.getState()
  const after = { ...places }
  for (const [id, place] of Object.entries(next)) {
    const before = places[id]
    if (before !== undefined) after[id] = { ...before, ...place }
  }
  // Bends that were drawn by hand mean nothing between other places.
  const moves = new Set(Object.keys(next))
  const done = editDesign('Tidy the layout', (design) =>
    growBoundaries(
      straighten(setPlaces(freezePlaces(design, places), next), (flow) => moves.has(flow.from) || moves.has(flow.to)),
      after,
      Object.keys(next),
    ),
  )
  if (!done) {
    showToast('Everything there stands already where the layout would put it.')
    return
  }
  // The new places are there after the next frame.
  if (wanted.length === 0) requestAnimationFrame(() => canvasControls()?.fit())
  else tellStep('Laid out the selection.')
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
