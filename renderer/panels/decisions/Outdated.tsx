import { TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { Decision } from '../../../shared/design/design.ts'
import { BandNumber } from '../BandNumber.tsx'
import { formatRough } from '../quantities.ts'
import { LinkButton } from '../../ui/index.ts'
import { succeed } from './decision-edits.ts'
import { useMoved } from './use-chosen-outcome.ts'

/** Numbers that it was accepted on and that have left their band since. What was signed stays as it is. */
export function Outdated({ decision }: { readonly decision: Decision }) {
  const decisions = useMemo(() => [decision], [decision])
  const moved = useMoved(decisions).get(decision.id) ?? []
  if (moved.length === 0) return null
  return (
    <div className="decision-note" role="note">
      <TriangleAlert size={14} aria-hidden />
      <div>
        <p>
          Outdated: {moved.length === 1 ? 'a number' : `${moved.length} numbers`} it was accepted on{' '}
          {moved.length === 1 ? 'has' : 'have'} moved.{' '}
          <LinkButton onClick={() => succeed(decision)}>Propose what supersedes it</LinkButton>
        </p>
        <ul>
          {moved.map(({ id, label, unit = 'count', was, now }) => (
            <li key={id}>
              {label}: then {formatRough(was, unit)}, now{' '}
              {now === undefined ? 'not known' : <BandNumber band={now} unit={unit} />}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
