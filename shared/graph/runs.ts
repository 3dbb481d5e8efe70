import type { Id, Modifiers, Settings, Step } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import { choosePlan } from './choose-plan.ts'
import { type ActionStart, findActions } from './find-actions.ts'
import type { Graph, GraphFlow } from './graph.ts'
import type { ActionRuns, ResolvedCall, ResolvedModifiers, ResolvedStep, Run, RunKey } from './run.ts'

/** Calls inside calls that are followed; nothing that people draw nests so deep. */
const deepest = 250

type Placed = ResolvedCall['placed']

/** One action's walk: the runs found so far and the components at work, outermost first. */
interface Walk {
  readonly graph: Graph
  readonly action: Id
  readonly runs: Map<RunKey, Run>
  readonly atWork: Id[]
  readonly drawnAnswers: Set<Id>
  readonly refused: Map<Id, readonly Id[]>
}

/**
 * The actions of a design with all that each sets in motion: one depth-first walk per action in plan order, runs merged
 * by component, plan and arrow. A call that returns to a component already at work is a drawn answer (from a default:
 * not called), a call-back (stated `async`), or recursion, which is refused.
 */
export function resolveActions(graph: Graph): readonly ActionRuns[] {
  return findActions(graph).map((start) => walkAction(graph, start))
}

/** One action with all that it sets in motion, wherever it starts. */
export function walkAction(graph: Graph, start: ActionStart): ActionRuns {
  const walk: Walk = {
    graph,
    action: start.action,
    runs: new Map(),
    atWork: [],
    drawnAnswers: new Set(),
    refused: new Map(),
  }
  const caller = start.flow === undefined ? undefined : graph.flow(start.flow)?.caller
  if (caller !== undefined) walk.atWork.push(caller)
  const run = walkRun(walk, start.component, start.flow, false)
  return {
    action: start.action,
    name: start.name,
    derived: start.derived,
    start: { ...(start.flow === undefined ? {} : { flow: start.flow }), run },
    runs: Object.fromEntries([...walk.runs].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    drawnAnswers: [...walk.drawnAnswers].toSorted(),
    refused: [...walk.refused].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([flow, cycle]) => ({ flow, cycle })),
  }
}

/** Resolves the run of a component for this arrow, unless it is known already, and returns its key. */
function walkRun(walk: Walk, component: Id, flow: Id | undefined, callBack: boolean): RunKey {
  const plan = choosePlan(walk.graph, component, flow, walk.action, callBack)
  const key = `${component}|${plan.name}|${flow ?? 'start'}`
  if (walk.runs.has(key)) return key
  const base = {
    key,
    component,
    ...(flow === undefined ? {} : { flow }),
    action: walk.action,
    defaultPlan: plan.isDefault,
  }
  // Known before its steps are, so that a call-back that returns here joins this run.
  walk.runs.set(key, { ...base, steps: [] })
  walk.atWork.push(component)
  const used = new Map<Id, number>()
  const placed: Placed = plan.isDefault ? 'default' : 'stated'
  const steps = plan.steps.map((step) => resolveStep(walk, component, step, placed, used))
  const appended = plan.appended.map((arrow) => resolveStep(walk, component, { call: arrow }, 'appended', used))
  walk.atWork.pop()
  walk.runs.set(key, { ...base, steps: [...steps, ...appended].flatMap((step) => step ?? []) })
  return key
}

/** Undefined for a step that calls nothing: an arrow of somebody else, or one that is offline (E5 reports it). */
function resolveStep(
  walk: Walk,
  caller: Id,
  step: Step,
  placed: Placed,
  used: Map<Id, number>,
): ResolvedStep | undefined {
  const resolveAll = (steps: readonly Step[]): readonly ResolvedStep[] =>
    steps.flatMap((each) => resolveStep(walk, caller, each, placed, used) ?? [])
  if ('call' in step) {
    const flow = walk.graph.flow(step.call)
    if (!flow || flow.caller !== caller || flow.mode === 'offline') return undefined
    const name = stepName(flow.id, used)
    const call = resolveCall(walk, flow, placed, step.with)
    return {
      ...modifiers(step, name),
      ...call,
      ...(step.optional === undefined ? {} : { optional: step.optional }),
      ...(step.orElse === undefined ? {} : { orElse: resolveAll(step.orElse) }),
    }
  }
  const name = stepName(`${caller}:${step.label ?? 'group'}`, used)
  if ('parallel' in step) {
    return { type: 'parallel', ...modifiers(step, name), branches: resolveAll(step.parallel), join: step.join ?? 'all' }
  }
  if ('choose' in step) {
    return {
      type: 'choose',
      ...modifiers(step, name),
      choices: resolveChoices(walk, caller, step.choose, placed, used),
      failover: step.failover ?? false,
    }
  }
  if ('steps' in step) return { type: 'sequence', ...modifiers(step, name), steps: resolveAll(step.steps) }
  return undefined
}

/** A child without a share gets an equal part of what the others leave. */
function resolveChoices(
  walk: Walk,
  caller: Id,
  choose: readonly Step[],
  placed: Placed,
  used: Map<Id, number>,
): readonly { readonly share: number; readonly step: ResolvedStep }[] {
  const stated = choose.reduce((total, step) => total + (step.share === undefined ? 0 : numberOr(step.share, 0)), 0)
  const open = choose.filter((step) => step.share === undefined).length
  const rest = open === 0 ? 0 : Math.max(0, 1 - stated) / open
  return choose.flatMap((step) => {
    const resolved = resolveStep(walk, caller, step, placed, used)
    return resolved ? [{ share: step.share === undefined ? rest : numberOr(step.share, 0), step: resolved }] : []
  })
}

function resolveCall(
  walk: Walk,
  flow: GraphFlow,
  placed: Placed,
  override: Settings | undefined,
): Omit<ResolvedCall, 'name' | 'label'> {
  const call = {
    type: 'call' as const,
    flow: flow.id,
    caller: flow.caller,
    callee: flow.callee,
    mode: flow.mode,
    does: flow.does,
    placed,
    ...(override === undefined ? {} : { with: override }),
  }
  const returns = walk.atWork.indexOf(flow.callee)
  if (returns < 0 && walk.atWork.length >= deepest) {
    walk.refused.set(flow.id, [flow.caller, flow.callee])
    return call
  }
  if (returns < 0) return { ...call, run: walkRun(walk, flow.callee, flow.id, false) }
  if (flow.flow.mode === 'async') return { ...call, run: walkRun(walk, flow.callee, flow.id, true) }
  const answersFromDefault = placed !== 'stated'
  if (answersFromDefault) walk.drawnAnswers.add(flow.id)
  else walk.refused.set(flow.id, [...walk.atWork.slice(returns), flow.callee])
  return call
}

function modifiers(step: Modifiers, name: string): ResolvedModifiers {
  const { label, share, times, spread, atOnce, keeps, ends } = step
  return {
    name,
    ...(label === undefined ? {} : { label }),
    ...(share === undefined ? {} : { share }),
    ...(times === undefined ? {} : { times }),
    ...(spread === undefined ? {} : { spread }),
    ...(atOnce === undefined ? {} : { atOnce }),
    ...(keeps === undefined ? {} : { keeps }),
    ...(ends === undefined ? {} : { ends }),
  }
}

/** 'f-review', a second use 'f-review#2': stays the same while other steps move. */
function stepName(name: string, used: Map<string, number>): string {
  const times = (used.get(name) ?? 0) + 1
  used.set(name, times)
  return times === 1 ? name : `${name}#${times}`
}
