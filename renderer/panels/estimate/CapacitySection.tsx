import { useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { CapacityEstimate, ComponentCapacity, ScalingEstimate } from '../../../shared/estimate/estimate-parts.ts'
import { Badge } from '../../ui/index.ts'
import { ElementChip, ElementChips } from '../ElementChips.tsx'
import { formatBand, formatQuantity, formatShare } from '../quantities.ts'
import { useDesign } from '../stores.ts'
import { capacitySentences, kneeTones, kneeWords, limitWords } from './capacity-words.ts'
import { ChartRows } from './charts/ChartRows.tsx'
import type { BarSeries } from './charts/bars.ts'
import { FormulaDetail } from './FormulaDetail.tsx'
import { ScalingTable } from './ScalingTable.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'
import type { ChartView } from './ViewSwitch.tsx'

const rowsAtFirst = 12
const series: readonly BarSeries[] = [{ key: 'used', name: 'In use at the peak', colour: 'var(--chart-own)' }]

/** How full everything is at the peak hour, what gives in first, and what the whole sustains. */
export function CapacitySection({
  capacity,
  scaling,
  traffic,
}: {
  readonly capacity: CapacityEstimate
  readonly scaling: readonly ScalingEstimate[]
  readonly traffic: number
}) {
  const design = useDesign((present) => present)
  const [view, setView] = useState<ChartView>('chart')
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const [all, setAll] = useState(false)
  const { components, unlimited } = capacity
  const open = components.find((one) => one.component === opened)
  const shown = all ? components : components.slice(0, rowsAtFirst)
  const toggle = (id: string) => setOpened(id === opened ? undefined : id)
  return (
    <div className="estimate-part">
      <div className="estimate-subhead">
        <p className="estimate-lead">{capacitySentences(capacity, (id) => nameOf(design, id), traffic).join(' ')}</p>
        {components.length === 0 ? null : <ViewSwitch value={view} onChange={setView} />}
      </div>
      {components.length === 0 ? null : view === 'chart' ? (
        <UsedChart components={shown} opened={opened} onOpen={toggle} />
      ) : (
        <UsedTable components={shown} opened={opened} onOpen={toggle} />
      )}
      {view === 'chart' && open !== undefined ? (
        <div className="estimate-detail">
          <UsedDetail capacity={open} />
        </div>
      ) : null}
      {shown.length < components.length ? (
        <button type="button" className="ui-link estimate-more" onClick={() => setAll(true)}>
          Show all {components.length} with a limit
        </button>
      ) : null}
      {unlimited.length === 0 ? null : (
        <p className="small muted estimate-note">
          Nobody has said a limit of <ElementChips ids={unlimited} most={5} />
        </p>
      )}
      <ScalingTable scaling={scaling} />
    </div>
  )
}

interface UsedProps {
  readonly components: readonly ComponentCapacity[]
  readonly opened: string | undefined
  readonly onOpen: (component: string) => void
}

function UsedChart({ components, opened, onOpen }: UsedProps) {
  const design = useDesign((present) => present)
  const most = Math.max(...components.map((one) => one.utilisation))
  // A box asked for ten times what it can do must not press the others into a line.
  const end = most <= 1 ? 1.1 : Math.min(2, Math.ceil(most * 5 + 0.5) / 5)
  return (
    <ChartRows
      bars={{
        label: 'Utilisation at the peak hour',
        rows: components.map(({ component, utilisation, knee, why }) => ({
          id: component,
          name: nameOf(design, component),
          values: { used: Math.min(utilisation, end) },
          note: `${knee === 'unstable' ? 'unstable: ' : ''}${formatShare(utilisation)} of ${why}`,
          hideValues: true,
        })),
        series,
        format: formatShare,
        ticks: [0, 0.25, 0.5, 0.7, 0.85, 1, ...(end >= 1.5 ? [1.5] : []), ...(end >= 2 ? [2] : [])],
        domain: [0, end],
        zones: [
          { from: 0.7, to: 0.85, colour: 'var(--zone-amber)' },
          { from: 0.85, to: 1, colour: 'var(--zone-red)' },
          { from: 1, to: end, colour: 'var(--zone-unstable)' },
        ],
        onPick: onOpen,
      }}
      names={components.map(({ component }) => (
        <button
          key={component}
          type="button"
          className="chart-name"
          aria-expanded={opened === component}
          title="How this was computed"
          onClick={() => onOpen(component)}
        >
          <span className="ellipsis">{nameOf(design, component)}</span>
        </button>
      ))}
      numbers={components.map((one) => (
        <Used key={one.component} capacity={one} />
      ))}
    />
  )
}

function Used({ capacity: { utilisation, band, knee, scales } }: { readonly capacity: ComponentCapacity }) {
  if (scales === true)
    return <span title="Gets as many replicas as the peak needs">{formatShare(utilisation)}, scales</span>
  const { text, band: range } = formatBand(band ?? { value: utilisation, low: utilisation, high: utilisation }, 'share')
  const title = range === undefined ? undefined : `Likely between ${range}`
  if (knee === 'free') return <span title={title}>{text}</span>
  return (
    <>
      {knee === 'unstable' ? null : <span title={title}>{text} </span>}
      <Badge tone={kneeTones[knee]}>{kneeWords[knee]}</Badge>
    </>
  )
}

function UsedTable({ components, opened, onOpen }: UsedProps) {
  return (
    <table className="panel-table panel-table-inner">
      <thead>
        <tr>
          <th>Component</th>
          <th className="number">In use</th>
          <th className="number">Peak /s</th>
          <th className="number">Sustains /s</th>
          <th className="number">Mean wait</th>
          <th className="number">p95 wait</th>
          <th>Limited by</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        {components.map((one) => (
          <UsedRow key={one.component} capacity={one} open={opened === one.component} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  )
}

interface UsedRowProps {
  readonly capacity: ComponentCapacity
  readonly open: boolean
  readonly onOpen: (component: string) => void
}

function UsedRow({ capacity, open, onOpen }: UsedRowProps) {
  const { component, peakPerSecond, sustainedPerSecond, wait, limitedBy, why } = capacity
  return (
    <>
      <tr className="panel-row" data-open={open}>
        <td>
          <button type="button" className="disclosure" aria-expanded={open} onClick={() => onOpen(component)}>
            <span className="visually-hidden">How it was computed: </span>
          </button>
          <ElementChip id={component} />
        </td>
        <td className="number">
          <Used capacity={capacity} />
        </td>
        <td className="number">{formatQuantity(peakPerSecond, 'count')}</td>
        <td className="number">{formatQuantity(sustainedPerSecond, 'count')}</td>
        <td className="number">{wait === undefined ? '–' : formatQuantity(wait.meanMs, 'ms')}</td>
        <td className="number">{wait === undefined ? '–' : formatQuantity(wait.p95Ms, 'ms')}</td>
        <td className="muted">{limitWords[limitedBy]}</td>
        <td className="muted">{why}</td>
      </tr>
      {open ? (
        <tr className="panel-detail">
          <td colSpan={8}>
            <UsedDetail capacity={capacity} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function UsedDetail({ capacity }: { readonly capacity: ComponentCapacity }) {
  const { component, formula, utilisation, band, wait, knee, refused, outsideHours } = capacity
  const range = band === undefined ? undefined : formatBand(band, 'share').band
  return (
    <>
      <p className="small muted estimate-note">
        <ElementChip id={component} />{' '}
        {knee === 'unstable'
          ? 'There is no steady state: the queue grows for as long as the peak lasts.'
          : wait === undefined
            ? 'Nobody waits to speak of.'
            : `${formatShare(wait.share)} of the calls wait; a call waits ${formatQuantity(wait.meanMs, 'ms')} on average, ${formatQuantity(wait.p95Ms, 'ms')} at p95.`}
        {range === undefined ? null : ` In use at the peak: likely between ${range}.`}
        {refused === undefined
          ? null
          : ` At the peak ${formatShare(refused)} of the calls are above its limit and refused.`}
        {outsideHours === undefined || outsideHours.share === 0
          ? null
          : ` ${formatShare(outsideHours.share)} of the calls come outside working hours and wait up to ${formatQuantity(outsideHours.longestMs, 'ms')} until people begin; the other waits here are those within working hours.`}
      </p>
      <FormulaDetail formula={formula} result={formatShare(utilisation)} />
    </>
  )
}
