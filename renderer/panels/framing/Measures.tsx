import { Plus, Target, Trash2 } from 'lucide-react'
import type { Measure } from '../../../shared/design/design.ts'
import { Button, IconButton, LinkButton, NameField, TextField } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'
import { requirementTitle } from '../requirements/requirement-edits.ts'
import { editMeasure, holdMeasure, newMeasure, removeMeasure, showRequirement } from './framing-edits.ts'

/** What success is measured by; one press makes a requirement of it. */
export function Measures({ measures }: { readonly measures: readonly Measure[] }) {
  return (
    <section className="framing-part" aria-label="Measures of success">
      <h3>Measures of success</h3>
      {measures.length === 0 ? (
        <p className="muted small">
          How anybody will see that it was worth it: a number of today and the one to reach.
        </p>
      ) : (
        <table className="panel-table panel-table-edit panel-table-inner framing-measures">
          <thead>
            <tr>
              <th>Measure</th>
              <th>Today</th>
              <th>Aim</th>
              <th>Requirement</th>
              <th aria-label="Actions" />
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} />
            ))}
          </tbody>
        </table>
      )}
      <Button tone="quiet" icon={Plus} onClick={newMeasure}>
        Add a measure
      </Button>
    </section>
  )
}

function MeasureRow({ measure }: { readonly measure: Measure }) {
  const { id, name, baseline, aim, requirement } = measure
  const held = useDesign((design) => design.requirements?.find((one) => one.id === requirement))
  return (
    <tr>
      <td>
        <NameField aria-label="Measure" value={name} onCommit={(text) => editMeasure(id, 'name', text)} />
      </td>
      <td>
        <TextField
          quiet
          aria-label={`${name} today`}
          value={baseline ?? ''}
          placeholder="–"
          onCommit={(text) => editMeasure(id, 'baseline', text)}
        />
      </td>
      <td>
        <TextField
          quiet
          aria-label={`Aim of ${name}`}
          value={aim ?? ''}
          placeholder="20 min, 90 %"
          onCommit={(text) => editMeasure(id, 'aim', text)}
        />
      </td>
      <td>
        {held === undefined ? (
          <Button tone="quiet" icon={Target} onClick={() => holdMeasure(measure)}>
            Make a requirement
          </Button>
        ) : (
          <LinkButton className="small" onClick={() => showRequirement(held.id)}>
            {requirementTitle(held)}
          </LinkButton>
        )}
      </td>
      <td className="cell-end">
        <IconButton label={`Delete ${name}`} icon={Trash2} onClick={() => removeMeasure(measure)} />
      </td>
    </tr>
  )
}
