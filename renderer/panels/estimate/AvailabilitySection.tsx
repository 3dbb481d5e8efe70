import { useState } from 'react'
import type { Availability, Estimate } from '../../../shared/estimate/estimate.ts'
import { evaluate } from '../../../shared/kinds/formula/formula.ts'
import { formatExact, formatShare } from '../../../shared/kinds/figures/number-format.ts'
import { Choice } from '../../ui/index.ts'
import { shownName } from '../ElementChips.tsx'
import { formatBand, formatRough } from '../quantities.ts'
import { useDesign, viewStore } from '../stores.ts'
import { ChartRows } from './charts/ChartRows.tsx'
import { timeAxis } from './charts/bars.ts'
import type { BarSeries } from './charts/bars.ts'
import { FormulaDetail } from './FormulaDetail.tsx'
import { MakeupBar } from './MakeupBar.tsx'

const series: readonly BarSeries[] = [{ key: 'down', name: 'Won if it never failed', colour: 'var(--chart-own)' }]

/** Share of the time in which a request succeeds, what takes most of the rest, and the expression of it. */
export function AvailabilitySection({ estimate }: { readonly estimate: Estimate }) {
  const [wanted, setWanted] = useState<string | undefined>(undefined)
  const { actions, mainAction } = estimate
  const known = actions.filter((one) => one.availability !== undefined)
  const action = known.find((one) => one.action === wanted) ?? known.find((one) => one.action === mainAction)
  const availability = action === undefined ? estimate.availability : action.availability
  if (availability === undefined) return <p className="panel-empty-line">Nothing answers that could be down.</p>
  return (
    <div className="estimate-part">
      <header className="estimate-head">
        {known.length > 1 && action !== undefined ? (
          <Choice
            quiet
            label="Action"
            value={action.action}
            options={known.map((one) => ({ value: one.action, label: one.name }))}
            onChange={setWanted}
          />
        ) : (
          <h3 className="ellipsis">{action?.name}</h3>
        )}
        <Sentence availability={availability} />
      </header>
      <DownChart availability={availability} />
      {availability.makeup === undefined ? null : (
        <div className="availability-makeup">
          <MakeupBar makeup={availability.makeup} />
        </div>
      )}
      <FormulaDetail formula={availability.formula} result={formatExact(evaluate(availability.formula), formatShare)} />
    </div>
  )
}

function Sentence({ availability }: { readonly availability: Availability }) {
  const { text, band } = formatBand(availability, 'share')
  return (
    <p>
      <strong>{text}</strong>
      {band === undefined ? '' : ` (${band})`}: down about {formatRough(availability.downMinutesPerMonth, 'minutes')} a
      month of 730 hours ({formatRough(availability.downMinutesPer30Days, 'minutes')} in 30 days, as error budgets are
      counted).
    </p>
  )
}

function DownChart({ availability: { downBy } }: { readonly availability: Availability }) {
  const design = useDesign((present) => present)
  const shown = downBy.filter((one) => one.minutesPerMonth > 0)
  if (shown.length === 0) return null
  const { ticks, format: formatTick } = timeAxis(Math.max(...shown.map((one) => one.minutesPerMonth)) * 60_000)
  const names = shown.map(({ on }) => shownName(design, on))
  const format = (ms: number): string => formatRough(ms, 'ms')
  return (
    <>
      <h4 className="small muted">Time of a month that would be won if it never failed</h4>
      <ChartRows
        bars={{
          label: 'What takes the time down',
          rows: shown.map(({ on, minutesPerMonth }, index) => ({
            id: on,
            name: names[index] ?? on,
            values: { down: minutesPerMonth * 60_000 },
          })),
          series,
          format,
          formatTick,
          ticks,
          domain: [0, ticks.at(-1) ?? 1],
          onPick: (id) => pick(id, shownName(design, id)),
        }}
        names={shown.map(({ on }, index) =>
          names[index] === undefined ? (
            <span key={on} className="ellipsis" title={`${on} fails as one`}>
              {on}
            </span>
          ) : (
            <button key={on} type="button" className="chart-name" onClick={() => pick(on, names[index])}>
              <span className="ellipsis">{names[index]}</span>
            </button>
          ),
        )}
        numbers={shown.map(({ on, minutesPerMonth }) => (
          <span key={on}>{formatRough(minutesPerMonth, 'minutes')}</span>
        ))}
      />
    </>
  )
}

/** An organisation or a region is no element of the drawing. */
function pick(id: string, name: string | undefined): void {
  if (name !== undefined) viewStore.getState().showField(id, 'availability')
}
