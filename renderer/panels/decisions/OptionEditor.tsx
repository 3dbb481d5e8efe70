import { Trash2 } from 'lucide-react'
import type { Decision, DecisionOption, Variant } from '../../../shared/design/design.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Choice, IconButton, NameField, TextArea } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { changeOption, editDecision, linesOf } from './decision-edits.ts'

/** The base is no variant, and has no id that it could be chosen by. */
const drawnAsBase = ' base'
const noVariants: readonly Variant[] = []

function drawnAs(option: DecisionOption, side: string | undefined): DecisionOption {
  const { variant: _variant, base: _base, ...words } = option
  if (side === undefined) return words
  return side === drawnAsBase ? { ...words, base: true } : { ...words, variant: side }
}

/** One option: what it is drawn as, and what speaks for it and against it. */
export function OptionEditor({ decision, option }: { readonly decision: Decision; readonly option: DecisionOption }) {
  const chosen = decision.chosen === option.id
  const variants = useDesignState(({ document }) => document.variants) ?? noVariants
  const edit = (label: string, change: (option: DecisionOption) => DecisionOption) =>
    editDecision(decision.id, label, (one) => changeOption(one, option.id, change))
  return (
    <div className="decision-option" data-chosen={chosen}>
      <div className="decision-option-head">
        <label className="decision-radio">
          <input
            type="radio"
            name={`chosen-${decision.id}`}
            checked={chosen}
            aria-label={`Choose ${option.title}`}
            onChange={() => editDecision(decision.id, 'Choose an option', (one) => ({ ...one, chosen: option.id }))}
          />
        </label>
        <NameField
          aria-label="Option"
          className="strong"
          value={option.title}
          onCommit={(title) => edit('Rename an option', (one) => ({ ...one, title }))}
        />
        <Choice
          quiet
          label={`${option.title} is drawn as`}
          className="decision-drawn"
          value={option.variant ?? (option.base === true ? drawnAsBase : undefined)}
          placeholder="Not drawn"
          clearLabel="Not drawn"
          options={[
            { value: drawnAsBase, label: 'Drawn: base' },
            ...variants.map(({ id, name }) => ({ value: id, label: `Drawn: ${name}` })),
          ]}
          onClear={() => edit('Change what is drawn', (one) => drawnAs(one, undefined))}
          onChange={(side) => edit('Change what is drawn', (one) => drawnAs(one, side))}
        />
        {decision.options.length > 1 ? (
          <IconButton
            label="Remove this option"
            icon={Trash2}
            onClick={() =>
              editDecision(decision.id, 'Remove an option', (one) => {
                const options = one.options.filter((other) => other.id !== option.id)
                return withField({ ...one, options }, 'chosen', chosen ? undefined : one.chosen)
              })
            }
          />
        ) : null}
      </div>
      <div className="decision-pair">
        <PointList
          label="Good, because"
          points={option.good ?? []}
          onCommit={(good) => edit('Change what speaks for it', (one) => ({ ...one, good }))}
        />
        <PointList
          label="Bad, because"
          points={option.bad ?? []}
          onCommit={(bad) => edit('Change what speaks against it', (one) => ({ ...one, bad }))}
        />
      </div>
    </div>
  )
}

interface PointListProps {
  readonly label: string
  readonly points: readonly string[]
  readonly onCommit: (points: readonly string[]) => void
}

function PointList({ label, points, onCommit }: PointListProps) {
  return (
    <TextArea
      aria-label={label}
      placeholder={`${label} (one a line)`}
      value={points.join('\n')}
      onCommit={(text) => onCommit(linesOf(text))}
    />
  )
}
