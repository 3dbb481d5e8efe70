import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/design/design.ts'
import type { Box } from '../../shared/layout/box.ts'
import { designStore } from '../store/design-store.ts'
import { library } from '../store/library-database.ts'
import type { StoredUnderlay } from '../store/stored.ts'
import { workspaceStore } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'

/** A picture that is there to be drawn. */
export interface Underlay extends StoredUnderlay {
  readonly image: HTMLImageElement
}

/** Where the picture lies and how strongly it shows. */
type Look = Box & Pick<StoredUnderlay, 'opacity'>

interface UnderlayState {
  readonly underlay: Underlay | undefined
  /** It is being moved and scaled: the drawing over it keeps still. */
  readonly adjusting: boolean
  /** What the steps of this adjusting changed, the last one at the end: the design's own steps know nothing of it. */
  readonly before: readonly Look[]
  readonly after: readonly Look[]
}

const noSteps = { before: [], after: [] }
const none: UnderlayState = { underlay: undefined, adjusting: false, ...noSteps }

/** The picture under the open design. It is kept on this machine, beside the design and never in it. */
export const underlayStore = createStore<UnderlayState>(() => none)

export function useUnderlay<T>(select: (state: UnderlayState) => T): T {
  return useStore(underlayStore, select)
}

/** Shows the picture of whatever design is opened, and at once no longer that of the one before. Returns the stop. */
export function startUnderlays(): () => void {
  let shown: Id | undefined
  const follow = (): void => {
    const { open, document } = designStore.getState()
    const id = open ? document.id : undefined
    if (id === shown) return
    shown = id
    leave()
    if (id !== undefined) void load(id)
  }
  follow()
  const stop = designStore.subscribe(follow)
  return () => {
    stop()
    leave()
  }
}

function leave(): void {
  const { underlay } = underlayStore.getState()
  if (underlay !== undefined) URL.revokeObjectURL(underlay.image.src)
  underlayStore.setState(none)
}

async function load(id: Id): Promise<void> {
  const { id: workspaceId } = workspaceStore.getState()
  if (workspaceId === undefined) return
  const stored = await library.underlays.get([workspaceId, id])
  if (stored !== undefined) await show(stored)
}

/** Decodes first: what is drawn is there whole. A picture that no longer decodes is left out. */
async function show(stored: StoredUnderlay, adjusting = false): Promise<boolean> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([new Uint8Array(stored.bytes)], { type: stored.type }))
  const decoded = await image.decode().then(
    () => true,
    () => false,
  )
  const { document, open } = designStore.getState()
  if (!decoded || !open || document.id !== stored.id) {
    URL.revokeObjectURL(image.src)
    return false
  }
  leave()
  underlayStore.setState({ underlay: { ...stored, image }, adjusting, ...noSteps })
  return true
}

/** Lays a picture under the open design in place of the one before. */
export async function layUnderlay(picture: Omit<StoredUnderlay, 'workspaceId' | 'id'>): Promise<void> {
  const { id: workspaceId } = workspaceStore.getState()
  const { open, document } = designStore.getState()
  if (workspaceId === undefined || !open) return
  const before = underlayStore.getState().underlay
  const stored = { ...picture, workspaceId, id: document.id }
  if (!(await show(stored, true))) return
  await keep(stored)
  if (before === undefined) return
  showToast('The picture took the place of the one before.', {
    action: { label: 'Undo', run: () => void bringBack(before) },
  })
}

/** Takes the picture away; the toast brings it back. */
export async function removeUnderlay(): Promise<void> {
  const { underlay } = underlayStore.getState()
  if (underlay === undefined) return
  leave()
  await library.underlays.delete([underlay.workspaceId, underlay.id])
  showToast('The picture under the drawing is gone.', {
    action: { label: 'Undo', run: () => void bringBack(underlay) },
  })
}

async function bringBack({ image: _shown, ...stored }: Underlay): Promise<void> {
  await keep(stored)
  await show(stored)
}

/** Begins to move and scale the picture, or ends it: then its steps are settled. */
export function setAdjusting(adjusting: boolean): void {
  underlayStore.setState({ adjusting, ...noSteps })
}

/** A change begins that can be taken back as one step, whatever it moves on its way. */
export function beginUnderlayStep(): void {
  const { underlay, before } = underlayStore.getState()
  if (underlay !== undefined) underlayStore.setState({ before: [...before, lookOf(underlay)], after: [] })
}

/** What was begun last was given up: all is as it was before it. */
export function cancelUnderlayStep(): void {
  const { before } = underlayStore.getState()
  underlayStore.setState({ before: before.slice(0, -1) })
  changeUnderlay(before.at(-1) ?? {})
}

/** Takes the last step of this adjusting back (`before`), or brings it again (`after`). */
export function stepUnderlay(to: 'before' | 'after'): void {
  const { underlay, [to]: steps } = underlayStore.getState()
  const look = steps.at(-1)
  if (underlay === undefined || look === undefined) return
  const from = to === 'before' ? 'after' : 'before'
  underlayStore.setState((state) => ({ [to]: steps.slice(0, -1), [from]: [...state[from], lookOf(underlay)] }))
  changeUnderlay(look)
}

function lookOf({ x, y, w, h, opacity }: Underlay): Look {
  return { x, y, w, h, opacity }
}

/** Changes where it lies and how it shows. `kept`: false while a hand still moves it. */
export function changeUnderlay(change: Partial<Box & Pick<StoredUnderlay, 'opacity' | 'hidden'>>, kept = true): void {
  const { underlay } = underlayStore.getState()
  if (underlay === undefined) return
  const { image, ...stored } = { ...underlay, ...change }
  underlayStore.setState({ underlay: { ...stored, image } })
  if (kept) void keep(stored)
}

async function keep(stored: StoredUnderlay): Promise<void> {
  try {
    await library.underlays.put(stored)
  } catch {
    showToast('There is no room to keep the picture: it is gone when the design is closed.', { tone: 'fail' })
  }
}
