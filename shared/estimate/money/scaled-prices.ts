import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { inputsOf } from '../../kinds/formula/formula.ts'
import { readScaled, type ReplicaWeek, usualTarget } from '../../kinds/parts/scaling.ts'
import type { Readers } from '../calls/call-context.ts'
import { isScaled } from '../capacity/scaling.ts'
import type { ScalingEstimate } from '../estimate-parts.ts'
import type { PricedCall } from './cost-lines.ts'

/** Readers for monthly prices: where a box scales with its load, its replicas are the mean over the week. */
export function readScaledReplicas(readers: Readers, weeks: ReadonlyMap<Id, ReplicaWeek>): Readers {
  return {
    ...readers,
    sourcesOf: (component) => [...readers.sourcesOf(component), weeks.get(component)],
    settings: (component) => {
      const settings = readers.settings(component)
      const week = weeks.get(component)
      return week && settings.truth('autoscaled') === true ? readScaled(settings, week) : settings
    },
  }
}

/** What replicas cost as drawn, as many as the peak needs all the time, and following the hours of the week. */
export function compareScaling(
  graph: Graph,
  weeks: ReadonlyMap<Id, ReplicaWeek>,
  priced: readonly PricedCall[],
): readonly ScalingEstimate[] {
  return [...weeks].flatMap(([component, week]) => {
    const usdPerReplica = priced.reduce((sum, { line }) => {
      if (line.component !== component || line.recurrence !== 'month') return sum
      const replicas = inputsOf(line.formula).find((node) => node.provenance.field === 'replicas')
      return replicas && replicas.value > 0 ? sum + line.usd.value / replicas.value : sum
    }, 0)
    if (usdPerReplica <= 0) return []
    const settings = graph.settings(component)
    return [
      {
        component,
        replicas: settings.number('replicas') ?? 0,
        replicasAtPeak: week.atPeak,
        replicasMean: week.mean,
        usdPerMonthPerReplica: usdPerReplica,
        isScaled: isScaled(graph, component),
        ...(week.most === undefined ? {} : { mostReplicas: week.most }),
        targetUtilisation: settings.number('targetUtilisation') ?? usualTarget,
      },
    ]
  })
}
