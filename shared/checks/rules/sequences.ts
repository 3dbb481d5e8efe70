import type { CallStep, Component, Id, Step } from '../../design/design.ts'
import { isCall } from '../../design/steps.ts'
import type { Span } from '../../estimate/estimate-parts.ts'
import { awaitedFlows } from '../../findings/graph-reading.ts'
import { effectsOf, isActor } from '../../findings/influence.ts'
import { awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { duration, listNames } from '../../findings/wording.ts'
import type { Graph, GraphFlow } from '../../graph/graph.ts'
import type { Trait } from '../../kinds/kind.ts'
import { patchSteps } from './plan-patch.ts'

const oneAfterTheOther = defineRule({
  id: 'LAT-07',
  lenses: ['check'],
  title: 'Calls wait for one another without need',
  severity: 'low',
  topic: 'latency',
  why: 'Calls that do not need each other’s answer take as long as the slowest of them when they start together.',
  references: [...awsAgentic('AGENTPERF02-BP03'), ...azure('PE:07')],
  thresholds: { savedMs: 100 },
  falsePositive: 'The first decides whether the second is made: then say so by a share or an end in the plan.',
  *check(context) {
    const { graph, thresholds } = context
    for (const component of graph.components) {
      for (const group of independentCalls(graph, component)) {
        const savedMs = savedBy(context, group)
        if (savedMs < (thresholds['savedMs'] ?? 100)) continue
        const patch = patchSteps(component, (steps, parent) =>
          // Branches that start together already, or of which one is chosen, are no order.
          parent === undefined || 'steps' in parent ? together(steps, group) : steps,
        )
        const callees = group.map((id) => graph.flow(id)?.callee ?? id)
        yield {
          type: 'found',
          anchors: [component.id, ...group],
          elements: callees,
          problem: `${component.name} asks ${listNames(graph, callees)} one after the other, and none needs the answer of another.`,
          fix: `Start them together: about ${duration(savedMs)} less to wait.`,
          facts: { savedMs: String(Math.round(savedMs)) },
          ...(patch === undefined ? {} : { quickFix: { label: 'Ask them together', patch } }),
        }
      }
    }
  },
})

/** Runs of two calls and more in the stated plans of a component that nobody needs in this order. */
function independentCalls(graph: Graph, component: Component): readonly (readonly Id[])[] {
  const groups: (readonly Id[])[] = []
  const visit = (steps: readonly Step[]): void => {
    let group: GraphFlow[] = []
    const close = (): void => {
      if (group.length > 1) groups.push(group.map(({ id }) => id))
      group = []
    }
    for (const step of steps) {
      const flow = plainReading(graph, step)
      if (flow !== undefined && !group.every((before) => areIndependent(graph, before, flow))) close()
      if (flow === undefined) close()
      else group.push(flow)
      if (!isCall(step)) visitGroup(step)
    }
    close()
  }
  const visitGroup = (step: Step): void => {
    if ('steps' in step) visit(step.steps)
    else if ('parallel' in step) step.parallel.forEach((branch) => (isCall(branch) ? undefined : visitGroup(branch)))
    else if ('choose' in step) step.choose.forEach((branch) => (isCall(branch) ? undefined : visitGroup(branch)))
  }
  // The order of a kind's own plan is nobody's decision.
  for (const plan of component.plans ?? []) visit(plan.steps)
  return groups
}

/** What can be started at any time: these add to what is in hand, and neither replace it nor judge it. */
const readings: readonly Trait[] = ['answers-search', 'stores-data', 'runs-actions', 'predicts']
const others: readonly Trait[] = [
  'caches',
  'observes',
  'gates',
  'ranks',
  'splits-documents',
  'embeds',
  'person',
  'buffers',
]

/** A call that is always made, changes nothing, and says by its cargo what it needs. */
function plainReading(graph: Graph, step: Step): GraphFlow | undefined {
  if (!isCall(step) || !isPlain(step)) return undefined
  const flow = graph.flow(step.call)
  if (flow === undefined || !awaitedFlows(graph).has(flow.id)) return undefined
  const isReading = readings.some((trait) => graph.has(flow.callee, trait))
  const isOther = others.some((trait) => graph.has(flow.callee, trait))
  const isStated = (flow.flow.request?.data ?? []).length > 0
  return isReading && !isOther && isStated && changesNothing(graph, flow) ? flow : undefined
}

/** A store is read by what its kind says; what a tool does has to be stated. */
function changesNothing(graph: Graph, flow: GraphFlow): boolean {
  if (isActor(graph, flow.callee)) return effectsOf(graph, flow)?.length === 0
  return flow.does.every((access) => access === 'read')
}

function isPlain({ ends, times, share, orElse }: CallStep): boolean {
  return [ends, times, share, orElse].every((modifier) => modifier === undefined)
}

/** Whether the later call sends nothing that the earlier one brings, or that is made of it. */
function areIndependent(graph: Graph, earlier: GraphFlow, later: GraphFlow): boolean {
  const stated = graph.responseData(earlier).map(({ id }) => id)
  const brought = stated.length > 0 ? stated : (graph.component(earlier.callee)?.holds ?? [])
  if (brought.length === 0) return false
  const sent = graph.requestData(later).map(({ id }) => id)
  const roots = new Set(sent.flatMap((id) => [id, ...ancestorsOf(graph, id)]))
  return !brought.some((id) => roots.has(id))
}

function ancestorsOf(graph: Graph, asset: Id): readonly Id[] {
  const found = new Set<Id>()
  const open = [...(graph.asset(asset)?.derivedFrom ?? [])]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(graph.asset(id)?.derivedFrom ?? []))
  }
  return [...found]
}

/** All but the longest of them, where the answer waits for all; from the waterfall of the estimate. */
function savedBy({ estimate }: RuleContext, group: readonly Id[]): number {
  const saved = estimate.actions.map(({ spans = [] }) => {
    const bars = group.map((id) => spans.find((span: Span) => span.flow === id && span.critical)?.durationMs ?? 0)
    return bars.reduce((sum, bar) => sum + bar, 0) - Math.max(...bars)
  })
  return Math.max(0, ...saved)
}

/** The same steps with the calls of the group as branches that start together. */
function together(steps: readonly Step[], group: readonly Id[]): readonly Step[] {
  const calls = steps.map((step) => (isCall(step) ? step.call : undefined))
  const first = calls.findIndex((_, at) => group.every((id, index) => calls[at + index] === id))
  if (first < 0) return steps
  const end = first + group.length
  return [...steps.slice(0, first), { parallel: steps.slice(first, end) }, ...steps.slice(end)]
}

/** In which order things are asked. */
export const sequences: readonly Rule[] = [oneAfterTheOther]
