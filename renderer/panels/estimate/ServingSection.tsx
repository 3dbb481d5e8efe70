import './serving.css'
import { lazy, Suspense, useState } from 'react'
import { nameOf } from '../../../shared/design/collections.ts'
import type { Estimate } from '../../../shared/estimate/estimate.ts'
import type { ServingEstimate } from '../../../shared/estimate/self-hosting-parts.ts'
import { engines } from '../../../shared/kinds/serving/constants.ts'
import { gpus } from '../../../shared/kinds/serving/gpus.ts'
import { Badge, LinkButton } from '../../ui/index.ts'
import { BandNumber } from '../BandNumber.tsx'
import { ElementChip } from '../ElementChips.tsx'
import { formatQuantity, formatShare } from '../quantities.ts'
import { useDesign, viewStore } from '../stores.ts'
import { FormulaDetail } from './FormulaDetail.tsx'

// A thousand measurements come when somebody looks at them.
const ServingPlot = lazy(async () => ({ default: (await import('./ServingPlot.tsx')).ServingPlot }))

/** What each model on own machines does at the peak, with the error of the model beside its numbers. */
export function ServingSection({ estimate }: { readonly estimate: Estimate }) {
  const design = useDesign((present) => present)
  const [opened, setOpened] = useState<string | undefined>(undefined)
  const { serving } = estimate
  if (serving.length === 0) {
    return <p className="panel-empty-line">No model on the drawing runs on own machines.</p>
  }
  return (
    <div className="estimate-part">
      <table className="panel-table panel-table-inner serving-table">
        <thead>
          <tr>
            <th>Component</th>
            <th>Each replica</th>
            <th>Memory</th>
            <th className="number">At once, peak</th>
            <th className="number">First token</th>
            <th className="number">Per token</th>
            <th className="number">Tokens/s, full</th>
            <th className="number">1M output tokens</th>
            <th className="number">GPUs at the peak</th>
          </tr>
        </thead>
        <tbody>
          {serving.map((one) => (
            <ServingRow
              key={one.component}
              serving={one}
              open={opened === one.component}
              onOpen={() => setOpened(opened === one.component ? undefined : one.component)}
            />
          ))}
        </tbody>
      </table>
      <Suspense fallback={null}>
        <ServingPlot serving={serving} nameOf={(id) => nameOf(design, id)} />
      </Suspense>
    </div>
  )
}

interface ServingRowProps {
  readonly serving: ServingEstimate
  readonly open: boolean
  readonly onOpen: () => void
}

function ServingRow({ serving, open, onOpen }: ServingRowProps) {
  const { component, model, fits, running, seats, queueing, ttftMs, tpotMs, usdPerMillionOutputTokens } = serving
  const { tokensPerSecondPerReplica, gpusNeeded } = serving
  return (
    <>
      <tr className="panel-row" data-open={open}>
        <td>
          <button type="button" className="disclosure" aria-expanded={open} onClick={onOpen}>
            <span className="visually-hidden">How it was computed: </span>
          </button>
          <ElementChip id={component} />
        </td>
        <td>
          {model}
          <br />
          <span className="small muted">{machineWords(serving)}</span>
        </td>
        <td>
          <Memory serving={serving} />
        </td>
        <td className="number">
          {!fits ? (
            <Badge tone="fail">does not fit</Badge>
          ) : queueing ? (
            <Badge tone="fail">queues</Badge>
          ) : (
            <>
              {formatQuantity(running, 'count')} <span className="faint">of {seats}</span>
            </>
          )}
        </td>
        <td className="number">{queueing ? '–' : <BandNumber band={ttftMs} unit="ms" />}</td>
        <td className="number">
          <BandNumber band={tpotMs} unit="ms" />
        </td>
        <td className="number">
          {tokensPerSecondPerReplica === undefined ? '–' : formatQuantity(tokensPerSecondPerReplica, 'count')}
        </td>
        <td className="number">
          <BandNumber band={usdPerMillionOutputTokens} unit="USD" />
        </td>
        <td className="number">{gpusNeeded === undefined ? '–' : formatQuantity(gpusNeeded, 'count')}</td>
      </tr>
      <tr className="panel-detail serving-notes" data-open={open}>
        <td colSpan={9}>
          <Notes serving={serving} />
          {open && serving.usdPerMillionFormula !== undefined && usdPerMillionOutputTokens !== undefined ? (
            <FormulaDetail
              formula={serving.usdPerMillionFormula}
              result={formatQuantity(usdPerMillionOutputTokens.value, 'USD')}
              per=" per million output tokens"
            />
          ) : null}
        </td>
      </tr>
    </>
  )
}

/** What is wrong, at its field; then how well the numbers are known. */
function Notes({ serving }: { readonly serving: ServingEstimate }) {
  const { component, problems, queueing, seats, fits } = serving
  return (
    <ul className="serving-note-list small">
      {problems.map(({ field, sentence }) => (
        <li key={sentence} className="serving-problem">
          {sentence}{' '}
          <LinkButton onClick={() => viewStore.getState().showField(component, field)}>Show the field</LinkButton>
        </li>
      ))}
      {queueing ? (
        <li className="serving-problem">
          More calls arrive at the peak than {seats} at once can serve: they queue, and the first token waits without
          end.
        </li>
      ) : null}
      {fits ? <Doubt serving={serving} /> : <li>It cannot run, so it has no time, no rate and no price per token.</li>}
    </ul>
  )
}

/** Measured first tokens that took so many times what is computed are of another cause than the model knows. */
const unexplainedFrom = 4
const unexplained =
  'The band is that wide because some measured servers of this class let a call wait for seconds though few were there, for a reason that their measurements do not show. Your own measurement of the first token replaces it.'

/** How well the numbers are known. */
function Doubt({
  serving: { error, firstToken, measuredPoints, extrapolated, mixed, engine },
}: {
  readonly serving: ServingEstimate
}) {
  const what = `${mixed ? 'mixtures of experts' : 'dense models'} on ${engine === 'other' ? 'all engines' : engines[engine]}`
  return (
    <li className="muted">
      {extrapolated === undefined ? null : (
        <>
          <Badge tone="atRisk">extrapolated</Badge> {extrapolated} The band is widened.{' '}
        </>
      )}
      Time per token is off by {formatShare(error)} on average, on {formatQuantity(measuredPoints, 'count')} measured
      points of {what}; time to the first token by {formatShare(firstToken.error)} where nobody queues, and most of them
      took {formatQuantity(firstToken.low, 'count')} to {formatQuantity(firstToken.high, 'count')} times what is
      computed.{firstToken.high < unexplainedFrom ? null : ` ${unexplained}`}
    </li>
  )
}

/** Weights, room for the cache and the rest of what a replica has. */
function Memory({
  serving: { weightsGigabytes, cacheGigabytes, memoryGigabytes, slots },
}: {
  readonly serving: ServingEstimate
}) {
  const share = (gigabytes: number): string => `${Math.min(100, (100 * gigabytes) / memoryGigabytes)}%`
  const calls = slots === 0 ? 'no call' : slots === 1 ? '1 call' : `${formatQuantity(slots, 'count')} calls`
  const words = `${formatQuantity(weightsGigabytes, 'count')} GB weights, ${slots === 0 ? 'room' : `${formatQuantity(cacheGigabytes, 'count')} GB`} for ${calls}`
  return (
    <div className="serving-memory">
      <span className="serving-memory-bar" aria-hidden>
        <i style={{ width: share(weightsGigabytes) }} data-part="weights" />
        <i style={{ width: share(cacheGigabytes) }} data-part="cache" />
      </span>
      <span className="small muted">
        {words}, of {formatQuantity(memoryGigabytes, 'count')} GB
      </span>
    </div>
  )
}

function machineWords({ gpu, gpusPerReplica, replicas, engine }: ServingEstimate): string {
  const machine = `${gpusPerReplica} × ${gpus[gpu]?.title ?? gpu}`
  const many = replicas === 1 ? '' : `, ${replicas} replicas`
  return engine === 'other' ? `${machine}${many}` : `${machine}, ${engines[engine]}${many}`
}
