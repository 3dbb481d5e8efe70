import { viewStore } from '../../store/view-store.ts'
import type { CommandHandlers } from './handler.ts'

export const helpCommands: CommandHandlers = {
  'help.shortcuts': { run: () => viewStore.getState().set({ shortcutsOpen: true }) },
  'help.about': { run: () => viewStore.getState().set({ aboutOpen: true }) },
}
