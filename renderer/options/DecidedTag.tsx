import './decided-tag.css'
import type { Decision, Design, Id } from '../../shared/design/design.ts'
import { decisionLabel } from '../../shared/decisions/status.ts'
import { useDesign } from '../store/design-store.ts'
import { viewStore } from '../store/view-store.ts'

const byElement = new WeakMap<readonly Decision[], ReadonlyMap<Id, Decision>>()

/** The newest accepted decision about each element: read by every card, so it is worked out once for all of them. */
function decidedIn({ decisions }: Design): ReadonlyMap<Id, Decision> | undefined {
  if (decisions === undefined) return undefined
  const known = byElement.get(decisions)
  if (known !== undefined) return known
  const accepted = decisions.filter(({ status }) => status === 'accepted').toSorted((a, b) => a.number - b.number)
  const found = new Map(accepted.flatMap((decision) => (decision.about ?? []).map((id) => [id, decision] as const)))
  byElement.set(decisions, found)
  return found
}

/** "ADR-4" on a card that a decision has been accepted about; a click opens it, as the inspector does by keyboard. */
export function DecidedTag({ id }: { readonly id: Id }) {
  const decision = useDesign((design) => decidedIn(design)?.get(id))
  if (decision === undefined) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      className="decided-tag nodrag nopan"
      title={`Decided by ${decisionLabel(decision)}: ${decision.name}`}
      onClick={(event) => {
        event.stopPropagation()
        viewStore.getState().select([decision.id])
        viewStore.getState().showPanel('decisions')
      }}
    >
      {decisionLabel(decision)}
    </button>
  )
}
