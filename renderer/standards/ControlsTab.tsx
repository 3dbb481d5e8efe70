import { Download, FileUp, Plus, ShieldCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { parseCondition, printCondition } from '../../shared/graph/condition-text.ts'
import { setControls } from '../../shared/standards/edit-standards.ts'
import type { MandatoryControl, Standards } from '../../shared/standards/standards.ts'
import { controls, findControl } from '../../shared/threats/controls.ts'
import { Button, Choice, EmptyState, IconButton, TextField } from '../ui/index.ts'
import { change } from './change.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { exportControls } from './files.ts'
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
    <>
      <div className="standards-bar">
        <AddDemand onAdd={(demand) => set([...list, demand])} />
        <span className="standards-grow" />
        <ChooseFile
          label="Import CSV..."
          title="A table. Columns: control, where, owner, approver, reason"
          icon={FileUp}
          onChoose={onImport}
        />
        <Button icon={Download} disabled={list.length === 0} onClick={() => void exportControls(standards)}>
          Export CSV...
        </Button>
      </div>
      {list.length === 0 ? (
        <EmptyState
          icon={ShieldCheck}
          text="No control is mandatory yet: choose one above and say where, or import the list of the house."
        />
      ) : (
        <div className="standards-scroll">
          <table className="standards-table">
            <thead>
              <tr>
                {['Control', 'Wherever', 'Owner', 'Approver', 'Reason'].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.map((demand) => (
                <tr key={`${demand.control} ${printCondition(demand.where)}`} data-control={demand.control}>
                  <td className="strong">{findControl(demand.control)?.title ?? demand.control}</td>
                  <td>
                    <code>{printCondition(demand.where)}</code>
                  </td>
                  {texts.map(({ key, title }) => (
                    <TextCell
                      key={key}
                      label={`${title} of ${demand.control}`}
                      value={demand[key]}
                      onChange={(value) =>
                        set(list.map((each) => (each === demand ? withText(demand, key, value) : each)))
                      }
                    />
                  ))}
                  <td>
                    <IconButton
                      label={`Remove ${demand.control}`}
                      icon={Trash2}
                      onClick={() =>
                        set(
                          list.filter((each) => each !== demand),
                          `Removed ${demand.control}.`,
                        )
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
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
      <TextField
        aria-label="Wherever it is demanded"
        aria-invalid={fault !== undefined}
        className="standards-new"
        placeholder="Wherever: trait = stores-data & in trust < 50"
        value={where}
        onCommit={setWhere}
      />
      <Button
        icon={Plus}
        onMouseDown={(event) => event.currentTarget.focus()}
        disabled={fault !== undefined}
        onClick={() => {
          if (!ready) return
          onAdd({ control, where: parsed.condition })
          setWhere('')
        }}
      >
        Add
      </Button>
      {fault === undefined ? null : (
        <span role="alert" className="form-gap">
          {fault}
        </span>
      )}
    </>
  )
}
