import type { Design } from '../../shared/design/design.ts'
import { printDesign } from './design-file.ts'
import { analysisStore } from '../analysis/analysis-store.ts'
import { desktop } from '../desktop.ts'
import { showToast } from '../ui/index.ts'
import { designStore } from './design-store.ts'
import { saveDesign } from './library.ts'
import { activeTab, openDesigns } from './open-designs.ts'

/** From the last edit; from the first unsaved one it is never longer than `latestMs`. */
const restMs = 350
const latestMs = 900
const backupEveryMs = 25_000

interface Waiting {
  readonly workspaceId: string
  readonly document: Design
}

let waiting: Waiting | undefined
let waitingSinceMs = 0
let timer: ReturnType<typeof setTimeout> | undefined
let backup: Waiting | undefined
let failed = false

/** Keeps every edit: in the library within a second, in the ring of backups within half a minute. Returns the stop. */
export function startAutosave(): () => void {
  const stopEdits = designStore.subscribe((state, before) => {
    const tab = activeTab()
    // A change of tab is no edit; only an edit keeps the id and changes the document.
    if (tab === undefined || !state.open || state.document === before.document) return
    if (state.document.id !== before.document.id || state.document.id !== tab.id) return
    wait({ workspaceId: tab.workspaceId, document: state.document })
  })
  // Another tab comes to the front: what waits must be in the library before anybody lists it.
  const stopTabs = openDesigns.subscribe((state, before) => {
    if (state.active !== before.active) void flushAutosave()
  })
  const ring = setInterval(() => void writeBackup(), backupEveryMs)
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
  if (waiting === undefined) waitingSinceMs = nowMs
  waiting = next
  backup = next
  clearTimeout(timer)
  timer = setTimeout(() => void flushAutosave(), Math.max(0, Math.min(restMs, waitingSinceMs + latestMs - nowMs)))
}

/** Writes what waits, now. Also asked before the window closes. */
export async function flushAutosave(): Promise<void> {
  clearTimeout(timer)
  const next = waiting
  waiting = undefined
  if (next === undefined) return
  const { analysis, designId } = analysisStore.getState()
  try {
    await saveDesign(next.workspaceId, next.document, designId === next.document.id ? analysis : undefined)
    failed = false
  } catch (error) {
    waiting ??= next
    if (failed) return
    failed = true
    const reason = error instanceof Error ? error.message : 'the browser refused'
    showToast(`The design could not be kept in the library (${reason}). Save it to a file.`, { tone: 'fail' })
  }
}

/** Writes the newest edit into the ring of backups, outside the library. */
export async function writeBackup(): Promise<void> {
  const next = backup
  backup = undefined
  if (next === undefined) return
  const { workspaceId, document } = next
  await desktop.writeBackup({
    workspaceId,
    designId: document.id,
    designName: document.name,
    text: printDesign(document),
  })
}
