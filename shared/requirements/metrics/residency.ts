import type { Id, Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { Carried } from '../../graph/lineage.ts'
import { isWithin } from '../../design/area.ts'
import type { Judged, Metric, MetricContext } from '../metric.ts'

/**
 * Data stay in the places listed: each component that holds, is sent or is answered with the asset, or something derived
 * from it, stands in one of them. Follows data through plans (fallbacks and sampled calls count) and along arrows that no
 * action causes (copies, deployments); people at their desks are not a place of processing.
 */
export const residency: Metric = {
  id: 'residency',
  title: 'Residency',
  category: 'compliance',
  scopes: ['data', 'design'],
  aggregates: [],
  usual: { is: 'in', target: ['EU'] },
  verification: 'structural',
  verify(requirement, context) {
    const places = wantedPlaces(requirement)
    if (places.length === 0) return [{ ...noTarget, elements: requirement.on ?? [] }]
    const machines = placesOfProcessing(requirement.on, context)
    return machines.length === 0 ? [] : [judge(machines, places, context)]
  },
}

const noTarget = {
  type: 'judged',
  verdict: 'unknown',
  arithmetic: 'It lists no place in which the data may be.',
  question: 'In which countries or areas may the data be processed?',
} as const

/** Everything that is not a person and ever has the data, in the order of the drawing. */
function placesOfProcessing(on: readonly Id[] | undefined, { graph, lineage }: MetricContext): readonly Id[] {
  const wanted = new Set((on ?? []).flatMap((asset) => graph.rootsOf(asset)))
  const isWanted = (asset: Id): boolean => wanted.size === 0 || graph.rootsOf(asset).some((root) => wanted.has(root))
  const carries = ({ carried }: { readonly carried: readonly Carried[] }): boolean =>
    carried.some(({ origins }) => wanted.size === 0 || origins.some((origin) => wanted.has(origin)))
  const having = new Set([
    ...graph.components.filter(({ holds }) => holds?.some(isWanted)).map(({ id }) => id),
    ...lineage.calls.filter(carries).map((call) => call.callee),
    ...lineage.answers.filter(carries).map((answer) => answer.to),
  ])
  for (const { flow, caller, callee, mode } of graph.flows) {
    if (mode !== 'offline') continue
    // An arrow that says nothing of what it carries carries what its caller holds.
    const sent = flow.request?.data ?? graph.component(caller)?.holds ?? []
    if (sent.some(isWanted)) having.add(callee)
    if (flow.response?.data?.some(isWanted) === true) having.add(caller)
  }
  return graph.components.map(({ id }) => id).filter((id) => having.has(id) && !graph.has(id, 'person'))
}

function judge(machines: readonly Id[], places: readonly string[], { graph }: MetricContext): Judged {
  const regionOf = (id: Id): string | undefined => graph.facets(id).region.value
  const named = (id: Id): string => {
    const region = regionOf(id)
    return region === undefined ? `"${graph.name(id)}"` : `"${graph.name(id)}" (${region})`
  }
  const inside = (id: Id): boolean | undefined => {
    const region = regionOf(id)
    return region === undefined ? undefined : isWithin(region, places)
  }
  const outside = machines.filter((id) => inside(id) === false)
  const unclear = machines.filter((id) => inside(id) === undefined)
  const where = places.join(' or ')
  if (outside.length > 0) {
    return {
      type: 'judged',
      verdict: 'fail',
      arithmetic: `${share(outside, machines)} outside ${where}: ${list(outside.map(named))}.`,
      elements: outside,
    }
  }
  if (unclear.length > 0) {
    const { ask } = unclear.map((id) => graph.facets(id).region).find((region) => region.ask !== undefined) ?? {}
    const question = `In which region ${unclear.length === 1 ? 'does' : 'do'} ${list(unclear.map(named))} process what ${unclear.length === 1 ? 'it is' : 'they are'} sent?`
    return {
      type: 'judged',
      verdict: 'unknown',
      arithmetic: `It cannot be told whether ${list(unclear.map(named))} ${unclear.length === 1 ? 'is' : 'are'} in ${where}${others(machines.length - unclear.length)}.`,
      elements: unclear,
      question: ask === undefined ? question : `${question} ${ask.split(':', 1)[0] ?? ask} would know.`,
      asks: unclear.map((id) => ({ on: graph.facets(id).region.from ?? id, field: 'region' })),
    }
  }
  return {
    type: 'judged',
    verdict: 'pass',
    arithmetic: `${share(machines, machines)} in ${where}.`,
    elements: machines,
  }
}

/** "2 of 5 places of processing are", "The only place of processing is". */
function share(some: readonly Id[], all: readonly Id[]): string {
  if (all.length === 1) return 'The only place of processing is'
  if (some.length === all.length) return `All ${all.length} places of processing are`
  return `${some.length} of ${all.length} places of processing ${some.length === 1 ? 'is' : 'are'}`
}

function others(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '; the one other place is' : `; the ${count} other places are`
}

const mostNames = 4

function list(names: readonly string[]): string {
  const shown = names.slice(0, mostNames)
  if (names.length > mostNames) return `${shown.join(', ')} and ${names.length - mostNames} more`
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((part) => part !== '').join(' and ')
}

function wantedPlaces(requirement: Requirement): readonly string[] {
  const target = known(requirement.target)
  if (typeof target === 'string') return [target]
  return Array.isArray(target) ? target.filter((place): place is string => typeof place === 'string') : []
}
