import type { Decision, Design, Id, Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { ActionEstimate, Band, Estimate } from '../../estimate/estimate.ts'
import type { Verdict } from '../../estimate/requirement-result.ts'
import type { Finding } from '../../findings/finding.ts'
import type { ShownCurrency } from '../../kinds/figures/money-format.ts'
import type { DocumentContext } from '../document.ts'
import { currencyWords, formatDuration, formatStated, formatUsd, leastUsd } from '../text/numbers.ts'

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

export interface TimeFigure {
  readonly p95: Band
  /** "6.3 s" */
  readonly short: string
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
  const first = figure(context, asked('latency.first'), action.first?.p95)
  const full = figure(context, asked('latency.full'), action.full?.p95)
  const machine = asked('latency.unattended')
  const unattended = machine === undefined ? undefined : figure(context, machine, action.unattended?.p95)
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
    .map(({ done }) => done?.p95)
    .toSorted((left, right) => (right?.value ?? 0) - (left?.value ?? 0))[0]
  return figure(context, requirement, latest)
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
  return first !== undefined && first.targetMs === undefined && first.short === full?.short
}

function figure(
  { analysis }: DocumentContext,
  requirement: Requirement | undefined,
  p95: Band | undefined,
): TimeFigure | undefined {
  if (p95 === undefined) return undefined
  const target = known(requirement?.target)
  const targetMs = typeof target === 'number' ? target : undefined
  const verdict = analysis.requirements.find((each) => each.requirement === requirement?.id)?.verdict
  return {
    p95,
    short: formatDuration(p95.value, p95),
    target: targetMs === undefined ? '' : `, target ${formatStated(targetMs, 'ms')}`,
    ...(targetMs === undefined ? {} : { targetMs }),
    ...(verdict === undefined ? {} : { verdict }),
  }
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
