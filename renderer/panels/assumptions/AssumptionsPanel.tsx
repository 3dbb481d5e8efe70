import { ListChecks, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Assumption } from '../../../shared/design/design.ts'
import { Button, Choice, Choices, EmptyState, IconButton, Segmented, TextField } from '../../ui/index.ts'
import { DetailsOnTheWay } from '../estimate/DetailsOnTheWay.tsx'
import { addElement, changeElement, freshId, withField } from '../edits.ts'
import { InternalToggle } from '../InternalToggle.tsx'
import { removeFromDesign } from '../remove.ts'
import { editDesign, useDesign, useDetailedNumbers, useNumbers, useView } from '../stores.ts'
import { useDrawnOptions } from '../use-drawn-options.ts'
import { Ledger } from './Ledger.tsx'

const none: readonly Assumption[] = []

const statuses = [
  { value: 'open', label: 'Open' },
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'refuted', label: 'Refuted' },
]
const isStatus = (text: string): text is Assumption['status'] => statuses.some((status) => status.value === text)

function addAssumption(): void {
  editDesign('New assumption', (design) =>
    addElement(design, 'assumptions', {
      id: freshId(design, 'assumption'),
      statement: 'Untitled assumption',
      status: 'open',
    }),
  )
}

type Part = 'inputs' | 'statements'

/** What the estimate and the design take for granted: numbers with who says them, and statements to confirm or refute. */
export function AssumptionsPanel() {
  const estimate = useDetailedNumbers().numbers?.estimate
  const isMeaningful = useNumbers((numbers) => numbers?.estimate.meaningful === true)
  const [chosen, setChosen] = useState<Part | undefined>(undefined)
  const room = useView((view) => view.roomMode)
  if (!isMeaningful || room) return <Statements />
  if (estimate === undefined) return <DetailsOnTheWay />
  if (estimate.ledger.length === 0) return <Statements />
  const part = chosen ?? 'inputs'
  const choice = (
    <Segmented
      label="What is assumed"
      value={part}
      options={[
        { value: 'inputs', label: 'Numbers' },
        { value: 'statements', label: 'Statements' },
      ]}
      onChange={(next) => setChosen(next ?? part)}
    />
  )
  return part === 'inputs' ? <Ledger estimate={estimate} lead={choice} /> : <Statements lead={choice} />
}

/** What the design takes for granted, said so that somebody can confirm or refute it. */
function Statements({ lead }: { readonly lead?: ReactNode }) {
  const assumptions = useDesign((design) => design.assumptions) ?? none
  const drawn = useDrawnOptions()
  if (assumptions.length === 0) {
    const empty = (
      <EmptyState
        icon={ListChecks}
        text="An assumption is what the design takes for granted until somebody confirms it."
        action={
          <Button tone="primary" icon={Plus} onClick={addAssumption}>
            New assumption
          </Button>
        }
      />
    )
    return lead === undefined ? (
      empty
    ) : (
      <div className="panel-list">
        <div className="panel-bar">{lead}</div>
        {empty}
      </div>
    )
  }
  const edit = (id: string, label: string, change: (one: Assumption) => Assumption) =>
    editDesign(label, (design) => changeElement(design, 'assumptions', id, change))
  return (
    <div className="panel-list">
      <div className="panel-bar">
        {lead}
        <Button icon={Plus} onClick={addAssumption}>
          New assumption
        </Button>
      </div>
      <table className="panel-table panel-table-edit">
        <thead>
          <tr>
            <th className="cell-wide">Assumption</th>
            <th>About</th>
            <th>Who would know</th>
            <th>Status</th>
            <th aria-label="Actions" />
          </tr>
        </thead>
        <tbody>
          {assumptions.map((assumption) => (
            <tr key={assumption.id} className="panel-row">
              <td className="cell-wide">
                <TextField
                  quiet
                  aria-label="Assumption"
                  title={assumption.statement}
                  value={assumption.statement}
                  onCommit={(statement) =>
                    edit(assumption.id, 'Change an assumption', (one) => ({ ...one, statement }))
                  }
                />
              </td>
              <td>
                <Choices
                  label="About"
                  value={assumption.about ?? []}
                  options={drawn}
                  placeholder="–"
                  onChange={(about) =>
                    edit(assumption.id, 'Change what it is about', (one) =>
                      withField(one, 'about', about.length === 0 ? undefined : about),
                    )
                  }
                />
              </td>
              <td>
                <TextField
                  quiet
                  aria-label="Who would know"
                  value={assumption.owner ?? ''}
                  placeholder="–"
                  onCommit={(owner) =>
                    edit(assumption.id, 'Change who would know', (one) =>
                      withField(one, 'owner', owner.trim() === '' ? undefined : owner),
                    )
                  }
                />
              </td>
              <td>
                <Choice
                  quiet
                  label="Status"
                  value={assumption.status}
                  options={statuses}
                  onChange={(status) =>
                    isStatus(status) && edit(assumption.id, 'Change the status', (one) => ({ ...one, status }))
                  }
                />
              </td>
              <td className="cell-end">
                <InternalToggle id={assumption.id} name={assumption.statement} />
                <IconButton
                  label="Delete"
                  icon={Trash2}
                  onClick={() => removeFromDesign(assumption.id, assumption.statement)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
