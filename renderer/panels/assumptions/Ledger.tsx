import './ledger.css'
import { ArrowDownWideNarrow, RotateCcw } from 'lucide-react'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import type { LedgerEntry } from '../../../shared/estimate/estimate-parts.ts'
import { standings, standingWords } from '../../../shared/kinds/formula/standing.ts'
import { Badge, Button, Choice, formatNumber, IconButton, LinkButton, Popover, SearchField } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { fromWords } from '../estimate/input-words.ts'
import { ValueControl } from '../inspector/ValueControl.tsx'
import { ValuePopover } from '../inspector/ValuePopover.tsx'
import { showInput } from '../show-input.ts'
import { editDesign, useDesign } from '../stores.ts'
import {
  endsInWords,
  fieldOf,
  heldRows,
  jumpOf,
  keyOfEntry,
  type LedgerFilter,
  ownerName,
  rowEdit,
  searchLedger,
  userNames,
} from './ledger-rows.ts'
import { capital } from '../../../shared/design/wording.ts'

const rowsAtFirst = 60

interface LedgerProps {
  readonly estimate: Estimate
  /** Stands first in the bar. */
  readonly lead?: ReactNode
}

/** Every number that the estimate uses: what it is, how well it is known, who says so, and what hangs on it. */
export function Ledger({ estimate, lead }: LedgerProps) {
  const design = useDesign((present) => present)
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<LedgerFilter>('all')
  const [all, setAll] = useState(false)
  // From the first edit on, rows stay where the eye has them until somebody looks for others or asks for the order.
  const [held, setHeld] = useState<readonly string[] | undefined>(undefined)
  const text = useDeferredValue(typed)
  const { ledger } = estimate
  const found = useMemo(() => searchLedger(design, ledger, text, filter), [design, ledger, text, filter])
  const users = useMemo(() => usersOf(estimate), [estimate])
  const rows = useMemo(() => (held === undefined ? found : heldRows(held, ledger, found)), [held, ledger, found])
  const isInOrder = rows.length === found.length && rows.every((entry, at) => entry === found[at])
  const shown = all ? rows : rows.slice(0, rowsAtFirst)
  const hold = (): void => setHeld(rows.map(keyOfEntry))
  return (
    <div className="panel-list">
      <div className="panel-bar">
        {lead}
        <SearchField
          label="Search the inputs"
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setHeld(undefined)
          }}
        />
        <span className="ledger-filter">
          <Choice
            label="Standing"
            value={filter}
            options={filtersIn(ledger)}
            onChange={(next) => {
              setFilter(next as LedgerFilter)
              setHeld(undefined)
            }}
          />
        </span>
        <output className="panel-bar-note">
          {rows.length} of {ledger.length} inputs,{' '}
          {isInOrder ? 'those that move a headline most first' : 'in their places while you edit'}
        </output>
        {isInOrder ? null : (
          <Button icon={ArrowDownWideNarrow} onClick={() => setHeld(undefined)}>
            Sort again
          </Button>
        )}
      </div>
      <table className="panel-table ledger">
        <thead>
          <tr>
            <th>Input</th>
            <th>Of</th>
            <th>Value</th>
            <th className="number">Band</th>
            <th>Standing</th>
            <th>Source</th>
            <th>Date</th>
            <th className="number">Used by</th>
            <th className="number" title="How far it alone moves a headline, relative to it">
              Moves
            </th>
            <th aria-label="Reset" />
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <LedgerRow key={keyOfEntry(entry)} entry={entry} users={users} onEdit={hold} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="panel-empty-line">No input is called that.</p> : null}
      {rows.length > shown.length ? (
        <div className="panel-foot">
          <Button tone="quiet" onClick={() => setAll(true)}>
            Show all {rows.length} inputs
          </Button>
        </div>
      ) : null}
    </div>
  )
}

interface Users {
  readonly lines: ReadonlyMap<string, Estimate['lines'][number]>
  readonly actions: ReadonlyMap<string, string>
}

function usersOf({ lines, actions }: Estimate): Users {
  return {
    lines: new Map(lines.map((line) => [line.id, line])),
    actions: new Map(actions.map(({ action, name }) => [action, name])),
  }
}

function filtersIn(ledger: readonly LedgerEntry[]) {
  const count = (counts: (entry: LedgerEntry) => boolean): number => ledger.filter(counts).length
  const missing = count((entry) => entry.missing === true)
  return [
    { value: 'all', label: `All ${ledger.length}` },
    ...(missing > 0 ? [{ value: 'missing', label: `Price missing ${missing}` }] : []),
    ...standings.flatMap((standing) => {
      const of = count((entry) => entry.standing === standing)
      return of === 0 ? [] : [{ value: standing, label: `${capital(standingWords[standing])} ${of}` }]
    }),
  ]
}

interface LedgerRowProps {
  readonly entry: LedgerEntry
  readonly users: Users
  /** Called before an edit changes what the row says. */
  readonly onEdit: () => void
}

function LedgerRow({ entry, users, onEdit }: LedgerRowProps) {
  const design = useDesign((present) => present)
  const { label, value, low, high, unit, standing, provenance, missing, influence } = entry
  const jump = jumpOf(entry, users.lines)
  const scale = unit === 'share' ? 100 : 1
  const write = rowEdit(design, entry)
  const field = fieldOf(design, entry)
  const owner = ownerName(design, entry)
  const state = (next: Parameters<NonNullable<typeof write>['write']>[1]) => {
    if (write === undefined) return
    onEdit()
    editDesign(`State ${label.toLowerCase()}`, (present) => write.write(present, next))
  }
  // Elsewhere the same thing may have another price.
  const isRegional = provenance.item !== undefined && provenance.region !== undefined && provenance.region !== 'global'
  const source = [provenance.source ?? fromWords[provenance.from], provenance.region]
    .filter((part) => part !== undefined)
    .join(', ')
  const isOwnElement = provenance.item === undefined && entry.on !== undefined
  return (
    <tr className="panel-row" data-standing={standing} data-input={keyOfEntry(entry)}>
      <td className="ledger-input" title={label}>
        {jump === undefined ? label : <LinkButton onClick={() => showInput(jump.on, jump.field)}>{label}</LinkButton>}
      </td>
      <td>
        {isOwnElement && entry.on !== undefined ? (
          <ElementChip id={entry.on} />
        ) : (
          <span className="muted">
            {owner}
            {isRegional ? `, ${provenance.region}` : ''}
          </span>
        )}
      </td>
      <td className="ledger-value">
        {write === undefined ? (
          <span>
            {formatNumber(value * scale, 6)} <span className="faint">{unitWords(unit)}</span>
          </span>
        ) : (
          <span className="cell-value">
            <ValueControl
              field={{ ...field, label: `${label} of ${owner}` }}
              value={write.stated}
              {...(missing === true ? {} : { fallback: { scalar: value, source: '' } })}
              placeholder="–"
              onChange={(next) => state(next as Parameters<typeof state>[0])}
            />
            <ValuePopover
              field={field}
              value={write.stated}
              onChange={(next) => state(next as Parameters<typeof state>[0])}
            />
          </span>
        )}
      </td>
      <td
        className="number ledger-band"
        title={entry.usualBand === true ? `Usual for what is ${standingWords[standing]}` : undefined}
      >
        {low === undefined || high === undefined ? '–' : endsInWords(low * scale, high * scale)}
      </td>
      <td>
        <Badge tone={missing === true ? 'fail' : standing === 'assumed' ? 'assumed' : 'neutral'}>
          {missing === true ? 'price missing' : standingWords[standing]}
        </Badge>
      </td>
      <td className="muted panel-source" title={source}>
        {source}
      </td>
      <td className="muted ledger-date">{provenance.asOf ?? '–'}</td>
      <td className="number">
        <UsedBy names={userNames(design, entry, users.lines, users.actions)} label={label} />
      </td>
      <td className="number muted">{influence >= 0.0005 ? `${formatNumber(influence * 100, 2)} %` : '–'}</td>
      <td className="cell-end">
        {write?.stated === undefined ? null : (
          <IconButton label={`Reset ${label} of ${owner}`} icon={RotateCcw} onClick={() => state(undefined)} />
        )}
      </td>
    </tr>
  )
}

function unitWords(unit: LedgerEntry['unit']): string {
  return unit === 'count' ? '' : unit === 'share' ? '%' : unit
}

/** The number of results that use an input; a click lists them. */
function UsedBy({ names, label }: { readonly names: readonly string[]; readonly label: string }) {
  if (names.length === 0) return <span className="faint">–</span>
  return (
    <Popover
      label={`What uses ${label}`}
      trigger={<LinkButton aria-label={`${label} is used by ${names.length}`}>{names.length}</LinkButton>}
    >
      <ul className="ledger-users">
        {[...new Set(names)].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Popover>
  )
}
