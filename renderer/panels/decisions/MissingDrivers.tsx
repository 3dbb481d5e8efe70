import { useMemo } from 'react'
import type { Decision } from '../../../shared/design/design.ts'
import { driversFor } from '../../../shared/decisions/drivers.ts'
import { LinkButton } from '../../ui/index.ts'
import { requirementTitle } from '../requirements/requirement-edits.ts'
import { useAnalysis, useDesign } from '../stores.ts'
import { editDecision } from './decision-edits.ts'

/** Requirements that touch what it is about and do not drive it yet, to be taken over at once. */
export function MissingDrivers({ decision }: { readonly decision: Decision }) {
  const design = useDesign((present) => present)
  const results = useAnalysis((analysis) => analysis?.requirements)
  const missing = useMemo(() => driversFor(decision, design, results ?? []), [decision, design, results])
  if (missing.length === 0 || decision.status !== 'proposed') return null
  const titles = missing.flatMap((id) => {
    const stated = design.requirements?.find((each) => each.id === id)
    return stated === undefined ? [] : [requirementTitle(stated)]
  })
  return (
    <p className="small muted">
      Also touches what it is about: {titles.join(', ')}.{' '}
      <LinkButton
        onClick={() =>
          editDecision(decision.id, 'Add drivers', (one) => ({ ...one, drivers: [...(one.drivers ?? []), ...missing] }))
        }
      >
        Add as drivers
      </LinkButton>
    </p>
  )
}
