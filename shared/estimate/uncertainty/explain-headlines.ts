import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { lossesIn } from '../availability/losses.ts'
import { swingsIn } from '../../kinds/formula/formula-band.ts'
import { scaleGuesses, type Sum } from './band.ts'
import type { Readers } from '../calls/call-context.ts'
import type { PricedCall } from '../money/cost-lines.ts'
import type { ActionEstimate, Availability, Band, Percentiles } from '../estimate.ts'
import type { LedgerEntry, Makeup, Tornado } from '../estimate-parts.ts'
import type { Clock } from '../latency/clock.ts'
import { makeupOf as makeupOfClock } from '../latency/clock-makeup.ts'
import { type Inputs, payersOf, type Use } from './ledger.ts'
import type { Measured } from '../measure-actions.ts'
import { standingOf } from '../../kinds/formula/standing.ts'
import { guessesIn, makeupOf } from './standing.ts'
import { type TimedComponent, timeInputsOf } from './time-inputs.ts'
import { makeTornado, type SwingsByInput } from './tornado.ts'

/** What the headlines of an estimate rest on, and what moves them. */
export interface Explained {
  readonly tornados: readonly Tornado[]
  readonly ledger: readonly LedgerEntry[]
}

/** The month by headline. */
export type MoneySums = Readonly<Record<'technology' | 'people' | 'total', Sum>>

/** The numbers that are explained, as the estimate has them. */
export interface Headlines {
  /** All lines of the estimate, one-off ones included. */
  readonly priced: readonly PricedCall[]
  readonly sums: MoneySums
  readonly actions: readonly ActionEstimate[]
  readonly mainAction: Id | undefined
  readonly availability: Availability | undefined
}

type TimesByAction = ReadonlyMap<Id, ReadonlyMap<Id, TimedComponent>>

/** The own times of every action, by component: read once, for make-ups, tornados and the ledger. */
export function findTimeInputs(graph: Graph, readers: Readers, measured: readonly Measured[]): TimesByAction {
  return new Map(measured.map(({ runs, visits }) => [runs.action, timeInputsOf(graph, readers, visits)]))
}

/** Tornados of all headlines, and the ledger of all inputs. */
export function explainHeadlines(
  inputs: Inputs,
  measured: readonly Measured[],
  times: TimesByAction,
  { priced, sums, actions, mainAction, availability }: Headlines,
): Explained {
  const payers = payersOf(priced.map(({ line, swings }) => ({ component: line.component, swings })))
  const money = (headline: keyof MoneySums): Moved => {
    const { band, swings } = sums[headline]
    return { headline, unit: 'USD/month', value: band.value, swings, worth: 1 }
  }
  const main = actions.find(({ action }) => action === mainAction)
  const clocks = measured.find(({ runs }) => runs.action === mainAction)?.clocks
  const time = (
    headline: 'first' | 'full',
    percentiles: Percentiles | undefined,
    clock: Clock | undefined,
  ): Moved[] => {
    if (!percentiles || !clock || clock.time.meanMs <= 0) return []
    const { value } = percentiles.p95
    return [{ headline, unit: 'ms', value, swings: makeupOfClock(clock).swings, worth: value / clock.time.meanMs }]
  }
  const moved: readonly Moved[] = [
    ...(['technology', 'people', 'total'] as const).map(money),
    ...time('first', main?.first, clocks?.first),
    ...time('full', main?.full, clocks?.full),
    ...(availability
      ? [
          {
            headline: 'availability' as const,
            unit: 'share' as const,
            value: availability.value,
            swings: swingsIn(availability.formula),
            worth: 1,
          },
        ]
      : []),
  ]
  return {
    tornados: moved.map(({ headline, unit, value, swings, worth }) =>
      makeTornado(headline, unit, value, swings, worth, payers),
    ),
    ledger: inputs.list(
      usesOf(priced, actions, times),
      moved.map(({ value, swings, worth }) => ({ value: worth === 0 ? 0 : value / worth, swings })),
    ),
  }
}

interface Moved {
  readonly headline: Tornado['headline']
  readonly unit: Tornado['unit']
  readonly value: number
  readonly swings: SwingsByInput
  readonly worth: number
}

/** Which results use which inputs: cost lines by their formula, actions by the times and promises on their way. */
function usesOf(
  priced: readonly PricedCall[],
  actions: readonly ActionEstimate[],
  times: TimesByAction,
): readonly Use[] {
  return [
    ...priced.map(({ line }) => ({ result: line.id, of: [line.formula] })),
    ...actions.map(({ action, availability }) => ({
      result: action,
      of: [
        ...[...(times.get(action)?.values() ?? [])].flatMap(({ mediansMs }) => mediansMs),
        ...(availability ? [availability.formula] : []),
      ],
    })),
  ]
}

/**
 * Availability with what it rests on: each factor by what it takes of the time down, with the standing of the promise
 * behind it. What no single promise says (a shared cause, alternatives) is the estimate's own guess.
 */
export function explainAvailability(availability: Availability | undefined): Availability | undefined {
  if (!availability) return undefined
  const known = explained.get(availability) ?? explainAnew(availability)
  explained.set(availability, known)
  return known
}

const explained = new WeakMap<Availability, Availability>()

function explainAnew(availability: Availability): Availability {
  const { value, formula } = availability
  const makeup = makeupOf(
    lossesIn(formula, value).map(({ node, size }) => ({
      size,
      standing: standingOf(node) ?? node.restsOn ?? 'assumed',
    })),
  )
  const guesses = value > 0 ? guessesIn(swingsIn(formula).values()) : undefined
  return { ...availability, ...(makeup ? { makeup } : {}), ...(guesses ? { guesses } : {}) }
}

/** The action with what its times rest on: each component's part of the mean, by the weakest input of its own time. */
export function withTimeMakeup<T extends Pick<ActionEstimate, 'first' | 'full' | 'unattended'>>(
  estimate: T,
  { clocks }: Measured,
  times: ReadonlyMap<Id, TimedComponent> = new Map(),
): T {
  const { first, full, unattended } = estimate
  // Most answers come at once and without people: three names for one time.
  const known = new Map<Percentiles, Percentiles>()
  const explain = (percentiles: Percentiles, clock: Clock): Percentiles => {
    const made = known.get(percentiles) ?? explainTime(percentiles, clock, times)
    known.set(percentiles, made)
    return made
  }
  return {
    ...estimate,
    ...(first && clocks.first ? { first: explain(first, clocks.first) } : {}),
    ...(full && clocks.full ? { full: explain(full, clocks.full) } : {}),
    ...(unattended && clocks.unattended ? { unattended: explain(unattended, clocks.unattended) } : {}),
  }
}

function timeMakeup(clock: Clock, times: ReadonlyMap<Id, TimedComponent>): Makeup | undefined {
  // What takes time and is no component's own (a hop of the network) is the estimate's own guess.
  return makeupOf(
    [...makeupOfClock(clock).parts].map(([id, { meanMs }]) => ({
      size: meanMs,
      standing: times.has(id) ? times.get(id)?.restsOn : 'assumed',
    })),
  )
}

/** Percentiles of a clock with what they rest on, and the guesses that move them most. */
export function explainTime(
  percentiles: Percentiles,
  clock: Clock,
  times: ReadonlyMap<Id, TimedComponent> = new Map(),
): Percentiles {
  const makeup = timeMakeup(clock, times)
  if (makeup === undefined) return percentiles
  const guesses = guessesIn(makeupOfClock(clock).swings.values())
  const on = (band: Band): Band => {
    const worth = clock.time.meanMs > 0 ? band.value / clock.time.meanMs : 0
    return { ...band, makeup, ...(guesses && worth > 0 ? { guesses: scaleGuesses(guesses, worth) } : {}) }
  }
  const { p50, p90, p95, p99 } = percentiles
  return { ...percentiles, p50: on(p50), p90: on(p90), p95: on(p95), p99: on(p99) }
}
