import { deleteElements } from '../canvas/canvas-edits.ts'
import { canvasStore } from '../canvas/canvas-store.ts'
import { copySelection, pasteText } from '../canvas/clipboard.ts'
import { showPastedRows } from '../rows/rows-draft.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { layPicture } from '../underlay/lay-picture.ts'
import { isPicture } from '../underlay/read-picture.ts'
import { showToast } from '../ui/index.ts'
import { typesText } from './commands/text-focus.ts'
import { pasteForeign } from './paste-foreign.ts'

/** What was copied last, for where the system's clipboard does not answer. */
let copied = ''

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

/** What another tool wrote is looked at first; of any other text it says what can be pasted. */
async function pasteOtherText(text: string): Promise<void> {
  if (await pasteForeign(text, canvasStore.getState().pointer)) return
  if (!designStore.getState().open) return
  showToast(
    'The clipboard holds text: components, rows of a spreadsheet, Mermaid flowcharts and pictures can be pasted onto the canvas.',
  )
}

/** Copies from and pastes onto the canvas, unless a text field or marked text has the say. Returns the stop. */
export function listenToClipboard(): () => void {
  const copy = (event: ClipboardEvent): void => {
    if (typesText(document.activeElement) || (document.getSelection()?.toString() ?? '') !== '') return
    const text = copySelection()
    if (text === undefined) return
    event.preventDefault()
    copied = text
    event.clipboardData?.setData('text/plain', text)
    if (event.type === 'cut') deleteElements(viewStore.getState().selection)
  }
  const paste = (event: ClipboardEvent): void => {
    if (typesText(document.activeElement)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!designStore.getState().open) {
      if (text.trim() !== '') void pasteOtherText(text)
      return
    }
    const picture = text === '' ? [...(event.clipboardData?.files ?? [])].find(isPicture) : undefined
    if (picture !== undefined) {
      event.preventDefault()
      void layPicture(picture)
    } else if (pasteText(text === '' ? copied : text)) event.preventDefault()
    else if (looksLikeRows(text)) {
      event.preventDefault()
      showPastedRows(text)
    } else if (text.trim() !== '') {
      void pasteOtherText(text)
    }
  }
  document.addEventListener('copy', copy)
  document.addEventListener('cut', copy)
  document.addEventListener('paste', paste)
  return () => {
    document.removeEventListener('copy', copy)
    document.removeEventListener('cut', copy)
    document.removeEventListener('paste', paste)
  }
}
