import type { Id, Patch } from '../../design/design.ts'
import { isUnknown, numberOr } from '../../design/value.ts'
import type { Verdict } from '../../estimate/requirement-result.ts'
import { awaitedActions, type AwaitedAction } from '../../findings/graph-reading.ts'
import { aws, awsAgentic, azure } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { askFlow, askTopic } from '../../findings/standing.ts'
import { duration, figure, listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ResolvedCall } from '../../graph/run.ts'
import { latencyFirst, latencyFull } from '../../requirements/metrics/latency.ts'
import type { FieldReader, Kind } from '../../kinds/kind.ts'
import { biggestPart } from '../parts-of-time.ts'
import { isMissed, type JudgedRequirement, requirementsThat, severityByPriority } from '../requirement-results.ts'

const tooSlow = defineRule({
  id: 'LAT-01',
  lenses: ['check'],
  title: 'A response time misses its target',
  severity: 'high',
  topic: 'latency',
  why: 'The target was agreed with somebody. The drawing as it stands cannot keep it.',
  references: [...azure('PE:01')],
  *check(context) {
    const { graph } = context
    for (const { requirement, result, action } of requirementsThat(context, isMissed, isOnTime)) {
      const isFirst = requirement.metric === latencyFirst.id
      const biggest = action && biggestPart(action, requirement.metric)
      const heldBy = isFirst ? action?.heldBy : undefined
      const hop =
        biggest === undefined
          ? ''
          : ` The biggest part is ${graph.name(biggest.component)} with ${duration(biggest.meanMs)} on average (${figure(biggest.share * 100, 0)} %).`
      yield {
        type: 'found',
        anchors: [requirement.id],
        elements: [...result.elements, ...(biggest === undefined ? [] : [biggest.component])],
        problem: `${requirement.name ?? 'A requirement'}: ${result.arithmetic}${hop}${heldBy === undefined ? '' : ` ${heldBy.reason}`}`,
        fix: wayOut(graph, heldBy?.element, biggest?.component, isFirst ? 'prompt' : 'answer'),
        severity: severityByPriority[requirement.priority],
        facts: result.value === undefined ? {} : { valueMs: String(Math.round(result.value)) },
        ...causeOf(action?.unstable?.[0], heldBy?.element),
      }
    }
  },
})

function isOnTime(metric: string): boolean {
  return metric.startsWith('latency')
}

/** What to do about it: where the whole answer is held back, first words come earlier by showing its parts. */
function wayOut(graph: Graph, held: Id | undefined, biggest: Id | undefined, shorter: 'prompt' | 'answer'): string {
  const arrow = held === undefined ? undefined : graph.flow(held)
  if (arrow !== undefined && !graph.has(arrow.callee, 'gates'))
    return `Stream the answer from ${graph.name(arrow.callee)} to ${graph.name(arrow.caller)}, shorten it, or agree another target.`
  if (held !== undefined)
    return `Let ${graph.name(arrow?.callee ?? held)} pass the answer on in judged parts instead of as a whole, shorten it, or agree another target.`
  if (biggest === undefined) return 'Shorten the longest step, or agree another target.'
  return `Shorten ${graph.name(biggest)}: a faster model or product, a shorter ${shorter}, a cache, or a step beside it; or agree another target.`
}

/** What is full, and what holds an answer back, are lines of their own: the target that is missed for it joins them. */
function causeOf(full: Id | undefined, held: Id | undefined): { readonly cause?: string } {
  if (full !== undefined) return { cause: `full ${full}` }
  return held === undefined ? {} : { cause: `held ${held}` }
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
    const targets = requirementsThat(context, () => true, isOnTime)
    const untimed = awaitedActions(graph).filter((each) => each.byPeople && !hasTarget(targets, each))
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

/** Whether a requirement on time speaks of this action, by its name or its first arrow, or of the design as a whole. */
function hasTarget(targets: readonly JudgedRequirement[], { action }: AwaitedAction): boolean {
  return targets.some(({ requirement: { on, where }, result }) => {
    if (on === undefined && where === undefined) return true
    // The result names the action that does worst.
    return [...(on ?? []), ...result.elements].some((id) => id === action.action || id === action.start.flow)
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
  *check({ graph, estimate, thresholds }) {
    const reported = new Set<Id>()
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
      if (reported.has(flow.id)) continue
      reported.add(flow.id)
      const held = action.heldBy?.element
      const holder = held === undefined ? '' : ` ${graph.name(graph.flow(held)?.callee ?? held)} holds it back.`
      yield {
        type: 'found',
        anchors: [flow.id],
        elements: [model.component, flow.caller, ...(held === undefined ? [] : [held])],
        problem: `${graph.name(model.component)} writes ${figure(tokens, 0)} tokens, and nobody sees one before ${duration(action.first.p50.value)}.${holder}`,
        fix: `Stream the answer of ${graph.name(model.component)} up to ${graph.name(start.caller)}, judge it in parts, or make it shorter.`,
        facts: { outputTokens: String(tokens) },
        cause: `held ${held ?? flow.id}`,
      }
    }
  },
})

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
    const { graph, thresholds } = context
    const isOpen = (verdict: Verdict): boolean => verdict !== 'waived'
    for (const { requirement, action } of requirementsThat(context, isOpen, isOnTime)) {
      const target = numberOr(requirement.target, Infinity)
      if (target > (thresholds['targetMs'] ?? 1000)) continue
      const shares = action?.shares ?? []
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

const awaitedBatch = defineRule({
  id: 'LAT-08',
  lenses: ['check'],
  title: 'Somebody waits for an answer that comes within hours',
  severity: 'medium',
  topic: 'latency',
  why: 'Vendors sell the batch tier at a lower price because it may take up to a day, and promise no percentile within it.',
  references: [...aws('GENCOST02-BP01'), ...azure('PE:01')],
  *check({ graph }) {
    for (const awaited of awaitedActions(graph)) {
      if (!isAwaitedBySomebody(graph, awaited)) continue
      for (const { flow: id, caller, callee, with: given } of startAndCalls(graph, awaited)) {
        const flow = graph.flow(id)
        if (flow === undefined) continue
        const kind = graph.kindOf(callee)
        const [from, to] = [graph.name(caller), graph.name(callee)]
        if (isUnknown(flow.flow.call?.['serviceTier']) && 'serviceTier' in kind.call) {
          const text = `Does ${from} ask ${to} at once, or in the batch tier?`
          yield askFlow(flow, 'call.serviceTier', text, 'Service tier', 'Engineering')
          continue
        }
        const call = graph.call(flow, given)
        if (kind.answersWithinHours?.(call) !== true) continue
        yield {
          type: 'found',
          anchors: [id],
          elements: [caller, callee],
          problem: `Somebody waits for "${awaited.action.name}", and ${from} asks ${to} in the batch tier, which answers within hours.`,
          fix: `Ask ${to} in the standard tier, or make it a call that nobody waits for.`,
          ...(given?.['serviceTier'] === undefined ? { quickFix: takeStandardTier(id, kind, call) } : {}),
        }
      }
    }
  },
})

/** Older files say it by `batch`, which would go on. */
function takeStandardTier(flow: Id, kind: Kind, call: FieldReader): { readonly label: string; readonly patch: Patch } {
  const tier = 'serviceTier' in kind.call ? { serviceTier: 'standard' } : {}
  const more = call.truth('batch') === true ? { batch: false } : {}
  return { label: 'Take the standard tier', patch: { flows: { [flow]: { call: { ...tier, ...more } } } } }
}

/** People or a system at the other end; a run over so many items may have the hours that a batch takes. */
function isAwaitedBySomebody(graph: Graph, { action, byPeople }: AwaitedAction): boolean {
  const start = action.start.flow === undefined ? undefined : graph.flow(action.start.flow)
  if (!byPeople && (start === undefined || start.mode === 'async')) return false
  const asking = (graph.design.workloads ?? []).filter(({ mix }) => action.action in mix)
  return asking.length === 0 || asking.some(({ arrivals }) => !('items' in arrivals))
}

/** The first call of an action, and those that its answer waits for. */
function startAndCalls(
  graph: Graph,
  { action, calls }: AwaitedAction,
): readonly Pick<ResolvedCall, 'flow' | 'caller' | 'callee' | 'with'>[] {
  const start = action.start.flow === undefined ? undefined : graph.flow(action.start.flow)
  return start === undefined ? calls : [{ flow: start.id, caller: start.caller, callee: start.callee }, ...calls]
}

/** How long people wait. */
export const responseTimes: readonly Rule[] = [tooSlow, noTarget, notStreamed, slowStoreOnFastPath, awaitedBatch]
