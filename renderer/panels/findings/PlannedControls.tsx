import type { Control, Id } from '../../../shared/design/design.ts'
import { Choice } from '../../ui/index.ts'
import { changeElement } from '../edits.ts'
import { editDesign, useDesign } from '../stores.ts'

const none: readonly Id[] = []
const statuses: Readonly<Record<Control['status'], string>> = {
  proposed: 'Proposed',
  planned: 'Planned',
  inPlace: 'In place',
  retired: 'Retired',
}
const options = Object.entries(statuses).map(([value, label]) => ({ value, label }))
const isStatus = (text: string): text is Control['status'] => text in statuses

/** The controls that somebody promised against a finding: it closes when they are in place. */
export function PlannedControls({ treatment }: { readonly treatment: Id }) {
  const ids = useDesign((design) => design.treatments?.find((one) => one.id === treatment)?.controls) ?? none
  const controls = useDesign((design) => design.controls)
  const mine = (controls ?? []).filter((control) => ids.includes(control.id))
  return mine.map((control) => (
    <div key={control.id} className="finding-treated">
      <span className="strong">{control.name ?? control.type}</span>
      <Choice
        quiet
        className="finding-control"
        label={`Status of ${control.name ?? control.type}`}
        value={control.status}
        options={options}
        onChange={(status) => {
          if (!isStatus(status)) return
          editDesign('Change the status of a control', (design) =>
            changeElement(design, 'controls', control.id, (one) => ({ ...one, status })),
          )
        }}
      />
    </div>
  ))
}
