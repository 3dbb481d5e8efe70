import type { Requirement } from '../../../shared/design/design.ts'
import { setTradeOff, tradeOffsOf } from '../../../shared/requirements/trade-offs.ts'
import { LinkButton, Popover } from '../../ui/index.ts'
import { editDesign, useDesign } from '../stores.ts'
import { requirementTitle } from './requirement-edits.ts'

/** What a requirement is traded against; a trade-off shows at both of its ends. */
export function TradeOffs({ requirement }: { readonly requirement: Requirement }) {
  const design = useDesign((one) => one)
  const against = tradeOffsOf(design, requirement.id)
  const others = (design.requirements ?? []).filter(({ id }) => id !== requirement.id)
  if (others.length === 0) return null
  const words = against.map(requirementTitle).join(', ')
  return (
    <Popover
      label={`Trade-offs of ${requirementTitle(requirement)}`}
      width={320}
      align="start"
      trigger={
        <LinkButton className="small requirement-source" title={words}>
          {against.length === 0 ? 'Trade-offs...' : `Against: ${words}`}
        </LinkButton>
      }
    >
      <div className="popover-form">
        <p className="strong">Traded against</p>
        <p className="muted small">More of the one costs some of the other; both say so.</p>
        <div className="scope-list">
          {others.map((other) => (
            <label key={other.id} className="scope-option">
              <input
                type="checkbox"
                checked={against.some(({ id }) => id === other.id)}
                onChange={(event) => {
                  const on = event.target.checked
                  editDesign(on ? 'State a trade-off' : 'Take back a trade-off', (before) =>
                    setTradeOff(before, requirement.id, other.id, on),
                  )
                }}
              />
              <span className="ellipsis">{requirementTitle(other)}</span>
            </label>
          ))}
        </div>
      </div>
    </Popover>
  )
}
