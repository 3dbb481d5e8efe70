import { withNextUsual } from '../../../shared/requirements/sets/next-usual.ts'
import type { Id } from '../../../shared/design/design.ts'
import { addBeside } from '../../canvas/add-beside.ts'
import { graphOf } from '../../store/graph-of.ts'
import { freshId, groupSelection } from '../../canvas/canvas-edits.ts'
import { designStore, editDesign } from '../../store/design-store.ts'
import { withNewAsset } from '../../panels/data/new-asset.ts'
import { startDecision } from '../../panels/decisions/decision-edits.ts'
import { nobodyStarts, withNewWorkload } from '../../panels/workloads/use-edits.ts'
import type { BottomPanel } from '../../store/view-parts.ts'
import { viewStore } from '../../store/view-store.ts'
import { showToast } from '../../ui/index.ts'
import type { CommandHandlers } from './handler.ts'

/** What was just added, in its panel, with the field that says what it is ready to be typed in. */
function fillIn(panel: BottomPanel, id: Id | undefined, field: 'name' | 'target'): void {
  if (id === undefined) return
  viewStore.getState().showField(id, field)
  viewStore.getState().showPanel(panel)
}

export const insertCommands: CommandHandlers = {
  'insert.quick-add': {
    run: () => {
      const { selection, set } = viewStore.getState()
      const [only, ...others] = selection
      const isComponent = designStore.getState().design.components?.some((component) => component.id === only) === true
      // With one component picked the new one is joined to it: the keyboard's way to draw an arrow.
      if (isComponent && only !== undefined && others.length === 0) addBeside(only, 'right')
      else set({ quickAdd: {} })
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
      if (!editDesign('Add a workload', withNewWorkload)) showToast(nobodyStarts)
      else fillIn('workloads', designStore.getState().design.workloads?.at(-1)?.id, 'name')
    },
  },
  'insert.data-asset': {
    run: () => {
      if (!editDesign('Add a data asset', withNewAsset)) return
      fillIn('data', designStore.getState().design.data?.at(-1)?.id, 'name')
    },
  },
  'insert.requirement': {
    run: () => {
      const { document, design } = designStore.getState()
      const [graph, id] = [graphOf(design), freshId(document, 'nfr')]
      const added = editDesign('Add a requirement', (before) => withNextUsual(before, graph, id))
      if (added) fillIn('requirements', id, 'target')
    },
  },
  'insert.decision': { run: startDecision },
}
