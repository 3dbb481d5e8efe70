import { useEffect } from 'react'
import type { GovernanceAssessment } from '../../../shared/governance/assess-governance.ts'
import { readGovernance, useAnalysisState } from '../stores.ts'

/**
 * What governance says of the design, worked out beside the page for as long as somebody reads it. Until the answer for
 * an edit is there, that for the design before it is shown; undefined before the first.
 */
export function useGovernance(): GovernanceAssessment | undefined {
  useEffect(readGovernance, [])
  return useAnalysisState((state) => state.governance)
}
