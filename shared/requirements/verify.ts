import type { Id, Requirement } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Band } from '../estimate/estimate.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import { moneyFormatter, shownCurrency } from '../kinds/figures/money-format.ts'
import { type Formatter, formatBand, formatExact, formatterOf, stepOf } from '../kinds/figures/number-format.ts'
import type { Judged, Measured, Metric, MetricContext } from './metric.ts'
import { reservationOn } from './assumed-verdict.ts'
import { atLoad } from './at-load.ts'
import { askForScope, chooseElements } from './chosen.ts'
import { findMetric } from './metrics/index.ts'
import { sayScope } from './scope-sentence.ts'
import { verdictOrder, waive } from './waiver.ts'

/**
 * Verifies every requirement of a design: pass, assumed (a pass that hangs on a number nobody has stated), at risk (the band
 * of what is not known straddles the target), fail, unknown (with the question) or waived (accepted by a named person, in date). `today` is an ISO date.
 */
export function verifyRequirements(context: MetricContext, today: string): readonly RequirementResult[] {
  const { graph } = context
  const { design } = graph
  const waiving = { design, today, nameOf: (id: Id) => graph.name(id) }
  return (design.requirements ?? [])
    .filter((requirement) => requirement.during === undefined || requirement.during.includes(design.shown ?? ''))
    .map((requirement) => waive(verifyRequirement(requirement, context), requirement, waiving))
}

/**
 * Whether a requirement holds in the design, by the metric that it names: verdict, sentence and what it rests on. What
 * cannot be measured is `unknown` and says why.
 */
export function verifyRequirement(stated: Requirement, context: MetricContext): RequirementResult {
  const metric = findMetric(stated.metric)
  if (!metric) return unknown(stated, 'evidence', `This version does not know the metric "${stated.metric}".`)
  const requirement = withMeasurableScope(stated, metric, context)
  if (requirement.on === undefined && requirement.where !== undefined) return verifyChosen(requirement, metric, context)
  const gone = (requirement.on ?? []).filter((id) => !exists(id, context))
  if (gone.length > 0) {
    const what = gone.length === 1 ? 'An element that it names is' : `${gone.length} elements that it names are`
    const sentence = `${what} no longer in the design. Choose what it holds for.`
    return unknown(requirement, metric.verification, sentence)
  }
  const nameOf = (id: Id): string => context.graph.name(id)
  const money = moneyFormatter(shownCurrency(context.graph.design))
  const { context: under, sentence: load } =
    metric.verification === 'computed' ? atLoad(requirement, context) : { context }
  const results = metric
    .verify(requirement, under)
    .map((result) => judge(requirement, metric, result, { nameOf, money }))
    .map((result) => (load === undefined ? result : { ...result, arithmetic: `${result.arithmetic} ${load}` }))
  const worst = results.toSorted(
    (one, other) => verdictOrder.indexOf(one.verdict) - verdictOrder.indexOf(other.verdict),
  )[0]
  return (
    worst ??
    unknown(requirement, metric.verification, `Nothing in this design gives a value for "${metric.title}" yet.`)
  )
}

/** A requirement that chooses its elements: what fails fails; what would pass waits until it is clear whom it holds for. */
function verifyChosen(requirement: Requirement, metric: Metric, context: MetricContext): RequirementResult {
  const chosen = chooseElements(requirement, metric, context.graph)
  if (!chosen.ok) return unknown(requirement, metric.verification, chosen.sentence)
  const question = chosen.asks.length === 0 ? undefined : askForScope(chosen.asks, context.graph)
  const asking = question === undefined ? {} : { question }
  if (chosen.on.length === 0) {
    const sentence = `It holds for ${sayScope(requirement.where ?? '', metric)}, and nothing in this design is known to be that.`
    return { ...unknown(requirement, metric.verification, sentence), ...asking }
  }
  const result = verifyRequirement({ ...requirement, on: chosen.on }, context)
  return question === undefined || result.verdict === 'fail' ? result : { ...result, verdict: 'unknown', ...asking }
}

/**
 * An empty list of elements means the whole design, as an absent one does; a workload stands for the actions of its mix
 * where actions are measured.
 */
function withMeasurableScope(requirement: Requirement, { scopes }: Metric, { graph }: MetricContext): Requirement {
  const { on, ...rest } = requirement
  if (on === undefined || on.length === 0) return rest
  const workloads = scopes.includes('actions') && !scopes.includes('workloads') ? (graph.design.workloads ?? []) : []
  const mixOf = (id: Id): readonly Id[] => Object.keys(workloads.find((each) => each.id === id)?.mix ?? { [id]: 1 })
  return { ...rest, on: [...new Set(on.flatMap(mixOf))] }
}

function exists(id: string, { graph }: MetricContext): boolean {
  const { design } = graph
  return (
    (graph.component(id) ?? graph.flow(id) ?? graph.asset(id) ?? graph.boundary(id)) !== undefined ||
    graph.actions.some((action) => action.action === id) ||
    [...(design.actions ?? []), ...(design.workloads ?? [])].some((element) => element.id === id)
  )
}

interface Wording {
  readonly nameOf: (id: Id) => string
  /** In the design's currency. */
  readonly money: Formatter
}

function judge(
  requirement: Requirement,
  metric: Metric,
  result: Measured | Judged,
  { nameOf, money }: Wording,
): RequirementResult {
  const common = { requirement: requirement.id, verification: metric.verification, elements: result.elements }
  if (result.type === 'judged') {
    const { verdict, arithmetic, question, asks } = result
    return {
      ...common,
      verdict,
      arithmetic,
      ...(question === undefined ? {} : { question }),
      ...(asks === undefined ? {} : { asks }),
    }
  }
  const target = numberOr(requirement.target, Number.NaN)
  const { value, low, high } = result.band
  if (Number.isNaN(target)) {
    const question = `What is the target for "${requirement.name ?? metric.title}"?`
    return { ...common, verdict: 'unknown', value, low, high, arithmetic: 'It has no target yet.', question }
  }
  const format = formatterOf(metric.unit, money)
  const is = requirement.is === '>=' ? 'at least' : requirement.is === '<=' ? 'at most' : 'exactly'
  const arithmetic = `${result.subject} is ${formatApart(result.band, target, format)}; the target is ${is} ${formatExact(target, format)}.`
  const verdict = compare(requirement.is, result.band, target)
  const stretch = stretchOf(requirement, result.band, format)
  const { fresh } = result.band
  const agedPrices = fresh !== undefined && compare(requirement.is, { ...result.band, ...fresh }, target) !== verdict
  const measured = {
    ...common,
    verdict,
    value,
    low,
    high,
    arithmetic: `${arithmetic}${stretch.words}`,
    ...(stretch.met === undefined ? {} : { stretchMet: stretch.met }),
    ...(agedPrices ? { agedPrices } : {}),
  }
  if (verdict === 'pass' && result.leavesOpen) {
    const { sentence, question, asks } = result.leavesOpen
    return { ...measured, verdict: 'unknown', arithmetic: `${measured.arithmetic} ${sentence}`, question, asks }
  }
  if (agedPrices) return { ...measured, arithmetic: `${measured.arithmetic} The age of the prices decides it.` }
  const reservation = verdict === 'pass' ? reservationOn(requirement.is, result.band, target, nameOf) : undefined
  if (!reservation) return measured
  const { assumes, sentence } = reservation
  return { ...measured, verdict: 'assumed', arithmetic: `${measured.arithmetic} ${sentence}`, assumes }
}

/** The stretch is met when the whole band meets it, and its fate is said beside the target's. */
function stretchOf(
  { is, stretch }: Requirement,
  band: Band,
  format: Formatter,
): { readonly met?: boolean; readonly words: string } {
  const wanted = numberOr(stretch, Number.NaN)
  if (Number.isNaN(wanted)) return { words: '' }
  const verdict = compare(is, band, wanted)
  const fate = verdict === 'pass' ? 'is met too' : verdict === 'atRisk' ? 'may be met' : 'is not met'
  return { met: verdict === 'pass', words: ` The stretch of ${formatExact(wanted, format)} ${fate}.` }
}

/** A target that the whole band meets passes; one that no part of it meets fails; in between it is at risk. */
function compare(is: Requirement['is'], { value, low, high, atLeast }: Band, target: number): Verdict {
  const meets = (each: number): boolean =>
    is === '<=' ? each <= target : is === '>=' ? each >= target : Math.abs(each - target) <= 1e-9 * Math.abs(target)
  const ends = [meets(low), meets(high), meets(value)]
  const verdict = ends.every(Boolean) ? 'pass' : ends.some(Boolean) ? 'atRisk' : 'fail'
  if (atLeast !== true) return verdict
  // A missing price makes a total a lower bound: it can break a limit, and never proves that one holds.
  const isProven = is === '<=' ? verdict === 'fail' : verdict === 'pass' && is === '>='
  return isProven ? verdict : 'atRisk'
}

/**
 * The band with as many digits as it takes to see on which side of the target each of its numbers is: "98.8 %" against
 * "99 %", not "99 %" twice.
 */
function formatApart(band: Band, target: number, format: Formatter): string {
  const ends = [band.low, band.value, band.high]
  const sideOf = (end: number): number => (Math.abs(end - target) <= Math.abs(target) * 1e-9 ? 0 : end - target)
  const isApart = (step: number): boolean =>
    ends.every((end) => Math.sign(sideOf(Math.round(end / step) * step)) === Math.sign(sideOf(end)))
  let step = stepOf(band, format)
  for (let finer = 0; finer < mostFiner && !isApart(step); finer += 1) step /= 10
  return formatBand(band, format, step)
}
const mostFiner = 8

function unknown(
  requirement: Requirement,
  verification: RequirementResult['verification'],
  arithmetic: string,
): RequirementResult {
  return { requirement: requirement.id, verdict: 'unknown', verification, arithmetic, elements: requirement.on ?? [] }
}
