import { arrangeCommands } from './arrange.ts'
import { arrowCommands } from './arrow.ts'
import { editCommands } from './edit.ts'
import { fileCommands } from './file.ts'
import { goCommands } from './go.ts'
import type { CommandHandlers } from './handler.ts'
import { helpCommands } from './help.ts'
import { inkCommands } from './ink.ts'
import { insertCommands } from './insert.ts'
import { optionCommands } from './option.ts'
import { selectionCommands } from './selection.ts'
import { shareCommands } from './share.ts'
import { sightCommands } from './sight.ts'
import { underlayCommands } from './underlay.ts'
import { viewCommands } from './view.ts'

/** Every command's handler. A test holds this against the list in `shared/commands.ts`. */
export const handlers: CommandHandlers = {
  ...fileCommands,
  ...editCommands,
  ...selectionCommands,
  ...underlayCommands,
  ...viewCommands,
  ...inkCommands,
  ...sightCommands,
  ...insertCommands,
  ...arrowCommands,
  ...arrangeCommands,
  ...shareCommands,
  ...goCommands,
  ...optionCommands,
  ...helpCommands,
}
