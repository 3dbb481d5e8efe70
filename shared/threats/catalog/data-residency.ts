import type { Id } from '../../design/design.ts'
import { firstOfEach } from '../../design/group-by.ts'
import { isUnknown, known } from '../../design/value.ts'
import { isWithin } from '../../design/area.ts'
import { gdpr, linddun } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { trailOf } from '../../findings/trail.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import { isWaived } from '../../requirements/waiver.ts'
import { privateIn } from './privacy.ts'

const leavesTheRegion = defineRule({
  id: 'P-10',
  aliases: ['PRV-04'],
  lenses: ['threat', 'check'],
  title: 'Data leave the region they must stay in',
  severity: 'high',
  topic: 'privacy',
  stride: 'I',
  linddun: ['Dd', 'Nc'],
  why: 'Where data are processed decides which law protects them and who may demand them. A fallback in another region counts too.',
  references: [...gdpr('Art. 44'), ...linddun('Dd', 'Nc')],
  falsePositive: 'The data are anonymous on this way.',
  verify: 'Look up where the addresses of one recorded call stand, those of the fallback too.',
  closedBy: ['region-pin'],
  *check(context) {
    const { graph, lineage } = context
    for (const { places, assets } of residencies(context)) {
      const moves = lineage.calls.flatMap((call) => {
        const carried = call.carried.filter(
          (each) => assets === undefined || each.origins.some((origin) => assets.includes(origin)),
        )
        const moved = assets === undefined ? privateIn(context, carried) : carried.map((each) => each.asset)
        return moved.length === 0 || graph.has(call.callee, 'person') ? [] : [{ call, moved }]
      })
      for (const { call, moved } of firstOfEach(moves, (each) => each.call.callee)) {
        const { region } = graph.facets(call.callee)
        const inside = region.value === undefined ? undefined : isWithin(region.value, places)
        if (inside === true) continue
        const callee = graph.name(call.callee)
        if (inside === undefined) {
          if (!isProcessedElsewhere(context, call.callee)) continue
          yield {
            type: 'asked',
            on: region.from ?? call.callee,
            field: 'region',
            text: `${graph.name(region.from ?? call.callee)}: in which region are data processed?`,
            ask: region.ask ?? 'Vendor or platform team',
            group: { label: 'Region of processing', noun: ['place', 'places'] },
          }
          continue
        }
        yield {
          type: 'found',
          anchors: [...(assets === undefined ? [] : assets.slice(0, 1)), call.callee],
          elements: [call.caller, call.flow],
          ...trailOf(lineage, [call], moved),
          problem: `${listNames(graph, moved)} must stay in ${listWords(places)}, but ${callee} stands in ${region.value ?? 'another region'}.`,
          fix: `Use an endpoint of ${callee} in ${listWords(places)}, or keep ${listNames(graph, moved)} away from it.`,
          facts: { region: region.value ?? '' },
          remedy: {
            control: 'region-pin',
            title: `${callee} in ${listWords(places)}`,
            at: call.callee,
            strength: 'deterministic',
          },
        }
      }
    }
  },
})

/** Only where somebody else runs it, or somebody said that he does not know, is a missing region worth a question. */
function isProcessedElsewhere({ graph }: RuleContext, component: Id): boolean {
  return graph.has(component, 'vendor-hosted') || graph.facets(component).region.unknown === true
}

/** What must stay where: residency requirements with their data, and the design's own statement for all private data. */
function residencies({
  graph,
  requirements,
}: RuleContext): readonly { places: readonly string[]; assets: readonly Id[] | undefined }[] {
  const stated = (graph.design.requirements ?? []).flatMap((requirement) => {
    if (requirement.metric !== 'residency' || isUnknown(requirement.target) || isWaived(requirements, requirement.id))
      return []
    const assets = (requirement.on ?? []).filter((id) => graph.asset(id) !== undefined)
    return [{ places: placesOf(known(requirement.target)), assets: assets.length === 0 ? undefined : assets }]
  })
  const general = placesOf(known(graph.design.context?.['dataResidency']))
  const isCovered = stated.some((each) => each.assets === undefined)
  const all = isCovered ? stated : [...stated, { places: general, assets: undefined }]
  return all.filter((each) => each.places.length > 0)
}
function placesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** Where data may be processed. */
export const dataResidency: readonly Rule[] = [leavesTheRegion]
