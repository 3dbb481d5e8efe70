import type { Decision, Design, Id } from '../design/design.ts'
import type { Band } from '../estimate/estimate.ts'
import type { Unit } from '../kinds/fields/field.ts'
import { type Figure, figuresOf } from '../options/figures.ts'
import type { Outcome, Side } from '../options/outcome.ts'
import { findMetric } from '../requirements/metrics/index.ts'
import { sideOf } from './matrix.ts'

/** Numbers that a decision is accepted on. How many findings are open is not one of them: work changes that every day. */
const lasting: ReadonlySet<string> = new Set([
  'cost.perMonthUsd',
  'latency.firstP95Ms',
  'latency.fullP95Ms',
  'availability.share',
])

const requirementPrefix = 'requirement.'

/** The drawing that an accepted decision speaks of: that of the chosen option, or the base. */
export function chosenSide(decision: Decision): Side {
  const chosen = decision.options.find(({ id }) => id === decision.chosen)
  return (chosen === undefined ? undefined : sideOf(chosen)) ?? null
}

/** What the engines say of the chosen option, by name: headlines, and the value of each driver that has one. */
export function basisOf(decision: Decision, outcome: Outcome): Readonly<Record<string, number>> {
  const figures = lastingFigures(outcome).flatMap(({ id, band }) =>
    band === undefined ? [] : [[id, band.value] as const],
  )
  const drivers = (decision.drivers ?? []).flatMap((id) => {
    const value = outcome.requirements.find(({ requirement }) => requirement === id)?.value
    return value === undefined ? [] : [[`${requirementPrefix}${id}`, value] as const]
  })
  return Object.fromEntries([...figures, ...drivers])
}

/** A number that a decision was accepted on, and where it is now. */
export interface MovedFigure {
  readonly id: string
  readonly label: string
  readonly unit?: Unit
  readonly was: number
  /** Absent where the number cannot be told any more. */
  readonly now?: Band
}

/**
 * The numbers that have left what is known: the one of then lies outside of the band of today. A decision with any is
 * outdated; what it says stays as it was signed.
 */
export function movedFigures(
  decision: Decision,
  outcome: Outcome,
  nameOf: (requirement: Id) => { readonly title: string; readonly unit?: Unit },
): readonly MovedFigure[] {
  if (decision.status !== 'accepted' || decision.basis === undefined) return []
  const figures = lastingFigures(outcome)
  return Object.entries(decision.basis).flatMap(([id, was]): readonly MovedFigure[] => {
    if (id.startsWith(requirementPrefix)) return movedDriver(id, was, outcome, nameOf)
    const figure = figures.find((each) => each.id === id)
    if (figure === undefined || isWithin(was, figure.band)) return []
    const { label, unit, band } = figure
    return [{ id, label, unit, was, ...(band === undefined ? {} : { now: band }) }]
  })
}

/**
 * The same of a decision of a design, drivers by their names. A headline that is asked for as well is told once; nothing
 * while the drawing of the chosen option is being worked on.
 */
export function movedSince(
  decision: Decision,
  { requirements = [] }: Design,
  outcomes: ReadonlyMap<Side, Outcome>,
): readonly MovedFigure[] {
  const outcome = outcomes.get(chosenSide(decision))
  if (outcome === undefined) return []
  const moved = movedFigures(decision, outcome, (id) => {
    const stated = requirements.find((each) => each.id === id)
    const metric = stated === undefined ? undefined : findMetric(stated.metric)
    return {
      title: stated?.name ?? metric?.title ?? 'A requirement',
      ...(metric?.unit === undefined ? {} : { unit: metric.unit }),
    }
  })
  return moved.filter(
    ({ id, was }) =>
      !id.startsWith(requirementPrefix) ||
      !moved.some((other) => !other.id.startsWith(requirementPrefix) && other.was === was),
  )
}

function movedDriver(
  id: string,
  was: number,
  outcome: Outcome,
  nameOf: (requirement: Id) => { readonly title: string; readonly unit?: Unit },
): readonly MovedFigure[] {
  const requirement = id.slice(requirementPrefix.length)
  const result = outcome.requirements.find((each) => each.requirement === requirement)
  // A requirement that is gone is no number that moved: nobody asks for it any more.
  if (result === undefined) return []
  const { value, low = value, high = value } = result
  const band = value === undefined || low === undefined || high === undefined ? undefined : { value, low, high }
  if (isWithin(was, band)) return []
  const { title, unit } = nameOf(requirement)
  return [{ id, label: title, ...(unit === undefined ? {} : { unit }), was, ...(band ? { now: band } : {}) }]
}

/** Sums of the same parts in another order differ in the last digit. */
const slack = 1e-9

function isWithin(was: number, band: Band | undefined): boolean {
  if (band === undefined) return false
  return was >= band.low - Math.abs(band.low) * slack && was <= band.high + Math.abs(band.high) * slack
}

function lastingFigures(outcome: Outcome): readonly Figure[] {
  return figuresOf(outcome).filter(({ id }) => lasting.has(id))
}
