import { canvasStore } from '../canvas/canvas-store.ts'
import { pasteText } from '../canvas/clipboard.ts'
import { showPastedRows } from '../rows/rows-draft.ts'
import { designStore } from '../store/design-store.ts'
import { showToast } from '../ui/index.ts'
import { pasteForeign, type TextSource } from './paste-foreign.ts'

/**
 * Puts a text onto the canvas: components that were copied, rows of a spreadsheet, what another tool wrote. Of any other
 * text it says what can be put there. False: nothing was done with it yet, as it is still being looked at.
 */
export function takeText(text: string, from: TextSource): boolean {
  if (designStore.getState().open) {
    if (pasteText(text)) return true
    if (looksLikeRows(text)) {
      showPastedRows(text)
      return true
    }
  }
  if (text.trim() !== '') void takeOtherText(text, from)
  return false
}

/** What another tool wrote is looked at first. */
async function takeOtherText(text: string, from: TextSource): Promise<void> {
  if (await pasteForeign(text, canvasStore.getState().pointer, from)) return
  if (!designStore.getState().open) return
  const { isClearlyTable } = await import('../../shared/rows/read-rows.ts')
  if (isClearlyTable(text)) {
    showPastedRows(text)
    return
  }
  const what = from === 'the clipboard' ? 'The clipboard holds text' : 'This is text'
  showToast(`${what}: components, rows of a spreadsheet, Mermaid flowcharts and pictures can be put onto the canvas.`)
}

/** Several lines with the same number of cells apart by tabs: what a spreadsheet puts on the clipboard. */
function looksLikeRows(text: string): boolean {
  const counts = new Set(
    text
      .split(/\r?\n/u)
      .filter((line) => line !== '')
      .slice(0, 20)
      .map((line) => line.split('\t').length),
  )
  const [cells = 0] = counts
  return counts.size === 1 && cells > 1 && text.includes('\n')
}
