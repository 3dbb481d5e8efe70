import { alignSelection, lockSelection, restackSelection, spaceSelection } from '../../canvas/arrange-edits.ts'
import { ungroupSelection } from '../../canvas/canvas-edits.ts'
import { collapseAll, collapseSelection } from '../../canvas/collapse-edits.ts'
import { layOut } from '../../canvas/layout/lay-out.ts'
import type { CommandHandlers } from './handler.ts'

export const arrangeCommands: CommandHandlers = {
  'arrange.tidy': { run: layOut },
  'arrange.align-left': { run: () => alignSelection('x') },
  'arrange.align-top': { run: () => alignSelection('y') },
  'arrange.align-right': { run: () => alignSelection('x', 'end') },
  'arrange.align-bottom': { run: () => alignSelection('y', 'end') },
  'arrange.ungroup': { run: ungroupSelection },
  'arrange.collapse': { run: collapseSelection },
  'arrange.collapse-all': { run: collapseAll },
  'arrange.align-centre': { run: () => alignSelection('x', 'middle') },
  'arrange.align-middle': { run: () => alignSelection('y', 'middle') },
  'arrange.front': { run: () => restackSelection('front') },
  'arrange.forward': { run: () => restackSelection('forward') },
  'arrange.backward': { run: () => restackSelection('backward') },
  'arrange.back': { run: () => restackSelection('back') },
  'arrange.lock': { run: lockSelection },
  'arrange.distribute-across': { run: () => spaceSelection('x') },
  'arrange.distribute-down': { run: () => spaceSelection('y') },
}
