import { useState } from 'react'
import type { Finding } from '../../../shared/findings/finding.ts'
import { Button, Segmented, TextArea, TextField } from '../../ui/index.ts'
import { treat, treatmentGap } from './treat.ts'
import type { TreatmentDraft } from './treat.ts'

const responses = [
  { value: 'accept', label: 'Accept' },
  { value: 'mitigate', label: 'Mitigate' },
  { value: 'transfer', label: 'Transfer' },
  { value: 'avoid', label: 'Avoid' },
  { value: 'dispute', label: 'Dispute' },
] as const

/** A decision about a finding, recorded where the finding is read. */
export function TreatmentForm({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const [draft, setDraft] = useState<TreatmentDraft>({ response: 'accept', reason: '', approver: '', until: '' })
  const [tried, setTried] = useState(false)
  const gap = treatmentGap(draft)
  // A field commits when it loses the focus, often to the next field's first change: each adds to what is there.
  const set = (part: Partial<TreatmentDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    if (gap !== undefined) {
      setTried(true)
      return
    }
    treat(finding, draft)
    onClose()
  }
  return (
    <form
      className="treatment-form"
      aria-label={`Decision about ${finding.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Segmented
        label="Response"
        value={draft.response}
        options={responses}
        onChange={(response) => response !== undefined && set({ response })}
      />
      <TextArea
        aria-label="Reason"
        placeholder={draft.response === 'dispute' ? 'Why this finding is wrong here' : 'Why this is the right decision'}
        value={draft.reason}
        onCommit={(reason) => set({ reason })}
      />
      <div className="treatment-line">
        <TextField
          aria-label="Approver"
          placeholder="Approver"
          value={draft.approver}
          onCommit={(approver) => set({ approver })}
        />
        <label className="treatment-until">
          <span className="muted">Until</span>
          <input
            type="date"
            className="ui-input"
            aria-label="Until"
            value={draft.until}
            onChange={(event) => set({ until: event.target.value })}
          />
        </label>
        <Button tone="primary" onMouseDown={(event) => event.currentTarget.focus()} onClick={save}>
          Record
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {tried && gap !== undefined ? (
        <p role="alert" className="form-gap">
          {gap}
        </p>
      ) : null}
    </form>
  )
}
