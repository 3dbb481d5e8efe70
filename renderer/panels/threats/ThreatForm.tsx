import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import type { Rule } from '../../../shared/findings/rule.ts'
import { findControl } from '../../../shared/threats/controls.ts'
import { asksToSend, Button, Choice, DateField, FieldRow, Segmented, TextArea, TextField } from '../../ui/index.ts'
import { FormGap } from '../FormGap.tsx'
import { editDesign, useDesign } from '../stores.ts'
import { ControlChoice } from './ControlChoice.tsx'
import { RatingField } from './RatingField.tsx'
import { isProgress, progressOptions, responseOptions } from './responses.ts'
import { draftGap, type Subject, type ThreatDraft, withDecision } from './threat-draft.ts'

interface ThreatFormProps {
  readonly subject: Subject
  readonly rule: Rule | undefined
  readonly start: ThreatDraft
  readonly onClose: () => void
  /** It was recorded; absent: the form closes. */
  readonly onRecorded?: () => void
}

/** What is decided about a threat, written where it is read; recorded as one step. */
export function ThreatForm({ subject, rule, start, onClose, onRecorded = onClose }: ThreatFormProps) {
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const decisions = useDesign((design) => design.decisions) ?? []
  // The button that opened it is gone: whoever pressed it goes on with the response.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector<HTMLElement>('[role=radio][aria-checked=true]')?.focus()
  }, [])
  const set = (part: Partial<ThreatDraft>) => setDraft((before) => ({ ...before, ...part }))
  const gap = draftGap(draft)
  const lack = tried ? gap : undefined
  // What it lacks pushes the button down: both are to be seen.
  useEffect(() => {
    if (lack !== undefined) form.current?.scrollIntoView({ block: 'nearest' })
  }, [lack])
  const save = () => {
    if (gap !== undefined) {
      setTried(true)
      return
    }
    editDesign(`Decide about “${subject.title}”`, (design) => withDecision(design, subject, draft))
    onRecorded()
  }
  const isMitigation = draft.response === 'mitigate'
  return (
    <form
      ref={form}
      className="treatment-form threat-form"
      aria-label={`Decision about ${subject.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDownCapture={(event) => {
        const isChoice =
          event.target instanceof HTMLElement && event.target.matches('[role=radio], button[role=combobox]')
        if (asksToSend(event) && isChoice) {
          event.preventDefault()
          event.stopPropagation()
          save()
        }
        if (event.key !== 'Escape' || document.querySelector('[data-radix-popper-content-wrapper]') !== null) return
        event.stopPropagation()
        onClose()
      }}
    >
      <Segmented
        label="Response"
        choosesByArrows
        value={draft.response}
        options={responseOptions}
        onChange={(response) => response !== undefined && set({ response })}
      />
      {isMitigation ? <ControlsField draft={draft} rule={rule} onChange={set} /> : null}
      <TextArea
        aria-label="Reason"
        placeholder={isMitigation ? 'How it is mitigated (else the controls say it)' : 'Why this is the right decision'}
        value={draft.reason}
        onCommit={(reason) => set({ reason })}
      />
      <div className="threat-form-grid">
        <Text label="Owner" value={draft.owner} onCommit={(owner) => set({ owner })} />
        {isMitigation ? (
          <FieldRow label="Progress" wide>
            {(id) => (
              <Choice
                id={id}
                value={draft.status}
                options={progressOptions}
                onChange={(status) => isProgress(status) && set({ status })}
              />
            )}
          </FieldRow>
        ) : (
          <Text label="Approver" value={draft.approver} onCommit={(approver) => set({ approver })} />
        )}
        <Day label="Due" value={draft.due} onCommit={(due) => set({ due })} />
        {isMitigation ? (
          <Text label="Approver" value={draft.approver} onCommit={(approver) => set({ approver })} />
        ) : (
          <Day label="Until" value={draft.until} onCommit={(until) => set({ until })} />
        )}
        {draft.response === 'accept' ? (
          <Text
            label="What makes up for it"
            value={draft.compensating ?? ''}
            onCommit={(compensating) => set({ compensating })}
          />
        ) : null}
        <Text
          label="Evidence"
          placeholder="Link to a test, ticket or contract"
          value={draft.evidence}
          onCommit={(evidence) => set({ evidence })}
        />
        <FieldRow label="Decision record" wide>
          {(id) => (
            <Choice
              id={id}
              value={draft.decision}
              placeholder={decisions.length === 0 ? 'No decisions yet' : 'None'}
              clearLabel="None"
              options={decisions.map((one) => ({ value: one.id, label: `${one.number}. ${one.name}` }))}
              onClear={() => set({ decision: undefined })}
              onChange={(decision) => set({ decision })}
            />
          )}
        </FieldRow>
        <RatingField label="Residual, as stated" value={draft.residual} onChange={(residual) => set({ residual })} />
      </div>
      <FormGap words={lack} />
      <div className="treatment-line">
        <Button tone="primary" onMouseDown={(event) => event.currentTarget.focus()} onClick={save}>
          Record
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

interface ControlsFieldProps {
  readonly draft: ThreatDraft
  readonly rule: Rule | undefined
  readonly onChange: (part: Partial<ThreatDraft>) => void
}

/** The controls against it, as chips that can be taken off, and a place for one more. */
function ControlsField({ draft, rule, onChange }: ControlsFieldProps) {
  const mine = useDesign((design) => design.controls) ?? []
  const chips: readonly { readonly id: Id; readonly name: string }[] = [
    ...draft.controls.map((id) => {
      const control = mine.find((one) => one.id === id)
      return { id, name: control?.name ?? control?.type ?? id }
    }),
    ...draft.newControls.map((type) => ({ id: `new:${type}`, name: findControl(type)?.title ?? type })),
  ]
  const remove = (id: Id) =>
    onChange({
      controls: draft.controls.filter((one) => one !== id),
      newControls: draft.newControls.filter((type) => `new:${type}` !== id),
    })
  return (
    <div className="threat-controls">
      {chips.map(({ id, name }) => (
        <span key={id} className="ui-chip threat-control">
          <span className="ellipsis">{name}</span>
          <button type="button" aria-label={`Take off ${name}`} onClick={() => remove(id)}>
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      <ControlChoice
        label={chips.length === 0 ? 'Choose a control' : 'One more control'}
        shown={undefined}
        rule={rule}
        taken={chips.map(({ id }) => id)}
        onChoose={(control) =>
          onChange(
            control.startsWith('new:')
              ? { newControls: [...draft.newControls, control.slice(4)] }
              : { controls: [...draft.controls, control] },
          )
        }
      />
    </div>
  )
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly onCommit: (value: string) => void
}

function Text({ label, value, placeholder, onCommit }: TextProps): ReactNode {
  return (
    <FieldRow label={label} wide>
      {(id) => (
        <TextField id={id} value={value} {...(placeholder === undefined ? {} : { placeholder })} onCommit={onCommit} />
      )}
    </FieldRow>
  )
}

function Day({ label, value, onCommit }: TextProps): ReactNode {
  return (
    <FieldRow label={label} wide>
      {(id) => <DateField id={id} value={value} onCommit={onCommit} />}
    </FieldRow>
  )
}
