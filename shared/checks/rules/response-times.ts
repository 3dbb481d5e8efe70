import type { Id, Patch, Requirement } from '../../design/design.ts'
import { numberOr } from '../../design/value.ts'
import type { ActionEstimate } from '../../estimate/estimate.ts'
import { awaitedActions, type AwaitedAction } from '../../findings/graph-reading.ts'
import { awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askTopic } from '../../findings/standing.ts'
import { duration, figure, listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import { latencyFirst, latencyFull } from '../../requirements/metrics/latency.ts'
import { isWaived } from '../../requirements/waiver.ts'

/** The action that a latency requirement speaks of: named, started by a named arrow, else the main one. */
function actionOf({ estimate, graph }: RuleContext, on: readonly string[]): ActionEstimate | undefined {
  return (
    estimate.actions.find((action) => on.includes(action.action)) ??
    estimate.actions.find((action) =>
      graph.actions.some((runs) => runs.action === action.action && on.includes(runs.start.flow ?? '')),
    ) ??
    estimate.actions.find((action) => action.action === estimate.mainAction)
  )
}

const tooSlow = defineRule({
  id: 'LAT-01',
  lenses: ['check'],
  title: 'A response time misses its target',
  severity: 'high',
  topic: 'latency',
  why: 'The target was agreed with somebody. The drawing as it stands cannot keep it.',
  references: [...azure('PE:01')],
  *check(context) {
    const { graph, requirements } = context
    for (const result of requirements.filter((each) => each.verdict === 'fail')) {
      const requirement = graph.design.requirements?.find((each) => each.id === result.requirement)
      if (requirement === undefined || !requirement.metric.startsWith('latency')) continue
      const action = actionOf(context, requirement.on ?? [])
      const biggest = action?.shares.toSorted((a, b) => b.meanMs - a.meanMs)[0]
      const hop =
        biggest === undefined
          ? ''
          : ` The biggest part is ${graph.name(biggest.component)} with ${duration(biggest.meanMs)} on average (${figure(biggest.share * 100, 0)} %).`
      const held =
        action?.heldBy !== undefined && requirement.metric === latencyFirst.id ? ` ${action.heldBy.reason}` : ''
      yield {
        type: 'found',
        anchors: [requirement.id],
        elements: [...result.elements, ...(biggest === undefined ? [] : [biggest.component])],
        problem: `${requirement.name ?? 'A requirement'}: ${result.arithmetic}${hop}${held}`,
        fix: wayOut(graph, requirement, action, biggest?.component),
        severity: requirement.priority === 'must' ? 'high' : requirement.priority === 'should' ? 'medium' : 'low',
        facts: result.value === undefined ? {} : { valueMs: String(Math.round(result.value)) },
        ...causeOf(requirement, action),
      }
    }
  },
})

/** What to do about it: where the whole answer is held back, first words come earlier by showing its parts. */
function wayOut(graph: Graph, { metric }: Requirement, action: ActionEstimate | undefined, biggest?: Id): string {
  const held = metric === latencyFirst.id ? action?.heldBy?.element : undefined
  const arrow = held === undefined ? undefined : graph.flow(held)
  if (arrow !== undefined)
    return `Stream the answer from ${graph.name(arrow.callee)} to ${graph.name(arrow.caller)}, shorten it, or agree another target.`
  if (held !== undefined)
    return `Let ${graph.name(held)} pass the answer on in judged parts instead of as a whole, shorten it, or agree another target.`
  if (biggest === undefined) return 'Shorten the longest step, or agree another target.'
  return `Shorten ${graph.name(biggest)}: a faster model or product, a shorter answer, a cache, or a step beside it; or agree another target.`
}

/** What is full, and what holds an answer back, are lines of their own: the target that is missed for it joins them. */
function causeOf({ id, metric }: Requirement, action: ActionEstimate | undefined): { readonly cause?: string } {
  const [full] = action?.unstable ?? []
  if (full !== undefined) return { cause: `full ${full}` }
  return metric === latencyFirst.id ? { cause: `first words ${id}` } : {}
}

const noTarget = defineRule({
  id: 'LAT-02',
  lenses: ['check'],
  title: 'Nobody has said how long people may wait',
  severity: 'low',
  topic: 'latency',
  why: 'Without a target every time is fine until somebody complains, and then none is.',
  references: [...awsAgentic('AGENTPERF01-BP01'), ...azure('PE:01', 'PE:09')],
  *check(context) {
    const { graph } = context
    const { requirements = [], actions = [] } = graph.design
    // A sketch of boxes alone says nothing of use yet.
    if (actions.length === 0 && requirements.length === 0 && !context.complete('latency')) return
    const untimed = awaitedActions(graph).filter((each) => each.byPeople && !hasTarget(context, each))
    if (untimed.length === 0) return
    if (!context.complete('latency')) {
      const names = listWords(untimed.map(({ action }) => `"${action.name}"`))
      yield askTopic(context, 'topic.latency', `Is it agreed how long people may wait for ${names}?`, 'Product owner')
      return
    }
    for (const { action } of untimed) {
      const start = action.start.flow ?? action.runs[action.start.run]?.component
      const draft = targetFor(graph.design.requirements ?? [], action)
      yield {
        type: 'found',
        anchors: [action.action],
        elements: start === undefined ? [] : [start],
        problem: `People wait for "${action.name}", and no requirement says how long they may.`,
        fix: 'Agree a time to the first words or to the full answer, with who waits for it.',
        ...(draft === undefined ? {} : { quickFix: { label: 'Draft a target of 8 s', patch: draft } }),
      }
    }
  },
})

/** Whether a requirement on time speaks of this action: by its name, its first arrow, or the design as a whole. */
function hasTarget({ graph, requirements }: RuleContext, { action }: AwaitedAction): boolean {
  return (graph.design.requirements ?? []).some((each) => {
    if (!each.metric.startsWith('latency')) return false
    if (each.on === undefined && each.where === undefined) return true
    const measured = requirements.find((result) => result.requirement === each.id)?.elements ?? []
    return [...(each.on ?? []), ...measured].some((id) => id === action.action || id === action.start.flow)
  })
}

function targetFor(
  requirements: readonly { readonly id: string }[],
  { action, name }: AwaitedAction['action'],
): Patch | undefined {
  const id = `time-${action}`.slice(0, 64)
  const { is, target, aggregate = 'p95' } = latencyFull.usual
  if (requirements.some((each) => each.id === id) || typeof target !== 'number') return undefined
  const about = { name: `Full answer of "${name}"`, metric: latencyFull.id, aggregate, is, target, on: [action] }
  return { requirements: { [id]: { ...about, priority: 'should', source: 'A draft, to be agreed' } } }
}

const notStreamed = defineRule({
  id: 'LAT-03',
  lenses: ['check'],
  title: 'People wait for a long answer without seeing it grow',
  severity: 'low',
  topic: 'latency',
  why: 'A long answer that streams can be read from its first second; held back, it feels like a failure.',
  references: [...awsAgentic('AGENTPERF02-BP04'), ...azure('PE:01')],
  falsePositive: 'The answer has to be judged before it is shown: then accept it.',
  thresholds: { outputTokens: 300 },
  *check({ graph, estimate, requirements, thresholds }) {
    for (const action of estimate.actions) {
      const runs = graph.actions.find((each) => each.action === action.action)
      const start = runs?.start.flow === undefined ? undefined : graph.flow(runs.start.flow)
      if (
        start === undefined ||
        !graph.has(start.caller, 'person') ||
        action.first === undefined ||
        action.full === undefined
      )
        continue
      const isHeld = action.first.p50.value > 0.9 * action.full.p50.value
      const model = action.shares
        .toSorted((a, b) => b.meanMs - a.meanMs)
        .find((share) => graph.has(share.component, 'generates-text'))
      const flow = graph
        .callsTo(model?.component ?? '')
        .find((each) => graph.has(each.caller, 'orchestrates') && each.mode !== 'async')
      if (!isHeld || model === undefined || flow === undefined || graph.has(flow.caller, 'plans-actions')) continue
      const tokens = graph.call(flow).number('outputTokens') ?? 0
      if (tokens <= (thresholds['outputTokens'] ?? 300)) continue
      const held = action.heldBy?.element
      const missed = requirements.find(
        ({ requirement, verdict }) => verdict === 'fail' && asksFirstWords(graph, requirement, action.action, start.id),
      )
      const holder = held === undefined ? '' : ` ${graph.name(graph.flow(held)?.callee ?? held)} holds it back.`
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [model.component, flow.caller, ...(action.heldBy === undefined ? [] : [action.heldBy.element])],
        problem: `${graph.name(model.component)} writes ${figure(tokens, 0)} tokens, and nobody sees one before ${duration(action.first.p50.value)}.${holder}`,
        fix: `Stream the answer of ${graph.name(model.component)} up to ${graph.name(start.caller)}, judge it in parts, or make it shorter.`,
        facts: { outputTokens: String(tokens) },
        cause: missed === undefined ? `streaming ${flow.id}` : `first words ${missed.requirement}`,
      }
    }
  },
})

/** Whether this requirement asks for first words of this action, by its name or its first arrow. */
function asksFirstWords({ design }: Graph, requirement: Id, action: Id, start: Id): boolean {
  const found = design.requirements?.find(({ id }) => id === requirement)
  if (found?.metric !== latencyFirst.id) return false
  return found.on === undefined || found.on.includes(action) || found.on.includes(start)
}

const slowStoreOnFastPath = defineRule({
  id: 'LAT-05',
  lenses: ['check'],
  title: 'A fast path waits for a slow store',
  severity: 'medium',
  topic: 'latency',
  why: 'A store built for large reads answers in a good part of the time that the whole request has.',
  references: [...azure('PE:08')],
  thresholds: { targetMs: 1000, share: 0.3 },
  *check(context) {
    const { graph, requirements, thresholds } = context
    const wanted = (graph.design.requirements ?? []).filter(
      (each) =>
        each.metric.startsWith('latency') &&
        numberOr(each.target, Infinity) <= (thresholds['targetMs'] ?? 1000) &&
        !isWaived(requirements, each.id),
    )
    for (const requirement of wanted) {
      const target = numberOr(requirement.target, 0)
      const shares = actionOf(context, requirement.on ?? [])?.shares ?? []
      for (const { component, meanMs } of shares) {
        const isStore = graph.has(component, 'stores-data') && !graph.has(component, 'caches')
        if (!isStore || meanMs < target * (thresholds['share'] ?? 0.3)) continue
        yield {
          type: 'found',
          anchors: [requirement.id, component],
          problem: `${graph.name(component)} takes ${duration(meanMs)} of the ${duration(target)} that ${requirement.name ?? 'a requirement'} allows.`,
          fix: `Keep what the request needs in a store that answers in milliseconds, and fill it beforehand.`,
          cause: `slow ${component}`,
        }
      }
    }
  },
})

/** How long people wait. */
export const responseTimes: readonly Rule[] = [tooSlow, noTarget, notStreamed, slowStoreOnFastPath]
