import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall, Run, RunKey } from '../../graph/run.ts'
import type { Trait } from '../../kinds/kind.ts'
import { callsOf } from '../../graph/calls-in.ts'
import { isAwaitedCall } from '../latency/step-times.ts'

/** Those who hand on what they are asked: whoever stands behind them answers. */
const handOn: readonly Trait[] = ['client', 'entry', 'fronts-models', 'joins-calls', 'buffers']

/** Those who judge what they are asked or take note of it: none of them answers either. */
const lookOn: readonly Trait[] = ['filters-content', 'observes', 'authenticates', 'keeps-secrets']

/**
 * The components that an action reaches while somebody waits, when nobody among them answers it: all of them hand on,
 * judge or note what they are asked, and one who hands on has nobody to hand it to. What is accepted now and worked on
 * later is answered. Undefined where somebody answers.
 */
export function findNobodyAnswers(graph: Graph, actionRuns: ActionRuns): readonly Id[] | undefined {
  const awaited: Run[] = []
  for (const run of runsFrom(actionRuns, actionRuns.start.run, isAwaitedCall)) {
    if (isAnswering(graph, run.component)) return undefined
    awaited.push(run)
  }
  const carriers = awaited.filter(({ component }) => hasAny(graph, component, handOn))
  const isLast = (run: Run): boolean =>
    !callsOf(run).some((call) => isAwaitedCall(call) && hasAny(graph, call.callee, handOn))
  const isServedLater = ({ key }: Run): boolean => {
    for (const { component } of runsFrom(actionRuns, key, isCall)) if (isAnswering(graph, component)) return true
    return false
  }
  const isServed = carriers.length > 0 && carriers.every((run) => !isLast(run) || isServedLater(run))
  return isServed || awaited.length === 0 ? undefined : [...new Set(awaited.map(({ component }) => component))]
}

function isAnswering(graph: Graph, id: Id): boolean {
  // Who asks reads the answer; people at work keep a queue of their own, and answer.
  if (graph.has(id, 'person')) return !graph.has(id, 'starts-requests')
  return !hasAny(graph, id, handOn) && !hasAny(graph, id, lookOn)
}

function hasAny(graph: Graph, id: Id, traits: readonly Trait[]): boolean {
  return traits.some((trait) => graph.has(id, trait))
}

function isCall({ run }: ResolvedCall): boolean {
  return run !== undefined
}

/** A run and all that it sets in motion along such calls, nearest first. */
function* runsFrom(
  { runs }: ActionRuns,
  start: RunKey,
  along: (call: ResolvedCall) => boolean,
): Generator<Run, undefined> {
  const reached = new Set([start])
  for (const key of reached) {
    const run = runs[key]
    if (run === undefined) continue
    yield run
    for (const call of callsOf(run)) if (call.run !== undefined && along(call)) reached.add(call.run)
  }
  return undefined
}
