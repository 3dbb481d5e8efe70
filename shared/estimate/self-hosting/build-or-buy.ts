import {
  constant,
  evaluate,
  type Formula,
  type InputNode,
  product,
  quotient,
  sum,
} from '../../kinds/formula/formula.ts'
import type { Comparison, CurvePoint } from '../self-hosting-parts.ts'
import { month } from '../../kinds/figures/month.ts'
import { hoursPerMonth } from '../../kinds/parts/priced-lines.ts'

/** Both sides in formulas; the pure arithmetic, whatever model and machines stand behind it. */
export interface BothWays {
  readonly callsPerMonth: number
  readonly usdPerCallBought: Formula
  readonly gpusPerReplica: number
  readonly usdPerGpuHour: InputNode
  readonly engineeringUsdPerMonth: Formula
  /** Calls per second of one replica at 100 %, and how far one plans to use it. */
  readonly callsPerSecondPerReplica: number
  readonly plannedUtilisation: number
  /** Machines are planned for the peak: with a peak three times the mean a month brings a third of what they could. */
  readonly peakOverMean: number
  readonly leastReplicas: number
}

/**
 * Bought against built over calls a month: tokens at a price per call are a line, whole replicas with an engineer a
 * staircase. A replica takes calls per second x planned utilisation x 730 h / (peak over mean); the break-even is the
 * smallest volume that is cheaper to serve oneself and that the replicas paid for can take. Prices and capacities that are
 * not positive compare nothing: then there is no break-even.
 */
export function weighBuildOrBuy(ways: BothWays): Comparison {
  const { callsPerMonth, usdPerCallBought, engineeringUsdPerMonth } = ways
  const perCall = evaluate(usdPerCallBought)
  const perReplica = evaluate(replicaFormula(ways, 1))
  const engineering = evaluate(engineeringUsdPerMonth)
  const capacity = capacityOf(ways)
  const replicas = (calls: number): number => wholeReplicas(calls, capacity, ways.leastReplicas)
  const built = (calls: number): number => replicas(calls) * perReplica + engineering
  const even = findBreakEven(ways, perCall, perReplica, engineering, capacity)
  return {
    usdPerCallBought: perCall,
    usdPerMonthPerReplica: perReplica,
    usdPerMonthEngineering: engineering,
    callsPerMonthPerReplica: capacity,
    replicasNeeded: replicas(callsPerMonth),
    usdPerMonthBought: callsPerMonth * perCall,
    usdPerMonthBuilt: built(callsPerMonth),
    ...(even ? { breakEvenCallsPerMonth: even.calls, breakEvenFormula: even.formula } : {}),
    curve: capacity > 0 ? curveOf(perCall, built, capacity, reachOf(callsPerMonth, even?.calls, ways, capacity)) : [],
  }
}

function capacityOf({ callsPerSecondPerReplica, plannedUtilisation, peakOverMean }: BothWays): number {
  const perSecond = (callsPerSecondPerReplica * plannedUtilisation) / Math.max(1, peakOverMean)
  return Number.isFinite(perSecond) && perSecond > 0 ? perSecond * month.seconds : 0
}

function wholeReplicas(calls: number, capacity: number, least: number): number {
  const needed = capacity > 0 ? Math.ceil(calls / capacity - 1e-9) : 0
  return Math.max(1, Math.ceil(least), needed)
}

/** What so many replicas cost a month. */
function replicaFormula({ gpusPerReplica, usdPerGpuHour }: BothWays, replicas: number): Formula {
  return product(
    constant('Replicas', replicas, 'machines'),
    constant('GPUs per replica', gpusPerReplica, 'GPUs'),
    hoursPerMonth,
    usdPerGpuHour,
  )
}

/**
 * On a step of r replicas built costs r x replica + engineer, and bought reaches that at (r x replica + engineer) / price
 * per call; the step can take it when that is at most r x capacity. The first such step is found by division: r >=
 * engineer / (price x capacity - replica). When a full replica costs more than what it serves bought, there is none.
 */
function findBreakEven(
  ways: BothWays,
  perCall: number,
  perReplica: number,
  engineering: number,
  capacity: number,
): { readonly calls: number; readonly formula: Formula } | undefined {
  const gain = perCall * capacity - perReplica
  if (!(perCall > 0) || !(gain > 0)) return undefined
  const replicas = Math.max(1, Math.ceil(ways.leastReplicas), Math.ceil(engineering / gain - 1e-9))
  if (!Number.isSafeInteger(replicas)) return undefined
  const formula = quotient(sum(replicaFormula(ways, replicas), ways.engineeringUsdPerMonth), ways.usdPerCallBought)
  return { calls: evaluate(formula), formula }
}

/** How far the chart reaches: beyond today and the break-even, and beyond the next step where that is not far away. */
function reachOf(today: number, even: number | undefined, { leastReplicas }: BothWays, capacity: number): number {
  const firstStep = 1.25 * wholeReplicas(today, capacity, leastReplicas) * capacity
  if (!(today > 0)) return firstStep
  return Math.max(1.5 * today, 1.5 * (even ?? 0), Math.min(firstStep, 10 * today))
}

const mostSteps = 24

/** Ends of the line, and both sides of each step of the staircase (of at most 24: beyond that it looks like a ramp). */
function curveOf(
  perCall: number,
  built: (calls: number) => number,
  capacity: number,
  reach: number,
): readonly CurvePoint[] {
  const point = (callsPerMonth: number, at = callsPerMonth): CurvePoint => ({
    callsPerMonth,
    bought: perCall * callsPerMonth,
    built: built(at),
  })
  const steps = Math.floor(reach / capacity)
  const stride = Math.max(1, Math.ceil(steps / mostSteps))
  const edges = Array.from({ length: Math.floor(steps / stride) }, (_, index) => (index + 1) * stride * capacity)
  const climbs = edges.filter((edge) => edge < reach && built(edge * 1.000001) > built(edge))
  return [point(0), ...climbs.flatMap((edge) => [point(edge), point(edge, edge * 1.000001)]), point(reach)]
}
