import { addDataAsset, addDecision, addRequirement, addWorkload } from '../../../shared/design/edit/index.ts'
import { freshId, groupSelection } from '../../canvas/canvas-edits.ts'
import { canvasControls, canvasStore } from '../../canvas/canvas-store.ts'
import { designStore, editDesign } from '../../store/design-store.ts'
import type { BottomPanel } from '../../store/view-store.ts'
import { viewStore } from '../../store/view-store.ts'
import type { CommandHandlers } from './handler.ts'

function shown(panel: BottomPanel, added: boolean, id: string): void {
  if (!added) return
  viewStore.getState().select([id])
  viewStore.getState().showPanel(panel)
}

export const insertCommands: CommandHandlers = {
  'insert.quick-add': {
    run: () => {
      const { selection, set } = viewStore.getState()
      const [only, ...others] = selection
      const isComponent = designStore.getState().design.components?.some((component) => component.id === only) === true
      // With one component picked the new one is joined to it: the keyboard's way to draw an arrow.
      if (!isComponent || only === undefined || others.length > 0) {
        set({ quickAdd: {} })
        return
      }
      const place = canvasStore.getState().places[only]
      const screen = place && canvasControls()?.toScreen({ x: place.x + place.w + 12, y: place.y })
      set({ quickAdd: { from: only, ...(screen === undefined ? {} : { screen }) } })
    },
  },
  'insert.capture': { run: () => viewStore.getState().set({ captureOpen: true }) },
  'insert.threat': {
    run: () => {
      viewStore.getState().showThreats('list')
      viewStore.getState().set({ writingThreat: {} })
    },
  },
  'insert.place-control': {
    run: async () => (await import('../../panels/threats/place-break.ts')).placeShownBreak(),
  },
  'insert.threat-review': {
    run: async () => (await import('../../panels/threats/review.ts')).markReviewed(),
  },
  'insert.rows': { run: () => viewStore.getState().set({ pastedRows: '' }) },
  'insert.measurements': { run: () => viewStore.getState().set({ measuring: {} }) },
  'insert.boundary': { run: () => groupSelection(viewStore.getState().selection) },
  'insert.workload': {
    run: () => {
      const { document, design } = designStore.getState()
      const id = freshId(document, 'workload')
      const mix = Object.fromEntries((design.actions ?? []).map((action) => [action.id, 1]))
      const arrivals = { rate: 1000, per: 'day' as const }
      shown(
        'workloads',
        editDesign('Add a workload', (before) => addWorkload(before, { id, name: 'Workload', mix, arrivals })),
        id,
      )
    },
  },
  'insert.data-asset': {
    run: () => {
      const id = freshId(designStore.getState().document, 'data')
      shown(
        'data',
        editDesign('Add a data asset', (before) => addDataAsset(before, { id, name: 'Data' })),
        id,
      )
    },
  },
  'insert.requirement': {
    run: () => {
      const id = freshId(designStore.getState().document, 'nfr')
      const requirement = {
        id,
        metric: 'latency.full',
        aggregate: 'p95',
        is: '<=',
        target: 8000,
        priority: 'must',
      } as const
      shown(
        'requirements',
        editDesign('Add a requirement', (before) => addRequirement(before, requirement)),
        id,
      )
    },
  },
  'insert.decision': {
    run: () => {
      const { document } = designStore.getState()
      const id = freshId(document, 'adr')
      const number = Math.max(0, ...(document.decisions ?? []).map((decision) => decision.number)) + 1
      const decision = { id, name: 'New decision', number, status: 'proposed', options: [] } as const
      shown(
        'decisions',
        editDesign('Add a decision', (before) => addDecision(before, decision)),
        id,
      )
    },
  },
}
