import type { Component, Flow, Id, Plan, Step } from '../design.ts'
import { childrenOf, isCall } from '../steps.ts'
import { known, numberOr } from '../value.ts'
import type { Context, Invariant } from './invariant.ts'
import { capital } from '../wording.ts'

/** One plan of one component: what runs when a certain arrow comes in. */
interface Run {
  readonly component: Id
  readonly plan: number
}
interface Edge {
  readonly to: Run
  /** Expected calls for one run of the caller. */
  readonly calls: number
  readonly awaited: boolean
  readonly path: string
}

/**
 * E11: work ends. Only plans that somebody wrote are followed: a default plan takes a call to somebody already at work
 * for a drawn answer. A circle of awaited calls is recursion; one through a call-back may turn less than once a round.
 */
export const workEnds: Invariant = {
  code: 'E11',
  holds: 'Recursion goes only through call-backs, and each round of them is less work than the last.',
  *check(context) {
    const edges = circling(edgesOf(context))
    const reported = new Set<string>()
    for (const start of inOrderOfEntry(edges, context)) {
      const circle = circleFrom(start, edges)
      if (!circle) continue
      const members = circle
        .map((edge) => edge.to.component)
        .toSorted()
        .join(' ')
      if (reported.has(members)) continue
      const gain = circle.reduce((product, edge) => product * edge.calls, 1)
      const awaited = circle.every((edge) => edge.awaited)
      if (!awaited && gain < 1) continue
      reported.add(members)
      const closing = circle.at(-1)
      const names = [circle.at(-1), ...circle].map((edge) => context.name(edge?.to.component ?? ''))
      const chain = capital(names.join(' calls '))
      const sentence =
        gain >= 1
          ? `${chain} ${Number(gain.toPrecision(3))} times each round: this never ends. Put a limit on the loop.`
          : `${chain} while it is still at work. Make one of these arrows asynchronous, or repeat a step instead.`
      yield { sentence, path: closing?.path ?? '', ...(closing ? { element: closing.to.component } : {}) }
    }
  },
}

const keyOf = (run: Run): string => `${run.component} ${run.plan}`

function edgesOf({ planned, components, flows, callees }: Context): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, Edge[]>()
  for (const { component, path: at } of planned) {
    for (const [number, plan] of (component.plans ?? []).entries()) {
      const found: Edge[] = []
      visit(plan.steps, 1, `${at}.plans[${number}].steps`, (flowId, calls, path) => {
        const flow = flows.get(flowId)
        if (!flow || flow.mode === 'offline') return
        const callee = components.get(callees(flow).find((id) => id !== component.id) ?? flow.to)
        const answering = callee && answeringPlan(callee, flow)
        if (!callee || answering === undefined) return
        const awaited = flow.mode !== 'async'
        found.push({ to: { component: callee.id, plan: answering }, calls, awaited, path: `${path}.call` })
      })
      edges.set(keyOf({ component: component.id, plan: number }), found)
    }
  }
  return edges
}

/** The plan that answers an arrow; a call-back is answered only by a plan that names it. */
function answeringPlan(callee: Component, flow: Flow): number | undefined {
  const plans: readonly Plan[] = callee.plans ?? []
  const named = plans.findIndex((plan) => plan.on?.includes(flow.id))
  const chosen = named >= 0 || flow.mode === 'async' ? named : plans.findIndex((plan) => plan.on === undefined)
  return chosen < 0 ? undefined : chosen
}

/** Walks a list of steps with how often each call is expected; answers the share that goes on to the next step. */
function visit(
  steps: readonly Step[],
  start: number,
  path: string,
  found: (flow: Id, calls: number, path: string) => void,
): void {
  let reach = start
  steps.forEach((step, index) => {
    const share = numberOr(step.share, 1)
    const runs = reach * share * numberOr(step.times, 1)
    visitStep(step, runs, `${path}[${index}]`, found)
    reach *= 1 - share * numberOr(step.ends, 0)
  })
}

function visitStep(
  step: Step,
  runs: number,
  path: string,
  found: (flow: Id, calls: number, path: string) => void,
): void {
  if (isCall(step)) found(step.call, runs, path)
  else if ('choose' in step) {
    const stated = step.choose.map((child) => known(child.share))
    const rest = Math.max(
      0,
      1 - stated.reduce<number>((sum, share) => sum + (typeof share === 'number' ? share : 0), 0),
    )
    const open = stated.filter((share) => typeof share !== 'number').length
    step.choose.forEach((child, index) => {
      const share = stated[index]
      const runsOfChild = runs * (typeof share === 'number' ? share : rest / open) * numberOr(child.times, 1)
      visitStep(child, runsOfChild, `${path}.choose[${index}]`, found)
    })
  } else if ('parallel' in step) {
    // Branches start together: what one of them ends does not keep the others from starting.
    step.parallel.forEach((child, index) => {
      const runsOfChild = runs * numberOr(child.share, 1) * numberOr(child.times, 1)
      visitStep(child, runsOfChild, `${path}.parallel[${index}]`, found)
    })
  } else visit(childrenOf(step), runs, `${path}.steps`, found)
}

/**
 * Runs by where work comes in from outside, then by id: which call of a circle is left out must not hang on the order of
 * the file.
 */
function inOrderOfEntry(edges: ReadonlyMap<string, readonly Edge[]>, context: Context): readonly string[] {
  const componentOf = (key: string): Id => key.slice(0, key.lastIndexOf(' '))
  const inside = new Set([...edges.keys()].map(componentOf))
  const entered = new Set<Id>()
  for (const flow of context.flows.values()) {
    const isFromOutside = context.callers(flow).every((caller) => !inside.has(caller))
    if (isFromOutside) for (const callee of context.callees(flow)) entered.add(callee)
  }
  const rank = (key: string): number => (entered.has(componentOf(key)) ? 0 : 1)
  return [...edges.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/** The edges between runs that can be part of a circle: runs that nothing calls, or that call nothing, are cut away. */
function circling(edges: ReadonlyMap<string, readonly Edge[]>): ReadonlyMap<string, readonly Edge[]> {
  const incoming = new Map<string, string[]>()
  const callers = new Map<string, number>()
  const callees = new Map<string, number>()
  for (const [from, list] of edges) {
    callees.set(from, list.length)
    for (const edge of list) {
      const to = keyOf(edge.to)
      callers.set(to, (callers.get(to) ?? 0) + 1)
      const sources = incoming.get(to)
      if (sources) sources.push(from)
      else incoming.set(to, [from])
    }
  }
  const left = new Set(edges.keys())
  const waiting = [...left].filter((key) => !callers.get(key) || !callees.get(key))
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (!left.delete(key)) continue
    for (const edge of edges.get(key) ?? []) countDown(callers, keyOf(edge.to), waiting)
    for (const from of incoming.get(key) ?? []) countDown(callees, from, waiting)
  }
  return new Map([...left].map((key) => [key, (edges.get(key) ?? []).filter((edge) => left.has(keyOf(edge.to)))]))
}

function countDown(counts: Map<string, number>, key: string, waiting: string[]): void {
  const count = (counts.get(key) ?? 0) - 1
  counts.set(key, count)
  if (count <= 0) waiting.push(key)
}

/** The edges of a shortest circle that leads from a run back to itself, if there is one. */
function circleFrom(start: string, edges: ReadonlyMap<string, readonly Edge[]>): readonly Edge[] | undefined {
  const cameBy = new Map<string, { readonly from: string; readonly edge: Edge }>()
  const waiting = [start]
  for (let next = 0; next < waiting.length && !cameBy.has(start); next += 1) {
    const from = waiting[next] ?? start
    for (const edge of edges.get(from) ?? []) {
      const to = keyOf(edge.to)
      if (cameBy.has(to)) continue
      cameBy.set(to, { from, edge })
      waiting.push(to)
    }
  }
  const circle: Edge[] = []
  for (let step = cameBy.get(start); step; step = step.from === start ? undefined : cameBy.get(step.from)) {
    circle.unshift(step.edge)
  }
  return circle.length > 0 ? circle : undefined
}
