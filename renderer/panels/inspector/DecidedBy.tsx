import { useMemo } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { decisionLabel, decisionsAbout } from '../../../shared/decisions/status.ts'
import { Group, LinkButton } from '../../ui/index.ts'
import { statusWords } from '../decisions/decision-edits.ts'
import { useDesign, viewStore } from '../stores.ts'

/** The decisions that an element stands on, each one click away. */
export function DecidedBy({ id }: { readonly id: Id }) {
  const design = useDesign((present) => present)
  const decisions = useMemo(() => decisionsAbout(design, id), [design, id])
  if (decisions.length === 0) return null
  return (
    <Group title="Decided by">
      <ul className="decided-by">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <LinkButton
              onClick={() => {
                viewStore.getState().select([decision.id])
                viewStore.getState().showPanel('decisions')
              }}
            >
              {decisionLabel(decision)}
            </LinkButton>{' '}
            {decision.name}
            {decision.status === 'accepted' ? null : (
              <span className="muted"> {statusWords[decision.status].toLowerCase()}</span>
            )}
          </li>
        ))}
      </ul>
    </Group>
  )
}
