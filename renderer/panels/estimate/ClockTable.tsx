import type { ReactNode } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { ActionEstimate, Band, FlowDone, Percentiles } from '../../../shared/estimate/estimate.ts'
import type { WaitsOutside } from '../../../shared/estimate/estimate-parts.ts'
import { leastLost } from '../../../shared/estimate/left-out.ts'
import { type NoTime, whyNoTime } from '../../../shared/estimate/no-time.ts'
import { outsideHoursWords } from '../../../shared/estimate/outside-hours-words.ts'
import { BandNumber } from '../BandNumber.tsx'
import { ElementChips } from '../ElementChips.tsx'
import { formatBand, formatQuantity, formatShare } from '../quantities.ts'
import { useDesign } from '../stores.ts'
import { splitDone } from './split-done.ts'

/** Why there are no times, and where; nobody answers where nothing stands in the way. */
function whyNone(where: NoTime): ReactNode {
  const why = whyNoTime(where)
  if (why === undefined) return 'nothing answers'
  return (
    <>
      {why.word}
      {why.share === undefined ? '' : ` in ${formatShare(why.share)} of the requests`}:{' '}
      <ElementChips ids={why.ids} most={3} />
    </>
  )
}

/** Percentiles of each of an action's clocks that somebody waits for; what goes on behind the answer is folded away. */
export function ClockTable({ action, done }: { readonly action: ActionEstimate; readonly done: readonly FlowDone[] }) {
  const none = whyNone(action)
  const design = useDesign((present) => present)
  const { actions = [], requirements = [] } = design
  const { waitedFor, behind } = splitDone({ actions, requirements }, action, done)
  return (
    <>
      <ClockRows name="Clock">
        <Clock label="First words" times={action.first} none={none} />
        <Clock label="Full answer" times={action.full} none={none} />
        {action.unattended === undefined ? null : (
          <Clock label="Without people" times={action.unattended} none={none} />
        )}
        {waitedFor.map((one) => (
          <DoneClock key={one.flow} flow={one.flow} times={one.done} none={whyNone(one)} />
        ))}
      </ClockRows>
      {action.rarelyBatched === undefined ? null : (
        <p className="small muted estimate-note">
          In {formatShare(action.rarelyBatched.share)} of the requests the answer comes within hours, from the batch
          tier of <ElementChips ids={action.rarelyBatched.ids} most={3} />. The times are those of all the others.
        </p>
      )}
      {action.timedOut === undefined || action.timedOut.share < leastLost ? null : (
        <p className="small muted estimate-note">
          {formatShare(action.timedOut.share)} of the requests end in a timeout instead, at{' '}
          <ElementChips
            ids={action.timedOut.flows.flatMap(({ flow, share }) => (share < leastLost ? [] : [flow]))}
            most={3}
          />{' '}
          The times are those of all the others.
        </p>
      )}
      {closedFor(action, done).map((waits) => (
        <p key={waits.component} className="small muted estimate-note">
          {outsideHoursWords(waits, (id) => nameOf(design, id), 'no percentile includes')}{' '}
          <ElementChips ids={[waits.component]} />
        </p>
      ))}
      {behind.length === 0 ? null : (
        <details className="estimate-note">
          <summary className="small muted">What goes on behind the answer ({behind.length})</summary>
          <ClockRows name="Done after">
            {behind.map((one) => (
              <DoneClock key={one.flow} flow={one.flow} times={one.done} none={whyNone(one)} isBehind />
            ))}
          </ClockRows>
        </details>
      )}
    </>
  )
}

/** People that an answer, or what goes on behind it, waits for outside their hours; each once, as it is met most. */
function closedFor(action: ActionEstimate, done: readonly FlowDone[]): readonly WaitsOutside[] {
  const all = [...(action.outsideHours ?? []), ...done.flatMap(({ outsideHours = [] }) => outsideHours)]
  const most = new Map<string, WaitsOutside>()
  for (const waits of all) if (waits.share > (most.get(waits.component)?.share ?? 0)) most.set(waits.component, waits)
  return [...most.values()]
}

function ClockRows({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <table className="panel-table panel-table-inner clock-table">
      <thead>
        <tr>
          <th>{name}</th>
          <th className="number">p50</th>
          <th className="number">p90</th>
          <th className="number">p95</th>
          <th className="number">p99</th>
          <th className="number">mean</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

interface ClockProps {
  readonly label: string
  readonly times: Percentiles | undefined
  /** Why there are no times. */
  readonly none: ReactNode
}

function Clock({ label, times, none }: ClockProps) {
  if (times === undefined) {
    return (
      <tr>
        <ClockName label={label} />
        <td className="faint" colSpan={5}>
          {none}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <ClockName label={label} />
      <td className="number" title={bandWords(times.p50)}>
        {formatBand(times.p50, 'ms').text}
      </td>
      <td className="number" title={bandWords(times.p90)}>
        {formatBand(times.p90, 'ms').text}
      </td>
      <td className="number strong">
        <BandNumber band={times.p95} unit="ms" />
      </td>
      <td className="number">
        <BandNumber band={times.p99} unit="ms" />
      </td>
      <td className="number muted">{meanWords(times)}</td>
    </tr>
  )
}

function ClockName({ label }: { readonly label: string }) {
  return (
    <td>
      <span className="clock-name" title={label}>
        {label}
      </span>
    </td>
  )
}

function bandWords(band: Band): string | undefined {
  const { band: range } = formatBand(band, 'ms')
  return range === undefined ? undefined : `Likely between ${range}`
}

/** The mean is as uncertain as the median. */
function meanWords({ meanMs, p50: { value, low, high } }: Percentiles): string {
  if (!(value > 0)) return formatQuantity(meanMs, 'ms')
  const scale = meanMs / value
  return formatBand({ value: meanMs, low: low * scale, high: high * scale }, 'ms').text
}

interface DoneClockProps extends Omit<ClockProps, 'label'> {
  readonly flow: string
  /** In a table of such clocks alone. */
  readonly isBehind?: boolean
}

function DoneClock({ flow, isBehind = false, ...clock }: DoneClockProps) {
  const name = useDesign((design) => nameOf(design, flow))
  return <Clock label={isBehind ? name : `Done: ${name}`} {...clock} />
}
