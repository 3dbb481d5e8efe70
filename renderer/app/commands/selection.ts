import { copyStyle, pasteStyle } from '../../canvas/style-clipboard.ts'
import { invertSelection, selectAround, selectInside } from '../../canvas/select-edits.ts'
import { viewStore } from '../../store/view-store.ts'
import type { CommandHandlers } from './handler.ts'

/** What is selected, and looks that are carried from one element to another. */
export const selectionCommands: CommandHandlers = {
  'edit.select-none': { run: () => viewStore.getState().select([]) },
  'edit.invert-selection': { run: invertSelection },
  'edit.select-inside': { run: selectInside },
  'edit.select-around': { run: selectAround },
  'edit.copy-style': { run: copyStyle },
  'edit.paste-style': { run: pasteStyle },
}
