import { analysisStore } from '../analysis/analysis-store.ts'
import { saveHeadlines } from './library.ts'
import { openDesigns } from './open-designs.ts'

/** Long enough for a burst of edits to settle: the card is read at home, not while drawing. */
const restMs = 600

/** Keeps on each design's card what the engines said last. Returns the stop. */
export function keepHeadlines(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = analysisStore.subscribe(({ stated, designId }, before) => {
    const tab = openDesigns.getState().tabs.find((one) => one.id === designId)
    if (stated === undefined || stated === before.stated || tab === undefined) return
    clearTimeout(timer)
    timer = setTimeout(() => void saveHeadlines(tab.workspaceId, tab.id, stated), restMs)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
