import type { Id } from '../../design/design.ts'
import type { GovernanceAssessment } from '../../governance/assess-governance.ts'
import { concentrationOf } from '../../governance/third-parties.ts'
import type { Graph } from '../../graph/graph.ts'

/**
 * The assessment without what is marked internal: rows about hidden elements go, verdicts stay, because they are about
 * the whole design. Sentences that still name a hidden element are cleaned where all sentences are.
 */
export function withoutHiddenGovernance(
  governance: GovernanceAssessment,
  graph: Graph,
  hidden: ReadonlySet<Id>,
): GovernanceAssessment {
  const shown = (ids: readonly Id[]): readonly Id[] => ids.filter((id) => !hidden.has(id))
  const only = <E extends { readonly elements: readonly Id[] }>(each: E): E => ({
    ...each,
    elements: shown(each.elements),
  })
  const rows = governance.register.rows
    .filter(({ component }) => !hidden.has(component))
    .map((row) => ({ ...row, data: shown(row.data), functions: row.functions.filter(({ id }) => !hidden.has(id)) }))
  const visible = graph.components.filter(({ id }) => !hidden.has(id))
  const regions = new Set(visible.map(({ id }) => graph.facets(id).region.value))
  return {
    ...governance,
    act: {
      ...governance.act,
      questions: governance.act.questions.map(({ proposal, ...question }) =>
        proposal === undefined ? question : { ...question, proposal: only(proposal) },
      ),
    },
    evidence: governance.evidence.map((state) => ({ ...only(state), parts: state.parts.map(only) })),
    controls: governance.controls.map(only),
    privacy: { ...governance.privacy, criteria: governance.privacy.criteria.map(only) },
    register: {
      rows,
      concentration: concentrationOf(rows),
      unnamedClouds: governance.register.unnamedClouds.filter((region) => regions.has(region)),
    },
    inventory: governance.inventory
      .filter(({ component }) => !hidden.has(component))
      .map((row) => ({ ...row, data: shown(row.data), evaluatedBy: shown(row.evaluatedBy) })),
    readiness: governance.readiness.map((item) =>
      item.elements.some((id) => hidden.has(id))
        ? { ...only(item), says: 'It concerns elements that are left out here.' }
        : item,
    ),
  }
}
