import { eraseAllInk, takeTool } from '../../ink/ink-edits.ts'
import type { ViewState } from '../../store/view-store.ts'
import { viewStore } from '../../store/view-store.ts'
import type { CommandHandler, CommandHandlers } from './handler.ts'
import { toggle } from './toggle.ts'

/** What the pointer does on the canvas. Pen and eraser go out of the hand again by the same key. */
function tool(wanted: ViewState['tool']): CommandHandler {
  const isInHand = (): boolean => viewStore.getState().tool === wanted
  return { run: () => takeTool(isInHand() ? 'select' : wanted), checked: isInHand }
}

/** The pen that draws over the picture. */
export const inkCommands: CommandHandlers = {
  'view.pen': tool('pen'),
  'view.eraser': tool('eraser'),
  'view.toggle-ink': toggle('inkShown'),
  'view.ink-in-pictures': toggle('inkInPictures'),
  'view.stylus-draws': toggle('stylusDraws'),
  'edit.erase-ink': { run: eraseAllInk },
}
