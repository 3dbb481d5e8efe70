import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { constant, type Formula, product, quotient } from '../../kinds/formula/formula.ts'
import type { CallContext, PriceLookup } from '../../kinds/kind.ts'
import type { Served } from '../../kinds/serving/served-shape.ts'
import { knees } from '../../kinds/parts/knees.ts'
import { lineBand, partOf } from '../uncertainty/band.ts'
import { contextOf, idleContextOf, type Readers } from '../calls/call-context.ts'
import { pricesAt } from '../money/prices-at.ts'
import type { Band } from '../estimate-parts.ts'
import type { ServingEstimate } from '../self-hosting-parts.ts'
import type { ComponentLoad } from '../capacity/load.ts'
import type { Measured } from '../measure-actions.ts'
import { everyCall } from '../calls/visits.ts'
import type { CallUse } from '../calls/walk-run.ts'

/** What machines are planned for at the peak. */
export const plannedUtilisation = knees.amber

/**
 * What every model on own machines does at the peak, by the answer of its kind. A component that is called in several
 * ways is described by the way that asks it most; one that nobody calls by a single call of its defaults.
 */
export function estimateServing(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  measured: readonly Measured[],
  loads: ReadonlyMap<Id, ComponentLoad>,
): readonly ServingEstimate[] {
  const served = graph.components.filter((component) => graph.kindOf(component.id).serving !== undefined)
  if (served.length === 0) return []
  const heaviest = heaviestUses(measured)
  return served.flatMap(({ id }) => {
    const use = heaviest.get(id)
    const context = use
      ? contextOf(readers, use.call, use.hand, { meanTokens: use.meanTokens })
      : idleContextOf(graph, readers, id)
    const found = graph.kindOf(id).serving?.(context, pricesAt(graph, prices, id))
    const perCopy = (loads.get(id)?.peakPerSecond ?? 0) / Math.max(1, graph.copies(id))
    return found ? [servingEstimate(context, found, perCopy)] : []
  })
}

/** The use of each component that brings most calls at the peak. */
function heaviestUses(measured: readonly Measured[]): ReadonlyMap<Id, CallUse> {
  const found = new Map<Id, { readonly use: CallUse; readonly calls: number }>()
  for (const { visits, demand } of measured) {
    for (const { use, calls } of everyCall(visits)) {
      if (use.call.run === undefined) continue
      const perSecond = calls.value * demand.peakPerSecond
      const known = found.get(use.call.callee)
      if (!known || perSecond > known.calls) found.set(use.call.callee, { use, calls: perSecond })
    }
  }
  return new Map([...found].map(([id, { use }]) => [id, use]))
}

function servingEstimate({ component }: CallContext, served: Served, peakPerSecond: number): ServingEstimate {
  const { usdPerGpuHour } = served
  return {
    component,
    model: served.model,
    gpu: served.gpu,
    engine: served.engine,
    mixed: served.mixed,
    gpusPerReplica: served.gpusPerReplica,
    replicas: served.replicas,
    fits: served.fits,
    problems: served.problems,
    weightsGigabytes: served.weightsGigabytes,
    cacheGigabytes: served.cacheGigabytes,
    memoryGigabytes: served.memoryGigabytes,
    slots: served.slots,
    seats: served.seats,
    running: served.fits ? served.running : 0,
    queueing: served.fits && served.queueing,
    ...(served.fits ? whatItDoes(served, peakPerSecond) : {}),
    ...(usdPerGpuHour.missing === true ? {} : { usdPerGpuHour }),
    error: served.error,
    firstToken: served.firstToken,
    measuredPoints: served.measuredPoints,
    ...(served.extrapolated === undefined ? {} : { extrapolated: served.extrapolated }),
  }
}

/** Times, rates and prices a token: of a machine that can run its model. */
function whatItDoes(served: Served, peakPerSecond: number): Partial<ServingEstimate> {
  const { usdPerGpuHour, callsPerSecond, gpusPerReplica } = served
  const replicas = Math.ceil(peakPerSecond / (callsPerSecond * plannedUtilisation) - 1e-9)
  const usd = usdPerGpuHour.missing === true ? undefined : usdPerMillion(served)
  return {
    ttftMs: bandOfFormula(served.ttftMs),
    tpotMs: bandOfFormula(served.tpotMs),
    tokensPerSecondPerReplica: served.tokensPerSecond.value,
    callsPerSecondPerReplica: callsPerSecond,
    ...(usd ? { usdPerMillionOutputTokens: bandOfFormula(usd), usdPerMillionFormula: usd } : {}),
    gpusNeeded: Math.max(1, replicas) * gpusPerReplica,
  }
}

/** Price x GPUs over the tokens of an hour in which all seats are taken for 70 % of the time. */
function usdPerMillion({ usdPerGpuHour, gpusPerReplica, tokensPerSecond }: Served): Formula {
  const perHour = product(
    constant('Seconds per hour', 3600, 's'),
    tokensPerSecond,
    constant('Busy', plannedUtilisation, 'share'),
  )
  return quotient(
    product(usdPerGpuHour, constant('GPUs per replica', gpusPerReplica, 'GPUs'), constant('Tokens', 1e6, 'tokens')),
    perHour,
  )
}

function bandOfFormula(formula: Formula): Band {
  const { value, low, high } = lineBand(partOf(formula))
  return { value, low, high }
}
