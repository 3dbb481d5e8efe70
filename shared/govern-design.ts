import type { Analysis } from './analysis.ts'
import { assessGovernance, type GovernanceAssessment } from './governance/assess-governance.ts'
import { buildLineage } from './graph/build-lineage.ts'
import type { Graph } from './graph/graph.ts'
import type { Lineage } from './graph/lineage.ts'

/**
 * What governance says of an analysed design. Asked for where it is read (the page, documents), not with each edit: its
 * rows are many and few look at them.
 *
 * @param graph that of the design as analysed
 * @param today ISO date
 * @param lineage that of the graph, where it is at hand already
 * @param off ids of the rules that are switched off
 */
export function governDesign(
  graph: Graph,
  analysis: Analysis,
  today: string,
  lineage: Lineage = buildLineage(graph),
  off: readonly string[] = [],
): GovernanceAssessment {
  const { estimate, requirements, findings, questions } = analysis
  return assessGovernance({ graph, lineage, estimate, requirements, findings, questions, today, off })
}
