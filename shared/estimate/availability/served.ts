import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns } from '../../graph/run.ts'
import type { Trait } from '../../kinds/kind.ts'

/** Those who pass on what they are asked, judge it or take note of it: none of them answers. */
const passOn: readonly Trait[] = [
  'client',
  'entry',
  'fronts-models',
  'joins-calls',
  'filters-content',
  'observes',
  'authenticates',
  'keeps-secrets',
]

/**
 * The components that an action reaches when all of them only pass it on, so that nobody answers it yet; undefined where
 * somebody does.
 */
export function onlyPassersOn(graph: Graph, { runs }: ActionRuns): readonly Id[] | undefined {
  const reached = [...new Set(Object.values(runs).map((run) => run.component))]
  const isPassedOn = reached.every((id) => passOn.some((trait) => graph.has(id, trait)))
  return reached.length > 0 && isPassedOn ? reached : undefined
}
