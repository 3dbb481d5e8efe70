import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, RunKey } from '../../graph/run.ts'
import { slowMomentCorrelation } from '../sampling/normal-scores.ts'
import { callsIn } from '../../graph/calls-in.ts'
import { isAwaited } from './step-times.ts'

/** Which components of an action have their slow moments together. */
export interface SlowMoments {
  /** Number of the group, from 0; undefined for what is slow by itself. */
  groupOf(component: Id): number | undefined
  readonly groups: number
  /** Of the normal scores of two members of a group. */
  readonly correlation: number
  /** "Embedding and Answer model both run at OpenAI, EU: their slow moments come together."; undefined when none do. */
  readonly why: string | undefined
}

/**
 * Components that a vendor runs, of one organisation in one region, at least two of them on the way of one action:
 * `awaited` looks along what the action waits for, else along everything it sets in motion. Whose organisation or region
 * nobody knows is taken as independent.
 */
export function findSlowMoments(graph: Graph, actionRuns: ActionRuns, along: Along): SlowMoments {
  const groups = new Map<string, { readonly at: string; readonly members: Id[] }>()
  for (const component of componentsOn(actionRuns, along)) {
    const { organisation, region } = graph.facets(component)
    if (!graph.has(component, 'vendor-hosted') || !graph.kindOf(component).time) continue
    if (organisation.value === undefined || region.value === undefined) continue
    const key = [organisation.value, region.value].map((word) => word.trim().toLowerCase()).join('|')
    const group = groups.get(key) ?? { at: `${organisation.value}, ${region.value}`, members: [] }
    groups.set(key, group)
    group.members.push(component)
  }
  const shared = [...groups].filter(([, { members }]) => members.length > 1).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const groupOf = new Map(shared.flatMap(([, { members }], group) => members.map((member) => [member, group] as const)))
  const why = shared.map(([, { at, members }]) => sentence(members.map((member) => graph.name(member)).toSorted(), at))
  return {
    groupOf: (component) => groupOf.get(component),
    groups: shared.length,
    correlation: slowMomentCorrelation,
    why: why.length > 0 ? why.join(' ') : undefined,
  }
}

function sentence(names: readonly string[], at: string): string {
  const listed = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${listed} ${names.length === 2 ? 'both' : 'all'} run at ${at}: their slow moments come together.`
}

type Along = 'awaited' | 'everything'

const onAction: Readonly<Record<Along, WeakMap<ActionRuns, ReadonlySet<Id>>>> = {
  awaited: new WeakMap(),
  everything: new WeakMap(),
}

/** Actions never change: those that an edit leaves alone are walked once. */
function componentsOn(actionRuns: ActionRuns, along: Along): ReadonlySet<Id> {
  const found = onAction[along].get(actionRuns) ?? walkAlong(actionRuns, along)
  onAction[along].set(actionRuns, found)
  return found
}

function walkAlong(actionRuns: ActionRuns, along: Along): ReadonlySet<Id> {
  const components = new Set<Id>()
  const reached = new Set<RunKey>([actionRuns.start.run])
  for (const key of reached) {
    const run = actionRuns.runs[key]
    if (!run) continue
    components.add(run.component)
    const steps = along === 'awaited' ? run.steps.filter(isAwaited) : run.steps
    for (const call of steps.flatMap(callsIn)) {
      if (call.run !== undefined && call.mode !== 'offline' && (along === 'everything' || isAwaited(call))) {
        reached.add(call.run)
      }
    }
  }
  return components
}
