import { useMemo } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Requirement } from '../../../shared/design/design.ts'
import type { Numbers } from '../../../shared/analysis.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { VerdictMark, classNames } from '../../ui/index.ts'
import { useDesign, useView, viewStore } from '../stores.ts'
import { Alarms, Unpriced } from './Alarms.tsx'
import { currencyCode } from '../quantities.ts'
import { CostChart } from './CostChart.tsx'
import { MakeupBar } from './MakeupBar.tsx'
import { headlineWords, TornadoChart } from './MattersSection.tsx'
import { PricesLine } from './PricesLine.tsx'
import { ReadAsAnswers } from './ReadAsAnswers.tsx'
import type { OverviewCard } from './overview-cards.ts'
import { overviewCards } from './overview-cards.ts'

const noRequirements: readonly Requirement[] = []

/** The headlines with their bands, what was asked of them, and what they rest on. */
export function Overview({ numbers }: { readonly numbers: Numbers }) {
  const design = useDesign((present) => present)
  // Charts where there is room for them.
  const large = useView((view) => view.panelsMaximised)
  const room = useView((view) => view.roomMode)
  const cards = overviewCards(numbers, design.requirements ?? noRequirements, (id) => nameOf(design, id))
  const main = numbers.estimate.actions.find((action) => action.action === numbers.estimate.mainAction)
  return (
    <div className="estimate-part">
      <Alarms estimate={numbers.estimate} />
      {room ? null : <Unpriced estimate={numbers.estimate} />}
      <div className="overview">
        {cards.map((card) => (room && card.money ? null : <Card key={card.id} card={card} />))}
      </div>
      {main === undefined ? null : (
        <p className="faint small estimate-note">
          Times are those of “{main.name}”, the most used action. Eight times in ten the true number lies in the band
          (P10 to P90). <PricesLine date={numbers.estimate.priceBookDate} />
        </p>
      )}
      {main === undefined ? null : <ReadAsAnswers action={main} />}
      {large ? <Summary numbers={numbers} room={room} /> : null}
    </div>
  )
}

/** What a meeting asks next: where the money goes, and what the numbers hang on. */
function Summary({ numbers: { estimate }, room }: { readonly numbers: Numbers; readonly room: boolean }) {
  const { showEstimate } = viewStore.getState()
  const lines = useMemo(() => estimate.lines.filter((line) => line.recurrence === 'month'), [estimate.lines])
  const tornado = estimate.tornados.find((one) => one.headline === (room ? 'full' : 'total') && one.bars.length > 0)
  return (
    <div className="overview-charts">
      {room || lines.length === 0 ? null : (
        <section>
          <h3 className="small muted">Where the money goes, {currencyCode()} a month</h3>
          <CostChart lines={lines} picked={undefined} most={8} onPick={() => showEstimate('cost')} />
        </section>
      )}
      {tornado === undefined ? null : (
        <section>
          <h3 className="small muted">What moves it most: {headlineWords[tornado.headline].toLowerCase()}</h3>
          <TornadoChart tornado={tornado} most={8} />
        </section>
      )}
    </div>
  )
}

function Card({ card }: { readonly card: OverviewCard }) {
  const { id, label, value, per, band, note, unstable, at, makeup, asked, section } = card
  const open = (): void => {
    viewStore.getState().showEstimate(section)
    if (at !== undefined) viewStore.getState().select(at)
  }
  return (
    <button
      type="button"
      className="overview-card"
      data-headline={id}
      title={asked === undefined ? 'Show where it comes from' : typographic(asked.result.arithmetic)}
      onClick={open}
    >
      <span className="overview-label">
        <span className="ellipsis">{label}</span>
        {asked === undefined ? null : <VerdictMark verdict={asked.result.verdict} />}
      </span>
      <span className="overview-number">
        <span className={classNames('overview-value', unstable === true && 'overview-unstable')}>{value}</span>
        {per === undefined ? null : <span className="band-per">{per}</span>}
        {band === undefined ? null : <span className="band-range">{band}</span>}
      </span>
      {asked === undefined ? null : <span className="overview-note">Asked: {asked.target}</span>}
      {note === undefined ? null : (
        <span className="overview-note overview-remark" title={note}>
          {note}
        </span>
      )}
      {makeup === undefined ? null : <MakeupBar makeup={makeup} />}
    </button>
  )
}
