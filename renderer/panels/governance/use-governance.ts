import { useDeferredValue, useMemo } from 'react'
import { readGraph } from '../../../shared/analyse.ts'
import type { Design } from '../../../shared/design/design.ts'
import { governDesign } from '../../../shared/govern-design.ts'
import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import { buildLineage } from '../../../shared/graph/build-lineage.ts'
import type { Graph } from '../../../shared/graph/graph.ts'
import { todayIso } from '../../store/today.ts'
import { useAnalysis, useDesign } from '../stores.ts'

/**
 * The assessment of the design as it stands, with the findings of its last analysis: an answer shows at once, what rules
 * make of it a moment later. Undefined while nothing has been analysed.
 */
export function useGovernance(): GovernanceAssessment | undefined {
  const design = useDeferredValue(useDesign((one) => one))
  const analysis = useAnalysis((one) => one)
  const { components, flows, boundaries, data, identities, actions } = design
  // Where data goes takes longest to find, and no answer changes it.
  const drawn = useMemo(() => {
    const graph = readGraph(design)
    return { graph, lineage: buildLineage(graph) }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- of the design, these alone are in the graph
  }, [components, flows, boundaries, data, identities, actions])
  return useMemo(
    () =>
      analysis === undefined
        ? undefined
        : governDesign(withAnswers(drawn.graph, design), analysis, todayIso(), drawn.lineage),
    [drawn, design, analysis],
  )
}

/** The graph of the drawing with all else that the design says by now. */
function withAnswers(graph: Graph, design: Design): Graph {
  const { components, flows, boundaries, data, identities, actions } = graph.design
  const drawn = { components, flows, boundaries, data, identities, actions }
  const stated = Object.fromEntries(Object.entries(drawn).filter(([, list]) => list !== undefined))
  return { ...graph, design: { ...design, ...stated } }
}
