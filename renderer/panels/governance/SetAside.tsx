import { useState } from 'react'
import { notApplicable } from '../../../shared/governance/evidence/gather.ts'
import { todayIso } from '../../store/today.ts'
import { Button, Popover } from '../../ui/index.ts'
import { saveWord } from './answer-edits.ts'

interface SetAsideProps {
  readonly answerKey: string
  readonly title: string
  readonly aside: boolean
  readonly by: string
}

/** Says that a line does not apply, with the reason it needs; or takes that back. */
export function SetAside({ answerKey, title, aside, by }: SetAsideProps) {
  const [reason, setReason] = useState('')
  if (aside)
    return (
      <Button
        tone="quiet"
        aria-label={`It applies after all: ${title}`}
        onClick={() => saveWord(answerKey, undefined, by, todayIso())}
      >
        Applies
      </Button>
    )
  return (
    <Popover
      label={`Does not apply: ${title}`}
      trigger={
        <Button tone="quiet" aria-label={`Does not apply: ${title}`}>
          Does not apply
        </Button>
      }
    >
      <form
        className="popover-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') saveWord(answerKey, notApplicable, by, todayIso(), reason)
        }}
      >
        <input
          className="ui-input"
          aria-label="Why it does not apply"
          placeholder="Why it does not apply here"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" tone="primary" disabled={reason.trim() === ''}>
          Record
        </Button>
      </form>
    </Popover>
  )
}
