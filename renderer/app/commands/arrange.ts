import { alignSelection, spaceSelection, tidy } from '../../canvas/arrange-edits.ts'
import type { CommandHandlers } from './handler.ts'

export const arrangeCommands: CommandHandlers = {
  'arrange.tidy': { run: tidy },
  'arrange.align-left': { run: () => alignSelection('x') },
  'arrange.align-top': { run: () => alignSelection('y') },
  'arrange.distribute-across': { run: () => spaceSelection('x') },
  'arrange.distribute-down': { run: () => spaceSelection('y') },
}
