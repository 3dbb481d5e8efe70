import type { Requirement, Treatment } from '../design/design.ts'
import { numberOr } from '../design/value.ts'
import type { Band } from '../estimate/estimate.ts'
import type { RequirementResult, Verdict } from '../estimate/requirement-result.ts'
import { formatCount, formatMs, formatShare, formatUsd } from '../kinds/number-format.ts'
import { formatBand } from '../kinds/number-format.ts'
import type { Formatter } from '../kinds/number-format.ts'
import type { Unit } from '../kinds/field.ts'
import type { Judged, Measured, Metric, MetricContext } from './metric.ts'
import { findMetric } from './metrics/index.ts'

/** Worst first. */
const order: readonly Verdict[] = ['fail', 'unknown', 'atRisk', 'waived', 'pass']

/**
 * Verifies every requirement of a design: pass, at risk (the band of what is not known straddles the target), fail, unknown
 * (with the question) or waived (accepted by a named person, in date). `today` is an ISO date.
 */
export function verifyRequirements(context: MetricContext, today: string): readonly RequirementResult[] {
  const { design } = context.graph
  return (design.requirements ?? [])
    .filter((requirement) => requirement.during === undefined || requirement.during.includes(design.shown ?? ''))
    .map((requirement) => waive(verifyRequirement(requirement, context), design.treatments ?? [], today))
}

export function verifyRequirement(requirement: Requirement, context: MetricContext): RequirementResult {
  const metric = findMetric(requirement.metric)
  if (!metric) {
    return unknown(requirement, 'evidence', `This version does not know the metric "${requirement.metric}".`)
  }
  const gone = (requirement.on ?? []).filter((id) => !exists(id, context))
  if (gone.length > 0) {
    const what = gone.length === 1 ? 'An element' : `${gone.length} elements`
    const sentence = `${what} that this requirement speaks of is no longer in the design. Choose what it holds for.`
    return unknown(requirement, metric.verification, sentence)
  }
  const results = metric.verify(requirement, context).map((result) => judge(requirement, metric, result))
  const worst = results.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))[0]
  return (
    worst ??
    unknown(requirement, metric.verification, `Nothing in this design gives a value for "${metric.title}" yet.`)
  )
}

function exists(id: string, { graph }: MetricContext): boolean {
  const { design } = graph
  return (
    (graph.component(id) ?? graph.flow(id) ?? graph.asset(id) ?? graph.boundary(id)) !== undefined ||
    graph.actions.some((action) => action.action === id) ||
    [...(design.actions ?? []), ...(design.workloads ?? [])].some((element) => element.id === id)
  )
}

function judge(requirement: Requirement, metric: Metric, result: Measured | Judged): RequirementResult {
  const common = { requirement: requirement.id, verification: metric.verification, elements: result.elements }
  if (result.type === 'judged') {
    const { verdict, arithmetic, question } = result
    return { ...common, verdict, arithmetic, ...(question === undefined ? {} : { question }) }
  }
  const target = numberOr(requirement.target, Number.NaN)
  const { value, low, high } = result.band
  if (Number.isNaN(target)) {
    const question = `What is the target for "${requirement.name ?? metric.title}"?`
    return { ...common, verdict: 'unknown', value, low, high, arithmetic: 'It has no target yet.', question }
  }
  const format = formatterOf(metric.unit)
  const is = requirement.is === '>=' ? 'at least' : requirement.is === '<=' ? 'at most' : 'exactly'
  const [found, limit] = formatApart(result.band, target, format)
  const arithmetic = `${result.subject} is ${found}; the target is ${is} ${limit}.`
  return { ...common, verdict: compare(requirement.is, result.band, target), value, low, high, arithmetic }
}

/** A target that the whole band meets passes; one that no part of it meets fails; in between it is at risk. */
function compare(is: Requirement['is'], band: Band, target: number): Verdict {
  const meets = (value: number): boolean =>
    is === '<=' ? value <= target : is === '>=' ? value >= target : Math.abs(value - target) <= 1e-9 * Math.abs(target)
  // A missing price makes a total a lower bound: it can break a limit, never prove that it holds.
  const ends = [meets(band.low), meets(band.high), meets(band.value)]
  if (ends.every(Boolean)) return band.atLeast === true ? 'atRisk' : 'pass'
  return ends.some(Boolean) ? 'atRisk' : 'fail'
}

/** Value and target with enough digits to tell them apart: "98.8 %" against "99 %", not "99 %" twice. */
function formatApart(band: Band, target: number, format: Formatter): readonly [string, string] {
  const distance = Math.abs(band.value - target)
  const shown = formatBand(band, format)
  if (distance === 0 || format(band.value) !== format(target)) return [shown, format(target)]
  const step = 10 ** Math.floor(Math.log10(distance))
  return [format(band.value, step), format(target, step)]
}

function formatterOf(unit: Unit | undefined): Formatter {
  if (unit === 'ms') return formatMs
  if (unit === 'share') return formatShare
  return unit?.startsWith('USD') === true ? formatUsd : formatCount
}

function unknown(
  requirement: Requirement,
  verification: RequirementResult['verification'],
  arithmetic: string,
): RequirementResult {
  return { requirement: requirement.id, verdict: 'unknown', verification, arithmetic, elements: requirement.on ?? [] }
}

/** A requirement that a named person has accepted as missed, in date, is waived; the arithmetic stays. */
function waive(result: RequirementResult, treatments: readonly Treatment[], today: string): RequirementResult {
  if (result.verdict === 'pass') return result
  const waiver = treatments.find(
    (treatment) =>
      treatment.rule === 'requirement' &&
      treatment.response === 'accept' &&
      treatment.on.includes(result.requirement) &&
      treatment.approver !== undefined &&
      treatment.until !== undefined &&
      treatment.until >= today,
  )
  return waiver ? { ...result, verdict: 'waived', treatment: waiver.id } : result
}
