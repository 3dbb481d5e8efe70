import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { suggestDecisions } from '../../../shared/decisions/suggest.ts'
import { graphOf } from '../../store/graph-of.ts'
import { useDesign } from '../stores.ts'
import { takeSuggestion } from './decision-edits.ts'

/** Choices that weigh and that no decision speaks of yet: three at most. */
export function Suggestions({ onTaken }: { readonly onTaken: (id: Id) => void }) {
  const design = useDesign((present) => present)
  const suggestions = useMemo(() => suggestDecisions(graphOf(design)), [design])
  if (suggestions.length === 0) return null
  return (
    <section className="decision-suggestions" aria-label="Not decided on record">
      <h4 className="small muted">Not on record yet</h4>
      {suggestions.map((suggestion) => (
        <button
          key={suggestion.id}
          type="button"
          className="side-item"
          title={suggestion.why}
          onClick={() => {
            const id = takeSuggestion(suggestion)
            if (id !== undefined) onTaken(id)
          }}
        >
          <Plus size={13} aria-hidden />
          <span className="side-item-name">{suggestion.title}</span>
        </button>
      ))}
    </section>
  )
}
