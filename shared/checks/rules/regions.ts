import type { Boundary, Id } from '../../design/design.ts'
import { known, numberOr } from '../../design/value.ts'
import type { Span } from '../../estimate/estimate-parts.ts'
import { awaitedFlows } from '../../findings/graph-reading.ts'
import { aws, azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { duration, figure } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'

const fewerRegions = defineRule({
  id: 'REL-14',
  lenses: ['check'],
  title: 'An index stands in fewer regions than what needs it',
  severity: 'medium',
  topic: 'reliability',
  why: 'When the region of the index fails, the application in the other one is up and has nothing to answer from.',
  references: [...aws('GENREL05-BP02'), ...azure('RE:05')],
  falsePositive: 'The vendor copies the index to other regions by itself: then draw it there.',
  *check({ graph }) {
    for (const store of graph.with('stores-data')) {
      if (!graph.has(store, 'answers-search') && !graph.has(store, 'memory')) continue
      const flows = graph.callsTo(store.id).filter((flow) => awaitedFlows(graph).has(flow.id))
      const spread = flows.flatMap((flow) => {
        const plate = regionPlate(graph, flow.caller, store.id)
        return plate === undefined ? [] : [{ flow, plate }]
      })
      const [first] = spread
      if (first === undefined) continue
      const { flow, plate } = first
      const count = numberOr(plate.copies?.count, 1)
      yield {
        type: 'found',
        anchors: [store.id],
        elements: [flow.id, flow.caller, plate.id],
        problem: `${graph.name(flow.caller)} runs in ${figure(count, 0)} regions, and ${store.name} in one.`,
        fix: `Keep a copy of ${store.name} in each of them, and say how far behind it may be.`,
        quickFix: {
          label: `Run ${store.name} in ${plate.name} too`,
          patch: { components: { [store.id]: { in: plate.id } } },
        },
      }
    }
  },
})

/** The plate of several regions around the caller, that stand in for one another, and not around the store. */
function regionPlate(graph: Graph, caller: Id, store: Id): Boundary | undefined {
  const isSpread = ({ copies }: Boundary): boolean =>
    copies?.of === 'region' && copies.mode !== 'separate' && (known(copies.count) ?? 1) > 1
  if (graph.boundariesOf(store).some(isSpread)) return undefined
  return graph.boundariesOf(caller).find(isSpread)
}

const farCall = defineRule({
  id: 'LAT-04',
  lenses: ['check'],
  title: 'A person waits for a call to another region',
  severity: 'medium',
  topic: 'latency',
  why: 'Distance cannot be tuned away: each call pays the way there and back, and a loop pays it each turn.',
  references: [...azure('PE:07', 'PE:09')],
  thresholds: { networkMs: 60, share: 0.05 },
  falsePositive: 'The data may only be there: then keep the call, and make it once.',
  *check(context) {
    const { graph, thresholds } = context
    const reported = new Set<Id>()
    for (const { span, meanMs } of hopsOfPeople(context)) {
      const flow = graph.flow(span.flow ?? '')
      if (flow === undefined) continue
      if (reported.has(flow.id)) continue
      if (graph.crosses(flow, 'region') !== true) continue
      if (graph.has(flow.caller, 'person') || graph.has(flow.caller, 'client')) continue
      const share = meanMs > 0 ? span.networkMs / meanMs : 0
      if (span.networkMs < (thresholds['networkMs'] ?? 60) || share < (thresholds['share'] ?? 0.05)) continue
      reported.add(flow.id)
      const [caller, callee] = [graph.name(flow.caller), graph.name(flow.callee)]
      const [from, to] = [graph.facets(flow.caller).region.value, graph.facets(flow.callee).region.value]
      const often = span.times > 1 ? `, ${figure(span.times)} times a request` : ''
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [flow.caller, flow.callee],
        problem: `${caller} in ${from} calls ${callee} in ${to}${often}: ${duration(span.networkMs)} of ${duration(meanMs)} are spent on the way.`,
        fix: `Move ${callee} or ${caller} next to the other, keep a copy near, or call it less often.`,
        severity: share >= 0.2 ? 'medium' : 'low',
        facts: { networkMs: String(Math.round(span.networkMs)) },
      }
    }
  },
})

/** Bars on the way that a person waits for, with the mean time of the whole answer. */
function hopsOfPeople({ graph, estimate }: RuleContext): readonly { readonly span: Span; readonly meanMs: number }[] {
  return estimate.actions.flatMap(({ action, spans = [], full }) => {
    const start = graph.actions.find((runs) => runs.action === action)?.start.flow
    const caller = graph.flow(start ?? '')?.caller
    const isOfPeople = caller !== undefined && (graph.has(caller, 'person') || graph.has(caller, 'client'))
    if (!isOfPeople || full === undefined) return []
    return spans.filter(({ critical }) => critical).map((span) => ({ span, meanMs: full.meanMs }))
  })
}

/** Where things stand, and how far apart. */
export const regions: readonly Rule[] = [fewerRegions, farCall]
