import type { BottomPanel } from '../../store/view-store.ts'
import { viewStore } from '../../store/view-store.ts'
import type { CommandHandler, CommandHandlers } from './handler.ts'

function panel(name: BottomPanel): CommandHandler {
  return { run: () => viewStore.getState().showPanel(name) }
}

export const goCommands: CommandHandlers = {
  'go.palette': { run: () => viewStore.getState().set({ commandsOpen: true }) },
  'go.findings': panel('findings'),
  'go.estimate': panel('estimate'),
  'go.threats': panel('threats'),
  'go.requirements': panel('requirements'),
  'go.decisions': panel('decisions'),
  'go.questions': panel('questions'),
  'go.assumptions': panel('assumptions'),
  'go.workloads': panel('workloads'),
  'go.data': panel('data'),
  'go.prices': { run: () => viewStore.getState().set({ pricesOpen: true }) },
}
