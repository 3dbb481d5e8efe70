import type { ActionEstimate, Estimate, Percentiles } from '../../../shared/estimate/estimate.ts'
import { Badge } from '../../ui/index.ts'
import { BandNumber } from '../BandNumber.tsx'
import { ElementChip } from '../ElementChips.tsx'
import { nameOf } from '../../../shared/design/collections.ts'
import { formatQuantity } from '../quantities.ts'
import { useDesign } from '../stores.ts'
import { ShareBar } from './ComponentTable.tsx'

const methodWords = {
  convolution: 'Distributions of the steps are convolved; percentiles are never added.',
  sampling: 'Seeded sampling of the steps; percentiles are never added.',
} as const

/** Percentiles of each action's clocks, and which component takes the time. */
export function TimeTable({ estimate }: { readonly estimate: Estimate }) {
  return (
    <div className="time-list">
      {estimate.actions.map((action) => (
        <ActionTime key={action.action} action={action} estimate={estimate} />
      ))}
    </div>
  )
}

function ActionTime({ action, estimate }: { readonly action: ActionEstimate; readonly estimate: Estimate }) {
  const done = estimate.flowsDone.filter((one) => one.action === action.action)
  return (
    <section className="time-card">
      <header className="time-head">
        <h3>{action.name}</h3>
        {action.derived ? <Badge>assumed action</Badge> : null}
        <span className="muted small">
          {formatQuantity(action.requestsPerMonth, 'count')} a month, {formatQuantity(action.peakPerSecond, 'count')}
          /s at peak
        </span>
      </header>
      <div className="time-body">
        <table className="panel-table panel-table-inner">
          <thead>
            <tr>
              <th>Clock</th>
              <th className="number">p50</th>
              <th className="number">p90</th>
              <th className="number">p95</th>
              <th className="number">p99</th>
              <th className="number">mean</th>
            </tr>
          </thead>
          <tbody>
            <Clock label="First words" times={action.first} />
            <Clock label="Full answer" times={action.full} />
            {action.unattended === undefined ? null : <Clock label="Without people" times={action.unattended} />}
            {done.map((one) => (
              <DoneClock key={one.flow} flow={one.flow} times={one.done} />
            ))}
          </tbody>
        </table>
        <div className="time-shares">
          <h4 className="small muted">Mean time by component</h4>
          {action.shares.slice(0, 6).map((share) => (
            <div key={share.component} className="time-share">
              <ElementChip id={share.component} />
              <ShareBar share={share.share} />
              <span className="number muted small">{formatQuantity(share.meanMs, 'ms')}</span>
            </div>
          ))}
        </div>
      </div>
      {action.heldBy === undefined ? null : (
        <p className="time-held small">
          First words wait: {action.heldBy.reason} <ElementChip id={action.heldBy.element} />
        </p>
      )}
      <p className="faint small">{methodWords[action.method]}</p>
    </section>
  )
}

function Clock({ label, times }: { readonly label: string; readonly times: Percentiles | undefined }) {
  if (times === undefined) {
    return (
      <tr>
        <td>{label}</td>
        <td className="faint" colSpan={5}>
          nothing answers
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <td>{label}</td>
      <td className="number">
        <BandNumber band={times.p50} unit="ms" />
      </td>
      <td className="number">
        <BandNumber band={times.p90} unit="ms" />
      </td>
      <td className="number strong">
        <BandNumber band={times.p95} unit="ms" />
      </td>
      <td className="number">
        <BandNumber band={times.p99} unit="ms" />
      </td>
      <td className="number muted">{formatQuantity(times.meanMs, 'ms')}</td>
    </tr>
  )
}

function DoneClock({ flow, times }: { readonly flow: string; readonly times: Percentiles }) {
  const name = useDesign((design) => nameOf(design, flow))
  return <Clock label={`Done: ${name}`} times={times} />
}
