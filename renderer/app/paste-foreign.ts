import type { Design } from '../../shared/design/design.ts'
import { newId } from '../../shared/design/edit/new-id.ts'
import type { XY } from '../canvas/hit-test.ts'
import { isMereDrawing, pasteDrawing, wordsLeftOut } from '../canvas/paste-drawing.ts'
import { designStore } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'
import { openedWorkspace } from '../store/workspace-store.ts'
import { showToast } from '../ui/index.ts'
import { landImport } from './open-file.ts'
import { readForeignText } from './read-file.ts'

/** Where a text comes from, as the middle of a sentence. */
export type TextSource = 'the clipboard' | 'the dropped text'

/**
 * Shows what was made of pasted text that another tool wrote, such as a Mermaid flowchart. A mere drawing is added to the
 * open design, at the point where the pointer was; anything else becomes a design of its own. False: it is other text.
 */
export async function pasteForeign(text: string, at: XY | undefined, from: TextSource): Promise<boolean> {
  const read = await readForeignText(text, () => newId('design', new Set(), Math.random))
  if (read === undefined) return false
  if (!read.ok) {
    showToast(`Nothing could be read from ${from}. ${read.problems[0]?.sentence ?? ''}`, { tone: 'fail' })
    return true
  }
  const { design, foreign } = read.value
  if (foreign === undefined) return false
  const isAdded = designStore.getState().open && isMereDrawing(design)
  const land = async (corrected: Design): Promise<void> => {
    if (isAdded) pasteDrawing(corrected, at)
    else await landImport(corrected, await openedWorkspace(), from)
  }
  const words = isAdded ? wordsLeftOut(designStore.getState().design, design) : []
  const leftOut = [...words, ...foreign.leftOut]
  viewStore.getState().set({ importReview: { from, isFile: false, isAdded, design, ...foreign, leftOut, land } })
  return true
}
