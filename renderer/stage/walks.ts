import { readGraph } from '../../shared/analyse.ts'
import { nameOf } from '../../shared/design/collections.ts'
import type { Design, Id } from '../../shared/design/design.ts'
import { savedViews } from '../../shared/design/edit/index.ts'
import { walkSteps } from '../../shared/graph/walk-steps.ts'
import { ownPictures } from './own-pictures.ts'
import type { StageStep } from './stage-store.ts'

/** A walk that can be shown: through an action of the design, or the pictures that somebody put together. */
export interface Walk {
  readonly id: string
  readonly title: string
  readonly own: boolean
  readonly steps: readonly StageStep[]
}

/** The walks of a design: its own pictures and saved views first, then one through each action. Walks without a step are none. */
export function walksOf(design: Design): readonly Walk[] {
  const graph = readGraph(design)
  const through = graph.actions.map(({ action, name }) => ({
    id: action,
    title: name,
    own: false,
    steps: walkSteps(graph, action).map(({ flow, caller, callee, circumstances }): StageStep => ({
      focus: [caller, callee],
      flow,
      caption: captionOf(design, flow, caller, callee),
      circumstances,
      component: callee,
    })),
  }))
  const views = savedViews(design).map(({ id, name }): StageStep => ({
    focus: [],
    view: id,
    caption: name,
    circumstances: [],
  }))
  return [
    { id: 'own', title: 'Own pictures', own: true, steps: ownPictures(design) },
    { id: 'views', title: 'Saved views', own: false, steps: views },
    ...through,
  ].filter(({ steps }) => steps.length > 0)
}

/** "Chat to Support agent", or with the words on the arrow: "Customer to Chat: asks". */
function captionOf(design: Design, flow: Id, caller: Id, callee: Id): string {
  const words = design.flows?.find(({ id }) => id === flow)?.name
  const ends = `${nameOf(design, caller)} to ${nameOf(design, callee)}`
  return words === undefined || words === '' ? ends : `${ends}: ${words}`
}
