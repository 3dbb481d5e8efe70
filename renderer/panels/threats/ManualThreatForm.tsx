import { useEffect, useRef, useState } from 'react'
import type { CoverageCell, Id, Risk } from '../../../shared/design/design.ts'
import { nameOf } from '../../../shared/design/collections.ts'
import { letterWords } from '../../../shared/threats/coverage/letter-words.ts'
import {
  composeThreat,
  grammarHelp,
  type GrammarPart,
  grammarParts,
} from '../../../shared/threats/manual/compose-threat.ts'
import { asksToSend, Badge, Button, Choices, FieldRow } from '../../ui/index.ts'
import { FormGap } from '../FormGap.tsx'
import { designStore, editDesign, useDesign, useView, viewStore } from '../stores.ts'
import { useDrawnOptions } from '../use-drawn-options.ts'
import { type ManualDraft, manualDraftOf, newManualDraft, riskFrom, withManualThreat } from './manual-draft.ts'
import { RatingField } from './RatingField.tsx'

/** The form of the threat that is being written; nothing while none is. A new one is to be seen where it went. */
export function WritingThreat({ onAdded }: { readonly onAdded: () => void }) {
  const writing = useView((view) => view.writingThreat)
  const risk = useDesign((design) => design.risks?.find(({ id }) => id === writing?.risk))
  if (writing === undefined) return null
  const close = () => viewStore.getState().set({ writingThreat: undefined })
  const cell = writing.cell ?? risk?.cell
  const recorded = () => {
    close()
    if (risk === undefined) onAdded()
  }
  return (
    <ManualThreatForm key={JSON.stringify(writing)} risk={risk} cell={cell} onClose={close} onRecorded={recorded} />
  )
}

interface ManualThreatFormProps {
  /** The threat that is changed; absent: a new one. */
  readonly risk: Risk | undefined
  readonly cell: CoverageCell | undefined
  readonly onClose: () => void
  readonly onRecorded: () => void
}

/** A threat in its grammar: the sentence grows as its parts are written. */
export function ManualThreatForm({ risk, cell, onClose, onRecorded }: ManualThreatFormProps) {
  const [draft, setDraft] = useState<ManualDraft>(() =>
    risk === undefined
      ? newManualDraft(designStore.getState().design, cell, viewStore.getState().selection)
      : manualDraftOf(risk),
  )
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const drawn = useDrawnOptions()
  const cellName = useDesign((design) => (cell === undefined ? '' : nameOf(design, cell.on)))
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const { sentence } = composeThreat(riskFrom('draft', draft, risk))
  const isEmpty = draft.grammar.action.trim() === ''
  const save = () => {
    if (isEmpty) {
      setTried(true)
      form.current?.querySelector<HTMLInputElement>('[data-part=action]')?.focus()
      return
    }
    const label = risk === undefined ? 'Write down a threat' : 'Change a threat'
    editDesign(label, (design) => withManualThreat(design, draft, risk))
    onRecorded()
  }
  const write = (part: GrammarPart, text: string) =>
    setDraft((before) => ({ ...before, grammar: { ...before.grammar, [part]: text } }))
  return (
    <form
      ref={form}
      className="threat-manual"
      aria-label={risk === undefined ? 'A new threat' : 'Change a threat'}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDownCapture={(event) => {
        if (asksToSend(event) && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          save()
        }
        if (event.key !== 'Escape' || document.querySelector('[data-radix-popper-content-wrapper]') !== null) return
        event.stopPropagation()
        onClose()
      }}
    >
      <p className="threat-sentence" aria-live="polite" data-empty={isEmpty}>
        {isEmpty ? 'Somebody with ... can ..., which leads to ... and harms the ... of ...' : sentence}
      </p>
      {cell === undefined ? null : (
        <p className="threat-cell-line">
          <Badge tone="accent">{letterWords(cell)}</Badge> <span className="muted">of</span> {cellName}
        </p>
      )}
      <div className="threat-grammar">
        {grammarParts.map((part) => (
          <FieldRow key={part} label={grammarHelp[part].label} help={grammarHelp[part].help} wide>
            {(id) => (
              <input
                id={id}
                type="text"
                className="ui-input"
                data-part={part}
                autoComplete="off"
                placeholder={grammarHelp[part].example}
                value={draft.grammar[part]}
                onChange={(event) => write(part, event.target.value)}
              />
            )}
          </FieldRow>
        ))}
      </div>
      <div className="threat-manual-line">
        <FieldRow label="On" wide>
          {(id) => (
            <Choices
              id={id}
              value={draft.about}
              options={drawn}
              placeholder="What it is about"
              onChange={(about: readonly Id[]) => setDraft((before) => ({ ...before, about }))}
            />
          )}
        </FieldRow>
        <RatingField
          label="How bad, before controls"
          value={draft.rating}
          onChange={(rating) => setDraft((before) => ({ ...before, rating }))}
        />
      </div>
      <FormGap words={tried && isEmpty ? 'Say what they can do: a threat is an action somebody takes.' : undefined} />
      <div className="treatment-line">
        <Button tone="primary" type="submit">
          {risk === undefined ? 'Add the threat' : 'Save'}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
