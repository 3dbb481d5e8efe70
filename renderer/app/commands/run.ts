import type { CommandCondition, CommandShape } from '../../../shared/commands/command-shape.ts'
import type { CommandId } from '../../../shared/commands.ts'
import { findCommand } from '../../../shared/commands.ts'
import { isDesktop } from '../../desktop.ts'
import { designStore } from '../../store/design-store.ts'
import { activeTab, openDesigns } from '../../store/open-designs.ts'
import { viewStore } from '../../store/view-store.ts'
import { stageStore } from '../../stage/stage-store.ts'
import { showToast } from '../../ui/index.ts'
import type { CommandHandlers } from './handler.ts'

const conditions: Readonly<Record<CommandCondition, () => boolean>> = {
  design: () => designStore.getState().open,
  selection: () => designStore.getState().open && viewStore.getState().selection.length > 0,
  'several-designs': () => activeTab() !== undefined && openDesigns.getState().tabs.length > 1,
  'designs-to-the-right': () => activeTab() !== undefined && activeTab() !== openDesigns.getState().tabs.at(-1),
  walk: () => stageStore.getState().steps.length > 0,
  undo: () => designStore.getState().past.length > 0,
  redo: () => designStore.getState().future.length > 0,
  desktop: () => isDesktop,
}

/** Whether a command makes sense now. */
export function isEnabled({ when }: Pick<CommandShape, 'when'>): boolean {
  return when === undefined || conditions[when]()
}

let mounted: CommandHandlers | undefined

/** The studio says at its start who carries out what: handlers reach into every room, this file's callers among them. */
export function mountHandlers(handlers: CommandHandlers): void {
  mounted = handlers
}

/**
 * Runs a command by id: what the native menu, the palette, the keys and the buttons all call. It begins at once, within
 * the same key press: whoever opens the palette and types on loses no letter.
 */
export function runCommand(id: CommandId): void {
  const command: CommandShape = findCommand(id)
  if (!isEnabled(command)) return
  const view = viewStore.getState()
  if (command.onDrawing === true && view.panelsMaximised) view.set({ panelsMaximised: false })
  void perform(id)
}

async function perform(id: CommandId): Promise<void> {
  try {
    await mounted?.[id]?.run()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    showToast(`“${findCommand(id).label}” failed: ${reason}. The design is unchanged and safe.`, { tone: 'fail' })
  }
}
