import { useEffect, useRef, useState } from 'react'
import type { Cell, CoverageRow } from '../../shared/threats/coverage/coverage.ts'
import { FormGap } from '../panels/FormGap.tsx'
import { ManualThreatForm } from '../panels/threats/ManualThreatForm.tsx'
import { editDesign } from '../panels/stores.ts'
import { considerCell } from '../panels/threats/consider-cell.ts'
import { letterWords } from '../../shared/threats/coverage/letter-words.ts'
import { letterQuestions } from '../panels/threats/letters.ts'
import { asksToSend, Button, FieldRow, sendForm } from '../ui/index.ts'
import type { Writing } from './threat-walk.ts'

interface CellStationProps {
  readonly row: CoverageRow
  readonly cell: Cell
  readonly writing: Writing
  readonly onWrite: (writing: Writing) => void
  readonly onDone: () => void
}

/** A cell of the coverage that no rule has considered: people think it through. */
export function CellStation({ row, cell, writing, onWrite, onDone }: CellStationProps) {
  return (
    <>
      <p className="question-room-topic">{letterWords(cell)}</p>
      <h3 className="question-room-text">
        {row.name}: {letterQuestions[cell.letter] ?? letterWords(cell)}
      </h3>
      {writing === 'threat' ? (
        <div className="threat-room-form">
          <ManualThreatForm
            risk={undefined}
            cell={{ on: cell.on, method: cell.method, letter: cell.letter }}
            onClose={() => onWrite(undefined)}
            onRecorded={onDone}
          />
        </div>
      ) : writing === 'none' ? (
        <NoThreatForm cell={cell} onClose={() => onWrite(undefined)} onRecorded={onDone} />
      ) : (
        <>
          <p className="question-room-why">
            No rule looks for this here. If somebody sees a way, write it down; if nobody does, say why there is none.
          </p>
          <div className="question-room-answers">
            <div className="question-answers">
              <Button large onClick={() => onWrite('threat')}>
                Raise a threat
              </Button>
              <Button large onClick={() => onWrite('none')}>
                No threat here...
              </Button>
            </div>
          </div>
        </>
      )}
    </>
  )
}

interface NoThreatFormProps {
  readonly cell: Cell
  readonly onClose: () => void
  readonly onRecorded: () => void
}

/** Why the room sees no way, in one sentence: it stands in the cell from then on, by whom and when. */
function NoThreatForm({ cell, onClose, onRecorded }: NoThreatFormProps) {
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = () => {
    if (why.trim() === '') {
      setTried(true)
      field.current?.focus()
      return
    }
    editDesign('Mark a cell as considered', (design) => considerCell(design, cell, why))
    onRecorded()
  }
  return (
    <form
      className="threat-room-form cell-none"
      aria-label="No threat here"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FieldRow label="No threat here, because" wide>
        {(id) => (
          <input
            ref={field}
            id={id}
            type="text"
            className="ui-input"
            autoComplete="off"
            placeholder="It only reads; nothing is kept"
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onKeyDown={(event) => {
              if (asksToSend(event)) sendForm(event)
            }}
          />
        )}
      </FieldRow>
      <FormGap
        words={tried && why.trim() === '' ? 'Say why: a decision without a reason cannot be checked later.' : undefined}
      />
      <div className="treatment-line">
        <Button tone="primary" type="submit">
          Record
        </Button>
        <Button tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
