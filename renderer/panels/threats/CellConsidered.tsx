import { Undo2 } from 'lucide-react'
import { saidBy } from '../../../shared/threats/coverage/considered.ts'
import type { Cell } from '../../../shared/threats/coverage/coverage.ts'
import { Button, FieldRow, TextField } from '../../ui/index.ts'
import { removeElements } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'
import { considerCell, consideredIn } from './consider-cell.ts'

/**
 * "Considered, no threat": a person says why there is none, or takes it back. Offered where no threat and no question is
 * open: neither goes away by being considered.
 */
export function CellConsidered({ cell }: { readonly cell: Cell }) {
  const assumptions = useDesign((design) => design.assumptions)
  const considered = consideredIn(assumptions === undefined ? {} : { assumptions }, cell)
  if (considered.length > 0)
    return considered.map((each) => (
      <div key={each.id} className="coverage-considered">
        <p className="muted">Considered, no threat. {saidBy(each)}</p>
        <Button
          icon={Undo2}
          onClick={() => void editDesign('Take back “no threat”', (design) => removeElements(design, [each.id]))}
        >
          Take back
        </Button>
      </div>
    ))
  if (cell.state !== 'notConsidered' && cell.state !== 'notApplicable') return null
  return (
    <FieldRow label="No threat here, because" wide>
      {(id) => (
        <TextField
          id={id}
          value=""
          placeholder="It only reads; nothing is kept"
          onCommit={(why) => {
            if (why.trim() !== '') editDesign('Mark a cell as considered', (design) => considerCell(design, cell, why))
          }}
        />
      )}
    </FieldRow>
  )
}
