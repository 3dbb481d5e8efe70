import { Check, CircleDot, Eye, MoreHorizontal, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { type Side, sideName } from '../../../shared/options/outcome.ts'
import { adoptVariantAsBase, changeVariant, removeVariant, showSide } from '../../options/option-edits.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Badge, IconButton, Menu, NameField } from '../../ui/index.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'

interface CompareHeadProps {
  readonly side: Side
  readonly isFirst: boolean
  readonly onFirst: (side: Side) => void
}

/** A side by name, whether it is drawn, and what can be done with it. */
export function CompareHead({ side, isFirst, onFirst }: CompareHeadProps) {
  const name = useDesignState(({ document }) => sideName(document, side))
  const isDrawn = useDesignState(({ document }) => (document.shown ?? null) === side)
  const isPhase = useDesignState(({ document }) => document.variants?.find(({ id }) => id === side)?.type === 'phase')
  const head = useRef<HTMLSpanElement>(null)
  useWantedFocus(head, useWantedField(side ?? undefined) === 'name')
  return (
    <th scope="col" className="compare-head" data-drawn={isDrawn}>
      <span className="compare-head-line" ref={head}>
        {side === null ? (
          <span className="strong">{name}</span>
        ) : (
          <NameField
            className="strong"
            aria-label={isPhase ? 'Name of the phase' : 'Name of the option'}
            value={name}
            onCommit={(next) => changeVariant(side, 'Rename', (one) => ({ ...one, name: next }))}
          />
        )}
        {isDrawn ? (
          <Badge tone="accent">Drawn</Badge>
        ) : (
          <IconButton label={`Draw ${name}`} icon={Eye} onClick={() => showSide(side)} />
        )}
        {side === null && isFirst ? null : (
          <Menu
            trigger={<IconButton label={`More about ${name}`} icon={MoreHorizontal} />}
            entries={[
              ...(isFirst ? [] : [{ label: 'Compare with this one', icon: CircleDot, onSelect: () => onFirst(side) }]),
              ...(side === null
                ? []
                : [
                    { label: `Adopt ${name}`, icon: Check, onSelect: () => adoptVariantAsBase(side) },
                    {
                      label: `Delete ${name}`,
                      icon: Trash2,
                      danger: true,
                      startsSection: true,
                      onSelect: () => removeVariant(side),
                    },
                  ]),
            ]}
          />
        )}
      </span>
      {isFirst ? <span className="compare-head-note">what the others are compared with</span> : null}
    </th>
  )
}
