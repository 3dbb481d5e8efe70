import { useDeferredValue, useMemo } from 'react'
import { readGraph } from '../../../shared/analyse.ts'
import { governDesign } from '../../../shared/govern-design.ts'
import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import { todayIso } from '../../store/today.ts'
import { useAnalysis, useDesign } from '../stores.ts'

/**
 * The assessment of the design as it stands, with the findings of its last analysis: an answer shows at once, what rules
 * make of it a moment later. Undefined while nothing has been analysed.
 */
export function useGovernance(): GovernanceAssessment | undefined {
  const design = useDeferredValue(useDesign((one) => one))
  const analysis = useAnalysis((one) => one)
  return useMemo(
    () => (analysis === undefined ? undefined : governDesign(readGraph(design), analysis, todayIso())),
    [design, analysis],
  )
}
