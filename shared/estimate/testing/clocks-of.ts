import type { Design } from '../../design/design.ts'
import { graphOf } from '../../graph/testing/draw.ts'
import { type ActionClocks, type FindMoments, measureAction } from '../latency/action-clocks.ts'
import { makeReaders } from '../calls/call-context.ts'
import { solveVisits } from '../calls/visits.ts'

/** Clocks of the first action, with nobody waiting; `findMoments` says who shares slow moments. */
export function clocksOf(design: Design, findMoments?: FindMoments): ActionClocks {
  const graph = graphOf(design)
  const [action] = graph.actions
  if (!action) throw new Error('The drawing has no action.')
  const readers = makeReaders(graph, () => undefined)
  const visits = solveVisits(
    graph,
    readers,
    action,
    () => ({ down: 0, late: 0 }),
    () => 0,
  )
  return measureAction(graph, readers, action, visits, () => undefined, findMoments)
}

/** Everything on paths, and nothing depends on anything: the sampling engine computes what the grid does. */
export const allSampled: FindMoments = () => ({ groupOf: () => 0, groups: 1, correlation: 0, why: 'All sampled.' })
