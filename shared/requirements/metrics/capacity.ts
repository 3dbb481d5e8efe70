import type { Band, Estimate } from '../../estimate/estimate.ts'
import { scaleBand } from '../../estimate/uncertainty/band.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Id, Requirement } from '../../design/design.ts'
import { knees } from '../../kinds/parts/knees.ts'
import { estimateAt, type Judged, type Measured, type Metric, type MetricContext } from '../metric.ts'
import { componentsIn } from '../scope.ts'
import { findUnserved } from '../unserved.ts'

/** The busiest component, people included: 1 is full. */
export const utilisation: Metric = {
  id: 'capacity.utilisation',
  title: 'Use of capacity at the peak',
  unit: 'share',
  category: 'performance-efficiency.capacity',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '<=', target: knees.amber },
  verification: 'computed',
  verify: (requirement, context) => ofComponents(requirement, context, 'Use of', (used) => used),
}

/** What the busiest component has left: 0.3 is 30 % of what it sustains; below 0 more is asked for than it can do. */
export const headroom: Metric = {
  id: 'capacity.headroom',
  title: 'Headroom at the peak',
  unit: 'share',
  category: 'performance-efficiency.capacity',
  scopes: ['design', 'components'],
  aggregates: [],
  usual: { is: '>=', target: 0.3 },
  verification: 'computed',
  verify: (requirement, context) => ofComponents(requirement, context, 'Headroom of', (used) => 1 - used),
}

/** Requests a second that everything drawn sustains, the mix staying as it is. */
export const sustained: Metric = {
  id: 'capacity.sustained',
  title: 'Sustained requests a second',
  unit: 'calls/s',
  category: 'performance-efficiency.capacity',
  scopes: ['design', 'actions'],
  aggregates: [],
  usual: { is: '>=', target: 10 },
  verification: 'computed',
  verify({ on }, { graph, estimate }) {
    const { capacity, actions, mainAction } = estimate
    const { sustainedFactor, saturatesFirst } = capacity
    const asked = actions.filter(({ action }) => (on === undefined ? action === mainAction : on.includes(action)))
    if (sustainedFactor === undefined) return noLimit(estimate, graph)
    return asked.map((action): Measured => {
      const value =
        action.action === mainAction && capacity.sustainedPerSecond !== undefined
          ? capacity.sustainedPerSecond
          : action.peakPerSecond * sustainedFactor
      const open = findUnserved(action, graph)
      return {
        type: 'measured',
        band: bandAround(value, capacity),
        subject: `What "${action.name}" can be asked a second`,
        elements: [action.action, ...(saturatesFirst === undefined ? [] : [saturatesFirst])],
        ...(open ? { leavesOpen: open } : {}),
      }
    })
  },
}

function ofComponents(
  requirement: Requirement,
  context: MetricContext,
  what: string,
  value: (used: number) => number,
): readonly (Measured | Judged)[] {
  const { graph } = context
  const estimate = estimateAt(requirement, context)
  const hour = requirement.at === 'average' ? 'in the mean hour' : 'at the peak'
  const { on } = requirement
  const asked = on === undefined ? undefined : componentsIn(on, graph)
  const limited = estimate.components.flatMap(({ component, utilisation: used }) =>
    used === undefined || asked?.includes(component) === false ? [] : [{ id: component, used }],
  )
  const unfit = (estimate.capacity.misfits ?? []).filter((id) => asked?.includes(id) !== false)
  if (limited.length === 0 || unfit.length > 0) return noLimit(estimate, graph, unfit)
  const busiest = on === undefined ? limited.toSorted((one, other) => other.used - one.used).slice(0, 1) : limited
  const bands = new Map(estimate.capacity.components.map(({ component, band }) => [component, band]))
  return busiest.map(({ id, used }) => ({
    type: 'measured',
    band: bandThrough(value, bands.get(id) ?? { value: used, low: used, high: used }),
    subject: `${what} "${graph.name(id)}" ${hour}`,
    elements: [id],
  }))
}

/** The band of what follows from a use of capacity, falling or rising with it. */
function bandThrough(value: (used: number) => number, { value: used, low, high, guesses }: Band): Band {
  const [one, other] = [value(low), value(high)]
  const falls = one > other
  const { below, above } = guesses ?? {}
  const [down, up] = falls ? [above, below] : [below, above]
  const moved = { ...(down ? { below: down } : {}), ...(up ? { above: up } : {}) }
  return {
    value: value(used),
    low: Math.min(one, other),
    high: Math.max(one, other),
    ...(guesses ? { guesses: moved } : {}),
  }
}

/** The band of the main action's rate, around that of another one. */
function bandAround(value: number, { sustainedPerSecond, sustainedRange }: Estimate['capacity']): Band {
  if (sustainedRange === undefined || !sustainedPerSecond) return { value, low: value, high: value }
  return { ...scaleBand(sustainedRange, value / sustainedPerSecond), value }
}

function noLimit(
  { capacity }: Estimate,
  graph: Graph,
  unfit: readonly Id[] = capacity.misfits ?? [],
): readonly Judged[] {
  const [misfit] = unfit
  if (misfit !== undefined) {
    return [
      {
        type: 'judged',
        verdict: 'unknown',
        arithmetic: `"${graph.name(misfit)}" does not fit the memory of its GPUs, so it takes no call at all.`,
        elements: unfit,
        question: `How will "${graph.name(misfit)}" fit: more GPUs, fewer bits a weight (quantisation), or a shorter context?`,
      },
    ]
  }
  const [first] = capacity.unlimited
  return first === undefined
    ? []
    : [
        {
          type: 'judged',
          verdict: 'unknown',
          arithmetic: 'Nobody has said how much anything asked for here can take.',
          elements: capacity.unlimited,
          question: `How many calls a second can "${graph.name(first)}" take?`,
        },
      ]
}
