import type { Design } from '../../shared/design/design.ts'
import { analysisStore } from '../analysis/analysis-store.ts'
import { showToast } from '../ui/index.ts'
import { backUp } from './backup-opened.ts'
import { designStore, isEdited } from './design-store.ts'
import { type History, keepHistory } from './histories.ts'
import { saveHeadlines } from './keep-headlines.ts'
import { saveDesign } from './library.ts'
import { activeTab, openDesigns } from './open-designs.ts'

/** From the last edit; from the first unsaved one it is never longer than `latestMs`. */
const restMs = 350
const latestMs = 900
/**
 * Then the next moment in which nobody waits for numbers and no picture is to be drawn, as copying a large design takes some
 * milliseconds; no later than so long after `latestMs`.
 */
const idleWithinMs = 80
const lookAgainMs = 8
const backupEveryMs = 25_000

interface Waiting extends History {
  readonly workspaceId: string
  readonly document: Design
  /** The linked file, if there is one, does not hold this. */
  readonly lags: boolean
}

let waiting: Waiting | undefined
let waitingSinceMs = 0
let timer: ReturnType<typeof setTimeout> | undefined
/** The newest edit of each design that is not in its ring yet. */
const unbacked = new Map<string, Waiting>()
let failed = false

/** Keeps every edit: in the library within a second, in the ring of backups within half a minute. Returns the stop. */
export function startAutosave(): () => void {
  const stopEdits = designStore.subscribe((state, before) => {
    const tab = activeTab()
    // A change of tab is no edit; only an edit keeps the id and changes the document.
    if (tab === undefined || !state.open || state.document === before.document) return
    if (state.document.id !== before.document.id || state.document.id !== tab.id) return
    const { document, past, future } = state
    wait({ workspaceId: tab.workspaceId, document, past, future, lags: isEdited(state) })
  })
  // Another tab comes to the front: what waits must be in the library before anybody lists it.
  const stopTabs = openDesigns.subscribe((state, before) => {
    if (state.active !== before.active) void flushAutosave()
  })
  const ring = setInterval(() => void writeBackups(), backupEveryMs)
  const leave = (): void => void flushAutosave()
  window.addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', leave)
  return () => {
    stopEdits()
    stopTabs()
    clearInterval(ring)
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', leave)
  }
}

function wait(next: Waiting): void {
  const nowMs = performance.now()
  if (waiting !== undefined && waiting.document.id !== next.document.id) void flushAutosave()
  if (waiting === undefined) waitingSinceMs = nowMs
  waiting = next
  unbacked.set(`${next.workspaceId} ${next.document.id}`, next)
  clearTimeout(timer)
  timer = setTimeout(flushWhenIdle, Math.max(0, Math.min(restMs, waitingSinceMs + latestMs - nowMs)))
}

function flushWhenIdle(): void {
  const leftMs = waitingSinceMs + latestMs + idleWithinMs - performance.now()
  if (leftMs <= 0) return void flushAutosave()
  requestIdleCallback(
    () => {
      if (analysisStore.getState().pending) timer = setTimeout(flushWhenIdle, lookAgainMs)
      else void flushAutosave()
    },
    { timeout: leftMs },
  )
}

/** Writes what waits, now. Also asked before the window closes. */
export async function flushAutosave(): Promise<void> {
  clearTimeout(timer)
  const next = waiting
  waiting = undefined
  if (next === undefined) return
  const { stated, designId } = analysisStore.getState()
  try {
    await keepHistory(await saveDesign(next.workspaceId, next.document, { lags: next.lags }), next)
    if (stated !== undefined && designId === next.document.id) await saveHeadlines(next.workspaceId, designId, stated)
    failed = false
  } catch (error) {
    waiting ??= next
    if (failed) return
    failed = true
    const reason = error instanceof Error ? error.message : 'the browser refused'
    showToast(`The design could not be kept in the library (${reason}). Save it to a file.`, { tone: 'fail' })
  }
}

/** Writes the newest edits into the rings of backups, outside the library. */
export async function writeBackups(): Promise<void> {
  const all = [...unbacked.values()]
  unbacked.clear()
  await Promise.all(all.map(({ workspaceId, document }) => backUp(workspaceId, document)))
}
