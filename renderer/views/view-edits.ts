import type { Id, View } from '../../shared/design/design.ts'
import {
  moveView,
  removeElements,
  renameView as renamed,
  saveView,
  type SavedSight,
  savedViews,
  updateView,
} from '../../shared/design/edit/index.ts'
import { findPerspective } from '../../shared/perspectives/index.ts'
import { findOverlay } from '../analysis/overlays/index.ts'
import { freshId } from '../canvas/canvas-edits.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { showSide } from '../options/option-edits.ts'
import { designStore, editDocument } from '../store/design-store.ts'
import { tellStep } from '../store/tell-step.ts'
import { changeSight, currentSight } from '../store/sight-store.ts'
import { viewStore } from '../store/view-store.ts'
import { showToast } from '../ui/toasts.ts'

/** What is seen now, as a saved view keeps it: nothing is written of what is as ever. */
function sightNow(): SavedSight {
  const { perspective, about, only, hide } = currentSight()
  const { overlay } = viewStore.getState()
  const { shown } = designStore.getState().document
  const seen = canvasControls()?.seen()
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    ...(shown === undefined ? {} : { variant: shown }),
    ...(perspective === 'all' ? {} : { perspective }),
    ...(about.length === 0 ? {} : { about }),
    ...(overlay === 'none' ? {} : { overlay }),
    ...(only === undefined ? {} : { only }),
    ...(hide.length === 0 ? {} : { hide }),
    ...(seen === undefined
      ? {}
      : { window: [round(seen.x + seen.w / 2), round(seen.y + seen.h / 2), round(seen.w)] as const }),
  }
}

/** Saves what is seen now; answers the id of the view. */
export function saveWhatIsSeen(name: string): Id | undefined {
  const { document } = designStore.getState()
  const id = freshId(document, 'view')
  if (!editDocument(`Save the view ${name}`, (design) => saveView(design, id, name, sightNow()))) return undefined
  changeSight({ view: id })
  return id
}

/** "View 3": the first such name that is free. */
export function newViewName(): string {
  const taken = new Set(savedViews(designStore.getState().document).map(({ name }) => name))
  for (let number = taken.size + 1; ; number += 1) if (!taken.has(`View ${number}`)) return `View ${number}`
}

export function renameView(id: Id, name: string): void {
  editDocument('Rename a view', (design) => renamed(design, id, name))
}

export function updateToWhatIsSeen({ id, name }: View): void {
  editDocument(`Update the view ${name}`, (design) => updateView(design, id, sightNow()))
  changeSight({ view: id })
}

/** The view at another place of the list, counted from 0. */
export function moveViewTo(id: Id, to: number): void {
  const view = savedViews(designStore.getState().document).find((each) => each.id === id)
  if (view !== undefined) editDocument(`Move the view ${view.name}`, (design) => moveView(design, id, to))
}

export function removeView({ id, name }: View): void {
  if (!editDocument(`Delete the view ${name}`, (design) => removeElements(design, [id]))) return
  tellStep(`Deleted the view “${name}”.`)
}

/** Shows what a view keeps: option, perspective, overlay, what is hidden; and flies to where it was seen. */
export function openView(id: Id): void {
  const { document } = designStore.getState()
  const view = savedViews(document).find((each) => each.id === id)
  if (view === undefined) return
  if (view.variant !== document.shown) showSide(view.variant ?? null)
  changeSight({
    perspective: findPerspective(view.perspective).id,
    about: view.about ?? [],
    step: 0,
    only: view.only,
    hide: view.hide ?? [],
    view: id,
  })
  viewStore.getState().set({ overlay: findOverlay(view.overlay)?.id ?? 'none' })
  if (view.window !== undefined) flyTo(view.window)
}

/** On a screen of another shape as wide a part is seen. */
function flyTo([x, y, w]: NonNullable<View['window']>): void {
  const controls = canvasControls()
  const seen = controls?.seen()
  if (controls === undefined || seen === undefined || seen.w === 0) return
  const h = (w * seen.h) / seen.w
  controls.show({ x: x - w / 2, y: y - h / 2, w, h })
}

/** From one saved view to the next; round at the end. */
export function openNextView(step: 1 | -1): void {
  const views = savedViews(designStore.getState().document)
  if (views.length === 0) {
    showToast('No view is saved yet. “Save what I see as a view” makes the first one.')
    return
  }
  const at = views.findIndex(({ id }) => id === currentSight().view)
  const next = at < 0 ? (step === 1 ? 0 : views.length - 1) : (at + step + views.length) % views.length
  const view = views[next]
  if (view !== undefined) openView(view.id)
}

/** "Deployment by boundary, owner, 3 hidden": what a view keeps, in a few words. */
export function viewWords(view: View, optionName: (id: Id) => string | undefined): string {
  const { perspective, overlay, only, hide = [], variant } = view
  const left = only === undefined ? hide.length : 0
  return [
    variant === undefined ? undefined : optionName(variant),
    perspective === undefined ? undefined : findPerspective(perspective).label,
    findOverlay(overlay)?.label,
    only === undefined ? undefined : 'a part alone',
    left === 0 ? undefined : `${left} hidden`,
  ]
    .filter((words) => words !== undefined)
    .join(', ')
}
