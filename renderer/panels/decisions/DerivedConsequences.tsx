import { useMemo } from 'react'
import type { Decision } from '../../../shared/design/design.ts'
import { capital } from '../../../shared/design/wording.ts'
import { consequencesOf } from '../../../shared/decisions/consequences.ts'
import { sideName } from '../../../shared/options/outcome.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Badge } from '../../ui/index.ts'
import { useSideOutcomes } from './use-chosen-outcome.ts'

/** What follows from the choice by the engines' own numbers: apart from what people wrote, and never stored. */
export function DerivedConsequences({ decision }: { readonly decision: Decision }) {
  const document = useDesignState((state) => state.document)
  const outcomes = useSideOutcomes()
  const { against, items } = useMemo(() => consequencesOf(decision, document, outcomes), [decision, document, outcomes])
  if (against === undefined) return null
  return (
    <section className="decision-derived" aria-label="Consequences by the numbers">
      <span className="muted small">By the numbers, against {sideName(document, against)}</span>
      {items.length === 0 ? (
        <p className="muted small">Nothing moves beyond what is not known.</p>
      ) : (
        <ul>
          {items.map(({ tone, text }) => (
            <li key={text}>
              <Badge tone={tone === 'good' ? 'pass' : 'fail'}>{tone === 'good' ? 'Good' : 'Bad'}</Badge> {capital(text)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
