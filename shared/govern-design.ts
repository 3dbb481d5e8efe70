import type { Analysis } from './analysis.ts'
import { assessGovernance, type GovernanceAssessment } from './governance/assess-governance.ts'
import { buildLineage } from './graph/build-lineage.ts'
import type { Graph } from './graph/graph.ts'

/**
 * What governance says of an analysed design. Asked for where it is read (the page, documents), not with each edit: its
 * rows are many and few look at them.
 *
 * @param graph that of the design as analysed
 * @param today ISO date
 */
export function governDesign(graph: Graph, analysis: Analysis, today: string): GovernanceAssessment {
  const { estimate, requirements, findings, questions } = analysis
  return assessGovernance({ graph, lineage: buildLineage(graph), estimate, requirements, findings, questions, today })
}
