import { deleteElements } from '../../canvas/canvas-edits.ts'
import { duplicateSelection } from '../../canvas/clipboard.ts'
import { copyPicture } from '../../canvas/picture.ts'
import { desktop } from '../../desktop.ts'
import { designStore, redo, undo } from '../../store/design-store.ts'
import { viewStore } from '../../store/view-store.ts'
import type { CommandHandlers } from './handler.ts'
import { onText } from './text-focus.ts'

/** Raises the clipboard event that the keys raise too; `use-clipboard.ts` answers it on the canvas. */
function throughClipboard(edit: 'cut' | 'copy' | 'paste'): () => Promise<void> {
  return () => desktop.editText(edit)
}

function selectAll(): void {
  const { components = [], boundaries = [], flows = [] } = designStore.getState().design
  viewStore.getState().select([...components, ...boundaries, ...flows].map((element) => element.id))
}

/** Take back, bring again, copy and delete: on the canvas, or in the text field that has the focus. */
export const editCommands: CommandHandlers = {
  'edit.undo': { run: onText('undo', () => void undo()) },
  'edit.redo': { run: onText('redo', () => void redo()) },
  'edit.cut': { run: throughClipboard('cut') },
  'edit.copy': { run: throughClipboard('copy') },
  'edit.copy-as-picture': { run: copyPicture },
  'edit.paste': { run: throughClipboard('paste') },
  'edit.duplicate': { run: duplicateSelection },
  'edit.delete': { run: onText('delete', () => deleteElements(viewStore.getState().selection)) },
  'edit.select-all': { run: onText('selectAll', selectAll) },
  'edit.find': { run: () => viewStore.getState().set({ commandsOpen: true }) },
}
