import type { Id, Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { CarriedCall } from '../../graph/lineage.ts'
import { isWithin } from '../area.ts'
import type { Judged, Metric, MetricContext } from '../metric.ts'

/**
 * Data stay in the places listed: each component that receives the asset, or something derived from it, stands in one of
 * them. Follows data through plans (fallbacks and sampled calls count); people at their desks are not a place of processing.
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
    const places = placesOf(requirement)
    if (places.length === 0) return []
    const { graph, lineage } = context
    const wanted = new Set((requirement.on ?? []).flatMap((asset) => graph.rootsOf(asset)))
    const receives = (call: CarriedCall): boolean =>
      call.carried.some((carried) => wanted.size === 0 || carried.origins.some((origin) => wanted.has(origin)))
    const holders = graph.components.filter((component) =>
      component.holds?.some((asset) => wanted.size === 0 || graph.rootsOf(asset).some((root) => wanted.has(root))),
    )
    const receivers = lineage.calls.filter(receives).map((call) => call.callee)
    const machines = [...new Set([...holders.map((component) => component.id), ...receivers])].filter(
      (id) => !graph.has(id, 'person'),
    )
    return machines.length === 0 ? [] : [judge(machines, places, context)]
  },
}

function judge(machines: readonly Id[], places: readonly string[], { graph }: MetricContext): Judged {
  const regionOf = (id: Id): string | undefined => graph.facets(id).region.value
  const inside = (id: Id): boolean | undefined => {
    const region = regionOf(id)
    return region === undefined ? undefined : isWithin(region, places)
  }
  const outside = machines.filter((id) => inside(id) === false)
  const unclear = machines.filter((id) => inside(id) === undefined)
  const where = places.join(', ')
  const names = (ids: readonly Id[]): string => {
    const shown = ids.slice(0, 4).map((id) => `"${graph.name(id)}"`)
    return ids.length > 4 ? `${shown.join(', ')} and ${ids.length - 4} more` : shown.join(', ')
  }
  if (outside.length > 0) {
    const list = outside.map((id) => `"${graph.name(id)}" (${regionOf(id)})`).join(', ')
    return {
      type: 'judged',
      verdict: 'fail',
      arithmetic: `${outside.length} of ${machines.length} places of processing are outside ${where}: ${list}.`,
      elements: outside,
    }
  }
  if (unclear.length > 0) {
    const first = unclear[0]
    const { ask } = first === undefined ? {} : graph.facets(first).region
    return {
      type: 'judged',
      verdict: 'unknown',
      arithmetic: `${machines.length - unclear.length} of ${machines.length} places of processing are in ${where}; the region of ${names(unclear)} is not known.`,
      elements: unclear,
      question: ask ?? `In which region do ${names(unclear)} process what they are sent?`,
    }
  }
  return {
    type: 'judged',
    verdict: 'pass',
    arithmetic: `All ${machines.length} places of processing are in ${where}.`,
    elements: machines,
  }
}

function placesOf(requirement: Requirement): readonly string[] {
  const target = known(requirement.target)
  if (typeof target === 'string') return [target]
  return Array.isArray(target) ? target.filter((place): place is string => typeof place === 'string') : []
}
