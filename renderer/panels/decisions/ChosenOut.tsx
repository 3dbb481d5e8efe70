import { TriangleAlert } from 'lucide-react'
import type { Decision } from '../../../shared/design/design.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { LinkButton } from '../../ui/index.ts'
import { askWhy } from './decision-edits.ts'

/** The chosen option misses a must: that may be right, and then the record says why. */
export function ChosenOut({ decision, says }: { readonly decision: Decision; readonly says: string }) {
  return (
    <div className="decision-note" role="note">
      <TriangleAlert size={14} aria-hidden />
      <p>
        {typographic(says)}{' '}
        {decision.because === undefined ? (
          <LinkButton onClick={() => askWhy(decision.id)}>Say why it is chosen all the same</LinkButton>
        ) : null}
      </p>
    </div>
  )
}
