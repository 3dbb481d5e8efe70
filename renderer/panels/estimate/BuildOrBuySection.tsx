import './serving.css'
import { lazy, Suspense, useMemo, useState } from 'react'
import { compareBuildOrBuy } from '../../../shared/estimate/self-hosting/compare-build-or-buy.ts'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import type { BuildOrBuy, BuildOrBuyChoice } from '../../../shared/estimate/self-hosting-parts.ts'
import { findProduct } from '../../../shared/kinds/index.ts'
import { gpus } from '../../../shared/kinds/serving/gpus.ts'
import { modelStructures } from '../../../shared/kinds/serving/models.ts'
import { Button, Choice } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { currencyCode, formatQuantity, formatMoneyExact, formatMoneyRough } from '../quantities.ts'
import { verdictOf } from './build-or-buy-words.ts'
import { FormulaDetail } from './FormulaDetail.tsx'
import { ViewSwitch } from './ViewSwitch.tsx'
import type { ChartView } from './ViewSwitch.tsx'

const Staircase = lazy(async () => ({ default: (await import('./charts/Staircase.tsx')).Staircase }))

const models = Object.entries(modelStructures).map(([value, { title }]) => ({ value, label: title }))
const counts = [1, 2, 4, 8].map((count) => ({
  value: String(count),
  label: `${count} GPU${count === 1 ? '' : 's'} a replica`,
}))

/** Every model of the design, bought by the token against run on own machines. */
export function BuildOrBuySection({ estimate }: { readonly estimate: Estimate }) {
  if (estimate.buildOrBuy.length === 0) {
    return (
      <p className="panel-empty-line">No called model has a price to compare: connect one, or enter what it costs.</p>
    )
  }
  return (
    <div className="estimate-part">
      {estimate.buildOrBuy.map((compared) => (
        <Comparison key={compared.component} drawn={compared} />
      ))}
    </div>
  )
}

/** One comparison; other models and machines are tried here, without changing the design. */
function Comparison({ drawn }: { readonly drawn: BuildOrBuy }) {
  const [change, setChange] = useState<Partial<BuildOrBuyChoice> | undefined>(undefined)
  const [view, setView] = useState<ChartView>('chart')
  const tried = useMemo(() => (change === undefined ? undefined : tryChoice(drawn, change)), [drawn, change])
  const compared = tried?.ok === true ? tried.result : drawn
  const choice = { ...drawn.choice, ...change }
  const set = (part: Partial<BuildOrBuyChoice>) => setChange({ ...change, ...part })
  const prices = drawn.basis.gpuPrices.map(({ gpu, usdPerHour }) => ({
    value: gpu,
    label: gpus[gpu]?.title ?? gpu,
    hint: `${formatMoneyExact(usdPerHour.value)} an hour`,
  }))
  return (
    <section className="own-or-bought" aria-label="Bought against own machines">
      <div className="estimate-subhead">
        <ElementChip id={drawn.component} />
        <span className="muted small">
          {findProduct(drawn.apiProduct)?.title ?? drawn.apiProduct} bought, against own machines with
        </span>
        <span className="own-or-bought-choices">
          <Choice
            label="Open model"
            // A box may state a size alone, and no model of that name.
            value={models.some(({ value }) => value === choice.model) ? choice.model : undefined}
            placeholder="The model as drawn"
            options={models}
            onChange={(model) => set({ model })}
          />
          <Choice label="GPU" value={choice.gpu} options={prices} onChange={(gpu) => set({ gpu })} />
          <Choice
            label="GPUs a replica"
            value={String(choice.gpusPerReplica)}
            options={counts}
            onChange={(count) => set({ gpusPerReplica: Number(count) })}
          />
          {change === undefined ? null : (
            <Button tone="quiet" onClick={() => setChange(undefined)}>
              As before
            </Button>
          )}
        </span>
        <ViewSwitch value={view} onChange={setView} />
      </div>
      {tried?.ok === false ? (
        <p className="serving-problem">{tried.problem}</p>
      ) : (
        <ComparedNumbers compared={compared} view={view} />
      )}
    </section>
  )
}

/** A drawn server's own rate holds only for what is drawn. */
function tryChoice(drawn: BuildOrBuy, change: Partial<BuildOrBuyChoice>) {
  const { callsPerSecondPerReplica: _drawnRate, ...base } = drawn.choice
  return compareBuildOrBuy(drawn.basis, { ...base, leastReplicas: 1, ...change })
}

function ComparedNumbers({ compared, view }: { readonly compared: BuildOrBuy; readonly view: ChartView }) {
  const { callsPerMonth, usdPerCallBought, usdPerMonthBought, usdPerMonthBuilt, replicasNeeded } = compared
  const { breakEvenCallsPerMonth: even, breakEvenFormula, curve, assumptions, callsPerMonthPerReplica } = compared
  return (
    <>
      <p className="estimate-lead">{verdictOf(compared)}</p>
      <dl className="own-or-bought-numbers">
        <Fact label="Calls a month" text={formatQuantity(callsPerMonth, 'count')} />
        <Fact label="Bought" text={`${formatMoneyRough(usdPerMonthBought)} /month`} />
        <Fact label="Own machines" text={`${formatMoneyRough(usdPerMonthBuilt)} /month`} />
        <Fact label="Bought, per call" text={formatMoneyExact(usdPerCallBought)} />
        <Fact label="Replicas needed" text={formatQuantity(replicasNeeded, 'count')} />
        <Fact label="A replica takes" text={`${formatQuantity(callsPerMonthPerReplica, 'count')} calls /month`} />
        <Fact label="Engineer" text={`${formatMoneyRough(compared.usdPerMonthEngineering)} /month`} />
      </dl>
      {view === 'chart' ? (
        <figure className="chart" aria-label={`${currencyCode()} a month over calls a month`}>
          <div className="own-or-bought-chart">
            <Suspense fallback={null}>
              <Staircase
                label={`${currencyCode()} a month over calls a month`}
                curve={curve}
                today={callsPerMonth}
                breakEven={even}
              />
            </Suspense>
          </div>
          <figcaption className="chart-legend">
            <span>
              <i style={{ background: 'var(--chart-high)' }} />
              Bought
            </span>
            <span>
              <i style={{ background: 'var(--chart-own)' }} />
              Own machines, whole replicas
            </span>
          </figcaption>
        </figure>
      ) : (
        <CurveTable curve={curve} />
      )}
      {breakEvenFormula === undefined || even === undefined ? null : (
        <details>
          <summary className="small muted">How the break-even was computed</summary>
          <FormulaDetail formula={breakEvenFormula} result={formatQuantity(even, 'count')} per=" calls a month" />
        </details>
      )}
      <ul className="small muted">
        {assumptions.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}

function CurveTable({ curve }: { readonly curve: BuildOrBuy['curve'] }) {
  return (
    <table className="panel-table panel-table-inner">
      <thead>
        <tr>
          <th className="number">Calls a month</th>
          <th className="number">Bought</th>
          <th className="number">Own machines</th>
        </tr>
      </thead>
      <tbody>
        {curve.map(({ callsPerMonth, bought, built }, index) => (
          // Both sides of a step stand at one volume: the position is part of what a row is.
          // eslint-disable-next-line react/no-array-index-key
          <tr key={`${callsPerMonth} ${index}`}>
            <td className="number">{formatQuantity(callsPerMonth, 'count')}</td>
            <td className="number">{formatQuantity(bought, 'USD')}</td>
            <td className="number">{formatQuantity(built, 'USD')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
