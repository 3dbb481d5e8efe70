import type { Decision, Design, Id, Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { ActionEstimate, Band, Estimate, Percentiles } from '../../estimate/estimate.ts'
import type { Verdict } from '../../estimate/requirement-result.ts'
import type { Finding } from '../../findings/finding.ts'
import type { ShownCurrency } from '../../kinds/figures/money-format.ts'
import type { DocumentContext } from '../document.ts'
import {
  currencyWords,
  durationBand,
  formatDuration,
  formatStated,
  formatUsd,
  leastUsd,
  roundWithin,
} from '../text/numbers.ts'
import { formatMs } from '../../kinds/figures/number-format.ts'

/** The action that headlines speak of. */
export function mainAction({ analysis }: DocumentContext): ActionEstimate | undefined {
  const { actions, mainAction: main } = analysis.estimate
  return actions.find(({ action }) => action === main) ?? actions[0]
}

export function decisionsToTake(design: Design): readonly Decision[] {
  return (design.decisions ?? []).filter(({ status }) => status === 'proposed')
}

export function openFindings({ analysis }: DocumentContext): readonly Finding[] {
  return analysis.findings.filter(({ status }) => status === 'open')
}

/** USD a month: the target of the cost requirement, else the budget in the design's context. */
export function budgetOf(design: Design): number | undefined {
  const requirement = design.requirements?.find(({ metric, is }) => metric === 'cost.month' && is === '<=')
  for (const value of [requirement?.target, design.context?.['monthlyBudgetUsd']]) {
    const budget = known(value)
    if (typeof budget === 'number' && budget > 0) return budget
  }
  return undefined
}

/** "about $5.1k", "at least $5.1k" when a price is missing. */
export function monthlyCost({ totalUsdPerMonth }: Estimate, currency?: ShownCurrency): string {
  return totalUsdPerMonth.atLeast === true
    ? leastUsd(totalUsdPerMonth, currency)
    : `about ${formatUsd(totalUsdPerMonth.value, totalUsdPerMonth, currency)}`
}

/** What a requirement asks for decides which percentile is shown; 95 of 100 cases where none does. */
const cases = {
  p50: 'in half of the cases',
  p90: 'in 90 of 100 cases',
  p95: 'in 95 of 100 cases',
  p99: 'in 99 of 100 cases',
} as const

export type Percentile = keyof typeof cases

export interface TimeFigure {
  readonly percentile: Percentile
  /** "in 95 of 100 cases" */
  readonly often: string
  readonly band: Band
  /** The value in the digits that are shown, in milliseconds. */
  readonly shownMs: number
  /** "6.3 s" */
  readonly short: string
  /** "6.3 s (5.2–7.8 s)" */
  readonly text: string
  readonly targetMs?: number
  /** What the requirement on it says. */
  readonly verdict?: Verdict
  /** ", target 2.5 s" or nothing. */
  readonly target: string
}

/** The main action's times against their requirements. */
export interface AnswerTime {
  readonly first?: TimeFigure
  readonly full?: TimeFigure
  /** Without the time that people take, where a requirement asks for that. */
  readonly unattended?: TimeFigure
  /** Until what it sets in motion is done, where a requirement asks for that: the latest of the calls that it names. */
  readonly done?: TimeFigure
}

/** The main action's times; undefined when nothing answers. */
export function answerTime(context: DocumentContext): AnswerTime | undefined {
  const action = mainAction(context)
  if (action === undefined || !context.analysis.estimate.meaningful) return undefined
  const asked = (metric: string): Requirement | undefined => requirementOn(context, metric, [action.action])
  const [soon, whole, machine] = ['latency.first', 'latency.full', 'latency.unattended'].map(asked)
  // What nobody asks for in other cases is counted in those that are asked for.
  const usual = percentileOf(whole ?? soon ?? machine)
  const first = figure(context, soon, action.first, usual)
  const full = figure(context, whole, action.full, usual)
  const unattended = machine === undefined ? undefined : figure(context, machine, action.unattended, usual)
  const done = doneTime(context, action)
  if (first === undefined && full === undefined && done === undefined) return undefined
  return {
    ...(first === undefined ? {} : { first }),
    ...(full === undefined ? {} : { full }),
    ...(unattended === undefined ? {} : { unattended }),
    ...(done === undefined ? {} : { done }),
  }
}

function doneTime(context: DocumentContext, { action }: ActionEstimate): TimeFigure | undefined {
  const calls = context.analysis.estimate.flowsDone.filter((each) => each.action === action)
  const requirement = requirementOn(
    context,
    'latency.done',
    calls.map(({ flow }) => flow),
  )
  if (requirement === undefined) return undefined
  const named = calls.filter(({ flow }) => requirement.on === undefined || requirement.on.includes(flow))
  const latest = named
    .map(({ done }) => done)
    .toSorted((left, right) => (right?.p95.value ?? 0) - (left?.p95.value ?? 0))[0]
  return figure(context, requirement, latest, 'p95')
}

function requirementOn({ design }: DocumentContext, metric: string, elements: readonly Id[]): Requirement | undefined {
  return design.requirements?.find(
    (each) =>
      each.metric === metric &&
      each.is === '<=' &&
      (each.on === undefined || each.on.some((id) => elements.includes(id))),
  )
}

/** Whether the first words are no figure of their own: they come with the whole answer, and nobody asked for them sooner. */
export function comesAtOnce({ first, full }: AnswerTime): boolean {
  return first !== undefined && full !== undefined && first.targetMs === undefined && isOneMoment(first, full)
}

/** Held back or not streamed: first and last words come together. */
export function isOneMoment(first: TimeFigure, full: TimeFigure): boolean {
  return first.percentile === full.percentile && full.band.value - first.band.value < 0.02 * full.band.value
}

function figure(
  { analysis }: DocumentContext,
  requirement: Requirement | undefined,
  times: Percentiles | undefined,
  usual: Percentile,
): TimeFigure | undefined {
  if (times === undefined) return undefined
  const percentile = requirement === undefined ? usual : percentileOf(requirement)
  const band = times[percentile]
  const target = known(requirement?.target)
  const targetMs = typeof target === 'number' ? target : undefined
  const verdict = analysis.requirements.find((each) => each.requirement === requirement?.id)?.verdict
  return {
    percentile,
    often: cases[percentile],
    band,
    ...shownTime(band, targetMs),
    target: targetMs === undefined ? '' : `, target ${formatStated(targetMs, 'ms')}`,
    ...(targetMs === undefined ? {} : { targetMs }),
    ...(verdict === undefined ? {} : { verdict }),
  }
}

/** A time in the digits of its band; in more where those would not tell it from its target. */
function shownTime(band: Band, targetMs: number | undefined): Pick<TimeFigure, 'shownMs' | 'short' | 'text'> {
  const shownMs = roundWithin(band.value, band, 'ms')
  const short = formatDuration(band.value, band)
  const isClose = targetMs !== undefined && shownMs === targetMs && band.value !== targetMs
  if (!isClose) return { shownMs, short, text: durationBand(band) }
  const exact = { ...band, low: band.value, high: band.value }
  return {
    shownMs: roundWithin(band.value, exact, 'ms'),
    short: formatDuration(band.value),
    text: durationBand(band, formatMs.lastPlace(band.value)),
  }
}

/** A mean has no band of its own: the percentile that readers know stands for it. */
function percentileOf(requirement: Requirement | undefined): Percentile {
  const aggregate = requirement?.aggregate
  return aggregate === 'p50' || aggregate === 'p90' || aggregate === 'p99' ? aggregate : 'p95'
}

/** The small print of every slide with a number on it. */
export function estimateNote({ design, analysis, priceBookDate }: DocumentContext): string {
  return `Estimate, not an offer. Prices of ${priceBookDate ?? analysis.estimate.priceBookDate}${currencyWords(design)}; brackets show what is not known yet.`
}

/** Two significant digits: a title is read aloud. */
export function roughly(count: number): number {
  if (count < 100) return Math.round(count)
  const power = 10 ** (Math.floor(Math.log10(count)) - 1)
  return Math.round(count / power) * power
}
