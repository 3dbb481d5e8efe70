import { Plus, Trash2 } from 'lucide-react'
import type { Decision, DecisionOption, Design, Variant } from '../../../shared/design/design.ts'
import { Button, Choice, Choices, DateField, FieldRow, IconButton, TextArea, TextField } from '../../ui/index.ts'
import { freshId, withField } from '../edits.ts'
import { removeFromDesign } from '../remove.ts'
import { useDesignState } from '../../store/design-store.ts'
import { editDesign, useDesign } from '../stores.ts'
import { useDrawnOptions } from '../use-drawn-options.ts'
import { changeOption, editDecision, linesOf, statusWords } from './decision-edits.ts'

const statuses = Object.entries(statusWords).map(([value, label]) => ({ value, label }))

function isStatus(text: string): text is Decision['status'] {
  return text in statusWords
}

/** Everything an ADR says, edited in place. */
export function DecisionEditor({
  decision,
  onRemoved,
}: {
  readonly decision: Decision
  readonly onRemoved: () => void
}) {
  const edit = (label: string, change: (decision: Decision) => Decision) => editDecision(decision.id, label, change)
  const setText = (field: 'context' | 'because' | 'confirmation', label: string) => (text: string) =>
    edit(label, (one) => withField(one, field, text === '' ? undefined : text))
  const requirements = useDesign((design) => design.requirements)
  const drawn = useDrawnOptions()
  const remove = () => {
    removeFromDesign(decision.id, decision.name)
    onRemoved()
  }
  return (
    <div className="decision-editor">
      <div className="decision-head">
        <TextField
          quiet
          className="decision-name"
          aria-label="Decision title"
          value={decision.name}
          onCommit={(name) => edit('Rename decision', (one) => ({ ...one, name }))}
        />
        <Choice
          label="Status"
          className="decision-status"
          value={decision.status}
          options={statuses}
          onChange={(status) => isStatus(status) && edit('Change the status', (one) => ({ ...one, status }))}
        />
        <DateField
          aria-label="Date"
          className="decision-date"
          value={decision.date ?? ''}
          onCommit={(date) => edit('Change the date', (one) => withField(one, 'date', date === '' ? undefined : date))}
        />
        <IconButton label="Delete this decision" icon={Trash2} onClick={remove} />
      </div>
      <FieldRow label="Context" wide>
        {(id) => (
          <TextArea
            id={id}
            value={decision.context ?? ''}
            placeholder="What makes a choice necessary"
            onCommit={setText('context', 'Change the context')}
          />
        )}
      </FieldRow>
      <div className="decision-pair">
        <FieldRow label="Driven by" wide>
          {(id) => (
            <Choices
              id={id}
              value={decision.drivers ?? []}
              placeholder="Requirements"
              options={(requirements ?? []).map((one) => ({ value: one.id, label: one.name ?? one.metric }))}
              onChange={(drivers) => edit('Change the drivers', (one) => ({ ...one, drivers }))}
            />
          )}
        </FieldRow>
        <FieldRow label="About" wide>
          {(id) => (
            <Choices
              id={id}
              value={decision.about ?? []}
              placeholder="What it changes"
              options={drawn}
              onChange={(about) => edit('Change what it is about', (one) => ({ ...one, about }))}
            />
          )}
        </FieldRow>
      </div>
      <h4 className="decision-sub">Options considered</h4>
      {decision.options.map((option) => (
        <OptionEditor key={option.id} decision={decision} option={option} />
      ))}
      <Button
        tone="quiet"
        icon={Plus}
        onClick={() => editDesign('Add an option', (design) => withOption(design, decision.id))}
      >
        Add an option
      </Button>
      <FieldRow label="Because" wide>
        {(id) => (
          <TextArea
            id={id}
            value={decision.because ?? ''}
            placeholder="Why the chosen option wins"
            onCommit={setText('because', 'Change the reason')}
          />
        )}
      </FieldRow>
      <FieldRow label="Consequences" wide note="One a line">
        {(id) => (
          <TextArea
            id={id}
            value={(decision.consequences ?? []).join('\n')}
            placeholder="What follows, good and bad"
            onCommit={(text) => edit('Change the consequences', (one) => ({ ...one, consequences: linesOf(text) }))}
          />
        )}
      </FieldRow>
      <FieldRow label="Confirmed by" wide>
        {(id) => (
          <TextArea
            id={id}
            value={decision.confirmation ?? ''}
            placeholder="How one will see that it holds"
            onCommit={setText('confirmation', 'Change the confirmation')}
          />
        )}
      </FieldRow>
    </div>
  )
}

function withOption(design: Design, decision: string): Design {
  const option: DecisionOption = { id: freshId(design, 'option'), title: 'Another option' }
  return {
    ...design,
    decisions: (design.decisions ?? []).map((one) =>
      one.id === decision ? { ...one, options: [...one.options, option] } : one,
    ),
  }
}

/** The base is no variant, and has no id that it could be chosen by. */
const drawnAsBase = ' base'
const noVariants: readonly Variant[] = []

function drawnAs(option: DecisionOption, side: string | undefined): DecisionOption {
  const { variant: _variant, base: _base, ...words } = option
  if (side === undefined) return words
  return side === drawnAsBase ? { ...words, base: true } : { ...words, variant: side }
}

function OptionEditor({ decision, option }: { readonly decision: Decision; readonly option: DecisionOption }) {
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
        <TextField
          quiet
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
