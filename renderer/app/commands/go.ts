import { analysisStore } from '../../analysis/analysis-store.ts'
import type { BottomPanel, EstimateSection, ThreatsView } from '../../store/view-parts.ts'
import { viewStore } from '../../store/view-store.ts'
import { showToast } from '../../ui/index.ts'
import { shortcutWords } from '../keys.ts'
import type { CommandHandler, CommandHandlers } from './handler.ts'

/** The panels are not for the room: whoever asks for one hears so, as otherwise nothing would seem to happen. */
function outsideTheRoom(run: () => void): CommandHandler {
  return {
    run: () => {
      if (!viewStore.getState().roomMode) return run()
      const keys = shortcutWords({ id: 'view.room-mode' }) ?? 'Leaving it'
      showToast(`Room mode shows the drawing alone. ${keys} brings the panels back.`)
    },
  }
}

function panel(name: BottomPanel): CommandHandler {
  return outsideTheRoom(() => viewStore.getState().showPanel(name))
}

function section(name: EstimateSection): CommandHandler {
  return outsideTheRoom(() => viewStore.getState().showEstimate(name))
}

function threats(view: ThreatsView): CommandHandler {
  return outsideTheRoom(() => viewStore.getState().showThreats(view))
}

/** The slider has the focus, ready for the arrows. */
const traffic = outsideTheRoom(() => {
  viewStore.getState().showPanel('estimate')
  focusOnceThere('.traffic-thumb')
})

/** A panel that has to be drawn first takes a few frames; after a second nobody waits any more. */
function focusOnceThere(selector: string, frames = 60): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(selector)
    found?.focus()
    if (document.activeElement !== found && frames > 0) focusOnceThere(selector, frames - 1)
  })
}

/** From one open finding to the next, worst first, with what it speaks of on the canvas; round at the end. */
function walkFindings(step: 1 | -1): CommandHandler {
  return outsideTheRoom(() => {
    const view = viewStore.getState()
    const findings = analysisStore.getState().analysis?.findings ?? []
    const open = findings.filter(({ status }) => status === 'open')
    const at = open.findIndex(({ id }) => id === view.highlighted?.id)
    const next = at < 0 ? open.at(step === 1 ? 0 : -1) : open[(at + step + open.length) % open.length]
    if (next === undefined) return
    view.showPanel('findings')
    view.highlight(next)
  })
}

/** A page to read and answer in: over the canvas, as Ctrl+Shift+J would have it. */
const governance = outsideTheRoom(() => {
  viewStore.getState().showPanel('governance')
  viewStore.getState().set({ panelsMaximised: true })
})

export const goCommands: CommandHandlers = {
  'go.palette': { run: () => viewStore.getState().set({ commandsOpen: true }) },
  'go.findings': panel('findings'),
  'go.estimate': panel('estimate'),
  'go.threats': panel('threats'),
  'go.threat-matrix': threats('matrix'),
  'go.threat-coverage': threats('coverage'),
  'go.data-trace': threats('data'),
  'go.framing': panel('framing'),
  'go.requirements': panel('requirements'),
  'go.decisions': panel('decisions'),
  'go.questions': panel('questions'),
  'go.assumptions': panel('assumptions'),
  'go.workloads': panel('workloads'),
  'go.data': panel('data'),
  'go.minutes': panel('minutes'),
  'go.governance': governance,
  'go.traffic': traffic,
  'go.estimate-time': section('time'),
  'go.estimate-cost': section('cost'),
  'go.estimate-capacity': section('capacity'),
  'go.estimate-availability': section('availability'),
  'go.estimate-matters': section('matters'),
  'go.estimate-inputs': section('ledger'),
  'go.next-finding': walkFindings(1),
  'go.previous-finding': walkFindings(-1),
  'go.prices': { run: () => viewStore.getState().set({ pricesOpen: true }) },
  'go.standards': { run: () => viewStore.getState().set({ standardsOpen: true }) },
}
