import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { editWithin } from '../../shared/design/edit/variant.ts'
import { effectiveDesign } from '../../shared/design/effective.ts'
import type { Design } from '../../shared/design/design.ts'
import { designFormat, designVersion } from '../../shared/design/design.ts'
import { showToast } from '../ui/toasts.ts'

/** A step that can be taken back or brought again: the document on the other side of it. */
interface HistoryStep {
  readonly label: string
  readonly document: Design
}

export interface DesignState {
  /** False while no design is open; `document` is then an empty one, so that selectors need no second form. */
  readonly open: boolean
  /** The design as its file says it. */
  readonly document: Design
  /** The model as shown: the document with its shown variant applied. What panels and canvas read. */
  readonly design: Design
  readonly past: readonly HistoryStep[]
  readonly future: readonly HistoryStep[]
  readonly readOnly: boolean
  /** What the linked file on disk holds; undefined when no file is linked. */
  readonly saved: Design | undefined
  /** Counts every change of the document, over all open designs. */
  readonly revision: number
  /** The key of the last edit, while further edits with the same key still join it. */
  readonly joining: { readonly key: string; readonly atMs: number } | undefined
}

export interface EditOptions {
  /** Edits with the same key in quick succession are one step to take back: typing into one field, one nudge after another. */
  readonly key?: string
}

type Change = (design: Design) => Design

/** A pause longer than this ends the joining of edits with one key. */
const joinWithinMs = 1200
/** Older steps are let go: each holds a whole document, though shared with its neighbours. */
const mostSteps = 500

export const blankDesign: Design = { format: designFormat, version: designVersion, id: 'd-none', name: '' }

const closedDesign: DesignState = {
  open: false,
  document: blankDesign,
  design: blankDesign,
  past: [],
  future: [],
  readOnly: false,
  saved: undefined,
  revision: 0,
  joining: undefined,
}

/** The design of the active tab: its past, its present and its future as immutable documents with shared parts. */
export const designStore = createStore<DesignState>(() => closedDesign)

/** Reads the shown model; the selector must return a stable reference. */
export function useDesign<T>(select: (design: Design) => T): T {
  return useStore(designStore, (state) => select(state.design))
}

/** Reads history and state of the open design. */
export function useDesignState<T>(select: (state: DesignState) => T): T {
  return useStore(designStore, select)
}

/** A fresh state for a document that is being opened. */
export function openedState(
  document: Design,
  { readOnly = false, saved }: { readonly readOnly?: boolean; readonly saved?: Design | undefined } = {},
): DesignState {
  return { ...closedDesign, open: true, document, design: effectiveDesign(document), readOnly, saved }
}

/** Puts a design on the desk; `undefined` clears it. The revision goes on counting, so that stale results are told apart. */
export function showDesign(state: DesignState | undefined): void {
  const revision = designStore.getState().revision + 1
  designStore.setState({ ...(state ?? closedDesign), revision, joining: undefined }, true)
}

/**
 * Changes the model as shown; while a variant is shown only the variant changes. One call is one step to take back.
 * Returns false when nothing changed: the design is read-only, or the change returned what it was given.
 */
export function editDesign(label: string, change: Change, options: EditOptions = {}): boolean {
  return editDocument(
    label,
    (document) => (document.shown === undefined ? change(document) : editWithin(document, document.shown, change)),
    options,
  )
}

/** Changes the document itself, variants included. */
export function editDocument(label: string, change: Change, { key }: EditOptions = {}): boolean {
  const state = designStore.getState()
  if (!state.open) return false
  if (state.readOnly) {
    showToast('Nothing was changed: this design is open for reading only.')
    return false
  }
  const document = change(state.document)
  if (document === state.document) return false
  const atMs = performance.now()
  const joins = key !== undefined && state.joining?.key === key && atMs - state.joining.atMs < joinWithinMs
  designStore.setState({
    ...afterEdit(state, label, document),
    ...(joins ? { past: state.past } : {}),
    joining: key === undefined ? undefined : { key, atMs },
  })
  return true
}

/** The state with one more step. */
export function afterEdit(state: DesignState, label: string, document: Design): DesignState {
  return {
    ...state,
    document,
    design: effectiveDesign(document),
    past: [...state.past, { label, document: state.document }].slice(-mostSteps),
    future: [],
    revision: state.revision + 1,
    joining: undefined,
  }
}

/** Ends the joining of edits: the next one is a step of its own. */
export function finishEdit(): void {
  if (designStore.getState().joining !== undefined) designStore.setState({ joining: undefined })
}

/** Takes the last step back; returns its label. */
export function undo(): string | undefined {
  const { past, future, document, readOnly } = designStore.getState()
  const step = past.at(-1)
  if (step === undefined || readOnly) return undefined
  replace(step.document, past.slice(0, -1), [{ label: step.label, document }, ...future])
  return step.label
}

/** Brings the next step again; returns its label. */
export function redo(): string | undefined {
  const { past, future, document, readOnly } = designStore.getState()
  const [step, ...rest] = future
  if (step === undefined || readOnly) return undefined
  replace(step.document, [...past, { label: step.label, document }], rest)
  return step.label
}

function replace(document: Design, past: readonly HistoryStep[], future: readonly HistoryStep[]): void {
  designStore.setState((state) => ({
    document,
    design: effectiveDesign(document),
    past,
    future,
    revision: state.revision + 1,
    joining: undefined,
  }))
}

/** Whether a linked file lags behind the design. */
export function isEdited(state: DesignState): boolean {
  return state.saved !== undefined && state.saved !== state.document
}
