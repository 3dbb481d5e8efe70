import type { Id } from '../design/design.ts'
import type { ActionRuns } from '../graph/run.ts'
import { percentilesOf, sharesOf } from './action-clocks.ts'
import { sumBand } from './band.ts'
import type { ActionCost, RequestCost } from './cost-lines.ts'
import type { ActionEstimate, Availability, Band, ComponentEstimate } from './estimate.ts'
import { makeupOf } from './latency/clock-makeup.ts'
import type { ComponentLoad } from './load.ts'
import type { Measured } from './measure-actions.ts'
import type { ActionVisits } from './visits.ts'

interface ActionInput {
  readonly cost: ActionCost | undefined
  readonly loads: ReadonlyMap<Id, ComponentLoad>
  readonly availability: Availability | undefined
}

/** What the estimate says of one action. */
export function actionEstimate({ runs, visits, clocks, demand }: Measured, input: ActionInput): ActionEstimate {
  const { cost, loads, availability } = input
  const perRequest: readonly RequestCost[] = cost?.perRequest ?? []
  const visited = new Set(Object.values(runs.runs).map((run) => run.component))
  const overloaded = [...loads]
    .filter(([id, load]) => visited.has(id) && (load.utilisation ?? 0) >= 1)
    .map(([id]) => id)
  return {
    action: runs.action,
    name: runs.name,
    derived: runs.derived,
    ...(clocks.first ? { first: percentilesOf(clocks.first) } : {}),
    ...(clocks.full ? { full: percentilesOf(clocks.full) } : {}),
    ...(clocks.unattended ? { unattended: percentilesOf(clocks.unattended) } : {}),
    method: clocks.sampledWhy === undefined ? 'convolution' : 'sampling',
    ...(clocks.sampledWhy === undefined ? {} : { methodWhy: clocks.sampledWhy }),
    shares: clocks.full ? sharesOf(clocks.full) : [],
    ...(clocks.held ? { heldBy: clocks.held } : {}),
    usdPerRequest: sumBand(perRequest),
    technologyUsdPerRequest: sumBand(perRequest.filter((part) => part.headline === 'technology')),
    peopleUsdPerRequest: sumBand(perRequest.filter((part) => part.headline === 'people')),
    requestsPerMonth: demand.requestsPerMonth,
    peakPerSecond: demand.peakPerSecond,
    ...(availability ? { availability } : {}),
    ...(overloaded.length > 0 ? { overloaded } : {}),
    ...(visits.endless.length > 0 ? { endless: endlessComponents(runs, visits) } : {}),
  }
}

function endlessComponents(runs: ActionRuns, visits: ActionVisits): readonly Id[] {
  return [...new Set(visits.endless.flatMap((key) => runs.runs[key]?.component ?? []))].toSorted()
}

interface ComponentInput {
  readonly load: ComponentLoad
  readonly usd: number
  readonly total: Band
  readonly measured: readonly Measured[]
  readonly costs: readonly ActionCost[]
  readonly main: Measured | undefined
}

/** What the estimate says of one component, all actions together. */
export function componentEstimate(component: Id, input: ComponentInput): ComponentEstimate {
  const { load, usd, total, main } = input
  const full = main?.clocks.full
  const timeShare = full && full.time.meanMs > 0 ? (makeupOf(full).parts.get(component)?.meanMs ?? 0) / full.time.meanMs : undefined
  const tokens = tokensPerMonth(component, input)
  return {
    component,
    callsPerMonth: load.callsPerMonth,
    peakCallsPerSecond: load.peakPerSecond,
    usdPerMonth: usd,
    ...(total.value > 0 ? { costShare: usd / total.value } : {}),
    ...(timeShare === undefined ? {} : { timeShare }),
    ...(load.utilisation === undefined ? {} : { utilisation: load.utilisation }),
    ...(load.capacity ? { capacityWhy: load.capacity.why } : {}),
    ...(tokens ? { tokensPerMonth: tokens } : {}),
  }
}

function tokensPerMonth(component: Id, { measured, costs }: ComponentInput): ComponentEstimate['tokensPerMonth'] {
  let found = false
  const sum = { input: 0, cachedRead: 0, cachedWrite: 0, output: 0 }
  measured.forEach(({ demand }, index) => {
    const tokens = costs[index]?.tokens.get(component)
    if (!tokens) return
    found = true
    sum.input += tokens.input * demand.requestsPerMonth
    sum.cachedRead += tokens.cachedRead * demand.requestsPerMonth
    sum.cachedWrite += tokens.cachedWrite * demand.requestsPerMonth
    sum.output += tokens.output * demand.requestsPerMonth
  })
  return found ? sum : undefined
}
