import type { Id } from '../design/design.ts'
import { groupBy } from '../design/group-by.ts'
import { callsOf } from './calls-in.ts'
import type { Graph } from './graph.ts'
import type { ActionRuns, ResolvedCall, Run, RunKey } from './run.ts'

/** A model, or an agent, which is told by one: what it says next is what is done next. */
export function isSpeaker(graph: Graph, component: Id): boolean {
  return graph.has(component, 'generates-text') || graph.has(component, 'plans-actions')
}

/** Whether a model or an agent works in a run, or in one that it waits for: who called it goes on with what that one says. */
export function hasSay(graph: Graph, runs: ActionRuns, run: Run): boolean {
  const known = speaking.get(runs) ?? findSpeaking(graph, runs)
  speaking.set(runs, known)
  return known.has(run.key)
}

/** Every call of a run asks; actions are other objects as soon as an arrow, a plan or a kind is another. */
const speaking = new WeakMap<ActionRuns, ReadonlySet<RunKey>>()

/** The runs of speakers, and from there back all that wait for them. */
function findSpeaking(graph: Graph, { runs }: ActionRuns): ReadonlySet<RunKey> {
  const all = Object.values(runs)
  const waits = groupBy(
    all.flatMap((run) => callsOf(run).flatMap((call) => (isAwaited(call) ? [{ by: run.key, of: call.run }] : []))),
    ({ of }) => of,
  )
  const open = all.filter(({ component }) => isSpeaker(graph, component)).map(({ key }) => key)
  const found = new Set<RunKey>()
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (found.has(key)) continue
    found.add(key)
    for (const { by } of waits.get(key) ?? []) open.push(by)
  }
  return found
}

function isAwaited({ mode }: ResolvedCall): boolean {
  return mode !== 'async' && mode !== 'offline'
}
