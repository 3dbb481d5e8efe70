import { Layers, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { patternFault } from '../../shared/graph/match-name.ts'
import { setTechnologies } from '../../shared/standards/edit-standards.ts'
import type { Standards, Technology, TechnologyStatus } from '../../shared/standards/standards.ts'
import { isOver } from '../../shared/standards/technology-standing.ts'
import { StandingMark } from '../panels/TechnologyMark.tsx'
import { todayIso } from '../store/today.ts'
import { Badge, Choice, DateField, IconButton, Switch } from '../ui/index.ts'
import { AddByText } from './AddByText.tsx'
import { change } from './change.ts'
import { exportTechnologies } from './files.ts'
import { ListTab } from './ListTab.tsx'
import { TextCell, withText } from './TextCell.tsx'

interface TechnologiesTabProps {
  readonly standards: Standards
  readonly onImport: (fileName: string, text: string) => void
}

const statuses: readonly { readonly value: TechnologyStatus; readonly label: string }[] = [
  { value: 'approved', label: 'Approved' },
  { value: 'tolerated', label: 'Tolerated' },
  { value: 'forbidden', label: 'Forbidden' },
]

const texts = [
  { key: 'instead', title: 'Instead' },
  { key: 'owner', title: 'Owner' },
  { key: 'approver', title: 'Approver' },
  { key: 'reason', title: 'Reason' },
] as const

/** What may be used: the palette and the product lists show it, and a deviation is a finding with an exception to ask for. */
export function TechnologiesTab({ standards, onImport }: TechnologiesTabProps) {
  const list = standards.technologies ?? []
  const set = (next: readonly Technology[], said?: string) =>
    void change(standards, setTechnologies(standards, next), said)
  return (
    <ListTab
      bar={
        <>
          <AddLine taken={list.map(({ name }) => name)} onAdd={(line) => set([...list, line])} />
          <span className="standards-grow" />
          <span className="standards-switch">
            <Switch
              label="The list names all that may be used"
              checked={standards.exhaustive === true}
              onChange={(on) => {
                const { exhaustive: _before, ...rest } = standards
                void change(standards, on ? { ...rest, exhaustive: true } : rest)
              }}
            />
            <span title="Then one that is not on it is asked about">The list names all that may be used</span>
          </span>
        </>
      }
      fileColumns="name, status, until, instead, owner, approver, reason"
      onImport={onImport}
      onExport={() => void exportTechnologies(standards)}
      icon={Layers}
      whenEmpty="No technology is listed yet: name one above, or import the list of the house."
      columns={['Technology', 'Status', 'Until', 'Instead', 'Owner', 'Approver', 'Reason']}
      rows={list.map((line) => (
        <Line
          key={line.name}
          line={line}
          onChange={(next) => set(list.map((each) => (each === line ? next : each)))}
          onRemove={() =>
            set(
              list.filter((each) => each !== line),
              `Removed ${line.name}.`,
            )
          }
        />
      ))}
    />
  )
}

interface LineProps {
  readonly line: Technology
  readonly onChange: (line: Technology) => void
  readonly onRemove: () => void
}

function Line({ line, onChange, onRemove }: LineProps) {
  const over = isOver(line, todayIso())
  return (
    <tr data-technology={line.name}>
      <td className="strong">{line.name}</td>
      <td>
        <span className="standards-status">
          <StandingMark standing={{ status: line.status, isOver: over, line }} />
          <Choice
            quiet
            label={`Status of ${line.name}`}
            value={line.status}
            options={statuses}
            onChange={(next) =>
              onChange({ ...line, status: statuses.find(({ value }) => value === next)?.value ?? line.status })
            }
          />
        </span>
      </td>
      <td className="standards-date">
        {line.status === 'tolerated' ? (
          <DateField
            aria-label={`${line.name} is tolerated until`}
            value={line.until ?? ''}
            onCommit={(until) => onChange(withText(line, 'until', until === '' ? undefined : until))}
          />
        ) : null}{' '}
        {over ? <Badge tone="fail">over</Badge> : null}
      </td>
      {texts.map(({ key, title }) => (
        <TextCell
          key={key}
          label={`${title} of ${line.name}`}
          value={line[key]}
          onChange={(value) => onChange(withText(line, key, value))}
        />
      ))}
      <td>
        <IconButton label={`Remove ${line.name}`} icon={Trash2} onClick={onRemove} />
      </td>
    </tr>
  )
}

function AddLine({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (line: Technology) => void }) {
  const [name, setName] = useState('')
  const fault =
    name === ''
      ? undefined
      : taken.some((each) => each.toLowerCase() === name.toLowerCase())
        ? 'It is on the list.'
        : patternFault(name)
  return (
    <AddByText
      label="Technology to add"
      placeholder="Product, vendor or pattern (openai/*)"
      value={name}
      fault={fault}
      onChange={setName}
      onAdd={() => {
        if (name === '') return
        onAdd({ name, status: 'approved' })
        setName('')
      }}
    />
  )
}
