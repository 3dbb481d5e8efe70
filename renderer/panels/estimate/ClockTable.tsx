import { nameOf } from '../../../shared/design/collections.ts'
import type { ActionEstimate, FlowDone, Percentiles } from '../../../shared/estimate/estimate.ts'
import { BandNumber } from '../BandNumber.tsx'
import { formatQuantity } from '../quantities.ts'
import { useDesign } from '../stores.ts'

/** Where more is asked for than can be done; the alarm above names the component. */
const unstable = 'unstable: no steady state'

/** Percentiles of each of an action's clocks: first words, full answer, and what goes on after it. */
export function ClockTable({ action, done }: { readonly action: ActionEstimate; readonly done: readonly FlowDone[] }) {
  const none = action.unstable === undefined ? 'nothing answers' : unstable
  return (
    <table className="panel-table panel-table-inner clock-table">
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
        <Clock label="First words" times={action.first} none={none} />
        <Clock label="Full answer" times={action.full} none={none} />
        {action.unattended === undefined ? null : (
          <Clock label="Without people" times={action.unattended} none={none} />
        )}
        {done.map((one) => (
          <DoneClock key={one.flow} flow={one.flow} times={one.done} none={unstable} />
        ))}
      </tbody>
    </table>
  )
}

interface ClockProps {
  readonly label: string
  readonly times: Percentiles | undefined
  /** Why there are no times. */
  readonly none: string
}

function Clock({ label, times, none }: ClockProps) {
  if (times === undefined) {
    return (
      <tr>
        <td>{label}</td>
        <td className="faint" colSpan={5}>
          {none}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <td className="clock-name" title={label}>
        {label}
      </td>
      <td className="number">{formatQuantity(times.p50.value, 'ms')}</td>
      <td className="number">{formatQuantity(times.p90.value, 'ms')}</td>
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

function DoneClock({ flow, ...clock }: Omit<ClockProps, 'label'> & { readonly flow: string }) {
  const name = useDesign((design) => nameOf(design, flow))
  return <Clock label={`Done: ${name}`} {...clock} />
}
