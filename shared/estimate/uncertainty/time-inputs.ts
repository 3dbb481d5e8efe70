import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { type Formula, input, type Standing, sum } from '../../kinds/formula/formula.ts'
import type { CallContext, Spread } from '../../kinds/kind.ts'
import { weaker, weakestOf } from '../../kinds/formula/standing.ts'
import { askOfUse, type Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import { type ActionVisits, everyCall } from '../calls/visits.ts'

/** The own time of one component in an action: the expression of each of its calls, and the weakest input of all. */
export interface TimedComponent {
  readonly restsOn: Standing | undefined
  readonly mediansMs: readonly Formula[]
}

/** What the own times of an action's components are worked out of. */
export function timeInputsOf(graph: Graph, readers: Readers, visits: ActionVisits): ReadonlyMap<Id, TimedComponent> {
  const found = new Map<Id, TimedComponent>()
  for (const { use, calls } of everyCall(visits)) {
    if (use.call.run === undefined || calls.value <= 0) continue
    const component = use.call.callee
    const timed = askOfUse(readers, medians, use, (context) => medianOfCall(graph, context))
    if (!timed) continue
    const known = found.get(component)
    found.set(component, {
      restsOn: weaker(known?.restsOn, timed.restsOn),
      mediansMs: [...(known?.mediansMs ?? []), timed.medianMs],
    })
  }
  return found
}

interface Median {
  readonly medianMs: Formula
  readonly restsOn: Standing | undefined
}
const medians: Remembered<Median | undefined> = new WeakMap()

function medianOfCall(graph: Graph, context: CallContext): Median | undefined {
  const timing = graph.kindOf(context.component).time?.(context)
  if (!timing) return undefined
  const spreads = [timing.first, ...(timing.rest ? [timing.rest] : [])]
  const medianMs = sum(...spreads.map((spread) => medianOf(context.component, spread)))
  return { medianMs, restsOn: weakestOf(medianMs) }
}

/** The expression of a median; a model without one stands as a number with the grade of its source. */
function medianOf(component: Id, spread: Spread): Formula {
  if (spread.formula) return spread.formula
  const { p50Ms, p50LowMs, p50HighMs, source, confidence } = spread
  return {
    ...input('Own time, median', p50Ms, 'ms', { from: 'product', on: component, field: 'p50Ms', source, confidence }),
    ...(p50LowMs === undefined ? {} : { low: p50LowMs }),
    ...(p50HighMs === undefined ? {} : { high: p50HighMs }),
  }
}
