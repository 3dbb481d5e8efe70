import type { Cell, CoverageRow } from '../../shared/threats/coverage/coverage.ts'
import { ManualThreatForm } from '../panels/threats/ManualThreatForm.tsx'
import { letterWords } from '../../shared/threats/coverage/letter-words.ts'
import { letterQuestions } from '../panels/threats/letters.ts'
import { Button } from '../ui/index.ts'
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
      ) : (
        <>
          <p className="question-room-why">No rule looks for this here. If somebody sees a way, write it down.</p>
          <div className="question-room-answers">
            <div className="question-answers">
              <Button large onClick={() => onWrite('threat')}>
                Raise a threat
              </Button>
            </div>
          </div>
        </>
      )}
    </>
  )
}
