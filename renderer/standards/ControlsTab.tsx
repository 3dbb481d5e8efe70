import { ShieldCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { parseCondition, printCondition } from '../../shared/graph/condition-text.ts'
import { setControls } from '../../shared/standards/edit-standards.ts'
import type { MandatoryControl, Standards } from '../../shared/standards/standards.ts'
import { controls, findControl } from '../../shared/threats/controls.ts'
import { Choice, IconButton } from '../ui/index.ts'
import { AddByText } from './AddByText.tsx'
import { change } from './change.ts'
import { exportControls } from './files.ts'
import { ListTab } from './ListTab.tsx'
import { TextCell, withText } from './TextCell.tsx'

interface ControlsTabProps {
  readonly standards: Standards
  readonly onImport: (fileName: string, text: string) => void
}

const texts = [
  { key: 'owner', title: 'Owner' },
  { key: 'approver', title: 'Approver' },
  { key: 'reason', title: 'Reason' },
] as const

/** What has to be in place wherever a condition holds. */
export function ControlsTab({ standards, onImport }: ControlsTabProps) {
  const list = standards.controls ?? []
  const set = (next: readonly MandatoryControl[], said?: string) =>
    void change(standards, setControls(standards, next), said)
  return (
    <ListTab
      bar={
        <>
          <AddDemand onAdd={(demand) => set([...list, demand])} />
          <span className="standards-grow" />
        </>
      }
      fileColumns="control, where, owner, approver, reason"
      onImport={onImport}
      onExport={() => void exportControls(standards)}
      icon={ShieldCheck}
      whenEmpty="No control is mandatory yet: choose one above and say where, or import the list of the house."
      columns={['Control', 'Wherever', 'Owner', 'Approver', 'Reason']}
      rows={list.map((demand) => (
        <Line
          key={`${demand.control} ${printCondition(demand.where)}`}
          demand={demand}
          onChange={(next) => set(list.map((each) => (each === demand ? next : each)))}
          onRemove={() =>
            set(
              list.filter((each) => each !== demand),
              `Removed ${demand.control}.`,
            )
          }
        />
      ))}
    />
  )
}

interface LineProps {
  readonly demand: MandatoryControl
  readonly onChange: (demand: MandatoryControl) => void
  readonly onRemove: () => void
}

function Line({ demand, onChange, onRemove }: LineProps) {
  return (
    <tr data-control={demand.control}>
      <td className="strong">{findControl(demand.control)?.title ?? demand.control}</td>
      <td>
        <code>{printCondition(demand.where)}</code>
      </td>
      {texts.map(({ key, title }) => (
        <TextCell
          key={key}
          label={`${title} of ${demand.control}`}
          value={demand[key]}
          onChange={(value) => onChange(withText(demand, key, value))}
        />
      ))}
      <td>
        <IconButton label={`Remove ${demand.control}`} icon={Trash2} onClick={onRemove} />
      </td>
    </tr>
  )
}

const options = controls.map(({ type, title }) => ({ value: type, label: title }))

function AddDemand({ onAdd }: { readonly onAdd: (demand: MandatoryControl) => void }) {
  const [control, setControl] = useState<string | undefined>(undefined)
  const [where, setWhere] = useState('')
  const parsed = where === '' ? undefined : parseCondition(where)
  const fault = parsed?.ok === false ? `Character ${parsed.at + 1}: ${parsed.sentence}` : undefined
  const ready = control !== undefined && parsed?.ok === true
  return (
    <>
      <Choice
        label="Control to demand"
        className="standards-control"
        value={control}
        placeholder="Control..."
        options={options}
        onChange={setControl}
      />
      <AddByText
        label="Wherever it is demanded"
        placeholder="Wherever: trait = stores-data & in trust < 50"
        value={where}
        fault={fault}
        onChange={setWhere}
        onAdd={() => {
          if (!ready) return
          onAdd({ control, where: parsed.condition })
          setWhere('')
        }}
      />
    </>
  )
}
