import type { Plan } from '../../../shared/design/design.ts'
import { ElementChips } from '../ElementChips.tsx'

/** Which calls or actions a plan answers. */
export function PlanHead({ plan }: { readonly plan: Plan }) {
  if (plan.on === undefined || plan.on.length === 0) return null
  return (
    <p className="plan-on">
      <span className="faint small">on</span> <ElementChips ids={plan.on} most={3} />
    </p>
  )
}
