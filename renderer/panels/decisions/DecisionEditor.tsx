import { Plus } from 'lucide-react'
import { useRef } from 'react'
import type { Decision, DecisionOption, Design } from '../../../shared/design/design.ts'
import { Button, Choices, FieldRow, TextRow } from '../../ui/index.ts'
import { freshId, withField } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { useDrawnOptions } from '../use-drawn-options.ts'
import { useWantedField, useWantedFocus } from '../use-wanted.ts'
import { ChosenOut } from './ChosenOut.tsx'
import { DecisionHead } from './DecisionHead.tsx'
import { editDecision, linesOf } from './decision-edits.ts'
import { DerivedConsequences } from './DerivedConsequences.tsx'
import { MissingDrivers } from './MissingDrivers.tsx'
import { OptionEditor } from './OptionEditor.tsx'
import { Outdated } from './Outdated.tsx'
import { People } from './People.tsx'
import { useChosenOut } from './use-chosen-outcome.ts'

/** Everything an ADR says, edited in place. */
export function DecisionEditor({
  decision,
  onRemoved,
}: {
  readonly decision: Decision
  readonly onRemoved: () => void
}) {
  const edit = (label: string, change: (decision: Decision) => Decision) => editDecision(decision.id, label, change)
  const setText = (field: 'context' | 'because' | 'confirmation', label: string) => (text: string | undefined) =>
    edit(label, (one) => withField(one, field, text))
  const requirements = useDesign((design) => design.requirements)
  const drawn = useDrawnOptions()
  const out = useChosenOut(decision)
  const because = useRef<HTMLDivElement>(null)
  useWantedFocus(because, useWantedField(decision.id) === 'because')
  return (
    <div className="decision-editor">
      <DecisionHead decision={decision} out={out} onRemoved={onRemoved} />
      <Outdated decision={decision} />
      <TextRow
        several
        label="Context"
        value={decision.context}
        placeholder="What makes a choice necessary"
        onCommit={setText('context', 'Change the context')}
      />
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
      <MissingDrivers decision={decision} />
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
      {out === undefined ? null : <ChosenOut decision={decision} says={out} />}
      <div ref={because}>
        <TextRow
          several
          label="Because"
          value={decision.because}
          placeholder="Why the chosen option wins"
          onCommit={setText('because', 'Change the reason')}
        />
      </div>
      <TextRow
        several
        label="Consequences"
        note="One a line"
        value={decision.consequences?.join('\n')}
        placeholder="What follows, good and bad"
        onCommit={(text) => edit('Change the consequences', (one) => ({ ...one, consequences: linesOf(text ?? '') }))}
      />
      <DerivedConsequences decision={decision} />
      <TextRow
        several
        label="Confirmed by"
        value={decision.confirmation}
        placeholder="How one will see that it holds"
        onCommit={setText('confirmation', 'Change the confirmation')}
      />
      <People decision={decision} />
      {decision.notes === undefined ? null : (
        <TextRow
          several
          label="Notes"
          value={decision.notes}
          onCommit={(text) => edit('Change the notes', (one) => withField(one, 'notes', text))}
        />
      )}
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
