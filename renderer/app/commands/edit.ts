import { canvasControls } from '../../canvas/canvas-store.ts'
import { deleteElements } from '../../canvas/canvas-edits.ts'
import { duplicateSelection } from '../../canvas/clipboard.ts'
import { copyPicture } from '../../canvas/picture.ts'
import { desktop } from '../../desktop.ts'
import { designStore, redo, undo } from '../../store/design-store.ts'
import { currentSight } from '../../store/sight-store.ts'
import { viewStore } from '../../store/view-store.ts'
import { lookOf, seenPart } from '../../views/use-look.ts'
import type { CommandHandlers } from './handler.ts'
import { onText } from './text-focus.ts'

/** Raises the clipboard event that the keys raise too; `use-clipboard.ts` answers it on the canvas. */
function throughClipboard(edit: 'cut' | 'copy' | 'paste'): () => Promise<void> {
  return () => desktop.editText(edit)
}

function selectAll(): void {
  const { design } = designStore.getState()
  const sight = currentSight()
  // Nobody means what is not to be seen.
  const { components = [], boundaries = [], flows = [] } = seenPart(design, lookOf(design, sight), sight)
  viewStore.getState().select([...components, ...boundaries, ...flows].map((element) => element.id))
}

/** What a boundary is drawn around next: the components outside all, once the others have theirs. */
function selectLoose(): void {
  const { components = [] } = designStore.getState().design
  viewStore.getState().select(components.filter((component) => component.in === undefined).map(({ id }) => id))
  canvasControls()?.focus()
}

function rename(): void {
  const [only, ...others] = viewStore.getState().selection
  if (only === undefined || others.length > 0 || designStore.getState().readOnly) return
  viewStore.getState().set({ renaming: only })
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
  'edit.select-loose': { run: selectLoose },
  'edit.rename': { run: rename },
  'edit.find': { run: () => viewStore.getState().set({ commandsOpen: true }) },
}
