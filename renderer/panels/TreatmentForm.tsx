import { useEffect, useRef, useState } from 'react'
import { Button, Segmented, TextArea, TextField } from '../ui/index.ts'
import { ApprovalFields } from './ApprovalFields.tsx'
import { FormGap } from './FormGap.tsx'
import { treatmentGap, type TreatmentDraft } from './treatment-draft.ts'

const responses = [
  { value: 'accept', label: 'Accept' },
  { value: 'mitigate', label: 'Mitigate' },
  { value: 'transfer', label: 'Transfer' },
  { value: 'avoid', label: 'Avoid' },
  { value: 'dispute', label: 'Dispute' },
] as const

interface TreatmentFormProps {
  readonly label: string
  /** Accepting is all that can be decided: a requirement is waived or it is not. */
  readonly acceptOnly?: boolean
  /** Of what is decided, on the button. */
  readonly word?: string
  /** What is known before anybody writes. */
  readonly filledIn?: Partial<TreatmentDraft>
  readonly onRecord: (draft: TreatmentDraft) => void
  readonly onClose: () => void
}

/** A decision about a finding or a requirement, recorded where it is read. */
export function TreatmentForm({
  label,
  acceptOnly = false,
  word = 'Record',
  filledIn,
  onRecord,
  onClose,
}: TreatmentFormProps) {
  const [draft, setDraft] = useState<TreatmentDraft>({
    response: 'accept',
    reason: '',
    approver: '',
    until: '',
    ...filledIn,
  })
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // The button that opened it is gone: whoever pressed it goes on with the reason.
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const gap = treatmentGap(draft)
  // A field commits when it loses the focus, often to the next field's first change: each adds to what is there.
  const set = (part: Partial<TreatmentDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    if (gap !== undefined) {
      setTried(true)
      return
    }
    onRecord(draft)
    onClose()
  }
  return (
    <form
      ref={form}
      className="treatment-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {acceptOnly ? null : (
        <Segmented
          label="Response"
          choosesByArrows
          value={draft.response}
          options={responses}
          onChange={(response) => response !== undefined && set({ response })}
        />
      )}
      <TextArea
        aria-label="Reason"
        placeholder={draft.response === 'dispute' ? 'Why this finding is wrong here' : 'Why this is the right decision'}
        value={draft.reason}
        onCommit={(reason) => set({ reason })}
      />
      {draft.response === 'accept' ? (
        <div className="treatment-line">
          <TextField
            aria-label="Owner"
            placeholder="Owner (else the approver)"
            value={draft.owner ?? ''}
            onCommit={(owner) => set({ owner })}
          />
          <TextField
            aria-label="Compensating control"
            placeholder="What makes up for it meanwhile"
            value={draft.compensating ?? ''}
            onCommit={(compensating) => set({ compensating })}
          />
        </div>
      ) : null}
      <div className="treatment-line">
        <ApprovalFields approver={draft.approver} until={draft.until} onChange={set} />
        <Button tone="primary" onMouseDown={(event) => event.currentTarget.focus()} onClick={save}>
          {word}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <FormGap words={tried ? gap : undefined} />
    </form>
  )
}
