import type { Id, Requirement } from '../design/design.ts'
import { known, numberOr } from '../design/value.ts'
import type { Estimate } from '../estimate/estimate.ts'
import { formatExact, formatCount } from '../kinds/figures/number-format.ts'
import type { MetricContext } from './metric.ts'

/** What is computed where, and what is said of it beside the arithmetic. */
export interface AtLoad {
  readonly context: MetricContext
  /** How the load that the requirement names differs from the estimate's; absent where it does not. */
  readonly sentence?: string
}

const secondsPerMonth = 730 * 3600
/** Loads nearer to one another than this are the same. */
const sameWithin = 0.005

/**
 * The estimate under the load that a requirement names. A rate or a number of users other than the estimate's is
 * computed by scaling the traffic; the length of prompts cannot be scaled, so a difference there is only said.
 */
export function atLoad(requirement: Requirement, context: MetricContext): AtLoad {
  const { load } = requirement
  if (load === undefined) return { context }
  const scaled = scale(requirement, context)
  const tokens = tokenSentence(requirement, scaled.context.estimate)
  const sentence = [scaled.sentence, tokens].filter((part) => part !== undefined).join(' ')
  return { context: scaled.context, ...(sentence === '' ? {} : { sentence }) }
}

function scale(requirement: Requirement, context: MetricContext): AtLoad {
  for (const [name, noun, stated] of [
    ['requestsPerSecond', 'requests a second', statedRate],
    ['users', 'users', statedUsers],
  ] as const) {
    const wanted = known(requirement.load?.[name])
    if (typeof wanted !== 'number' || !(wanted > 0)) continue
    const present = stated(requirement, context)
    const words = `${formatExact(wanted, formatCount)} ${noun}`
    if (present === undefined || !(present > 0) || context.atTraffic === undefined) {
      return { context, sentence: `It is asked for at ${words}; the estimate has no traffic to compare that with.` }
    }
    const times = wanted / present
    if (Math.abs(times - 1) < sameWithin) return { context }
    const estimate = context.atTraffic(times)
    const at = `${formatExact(Number(times.toPrecision(2)), formatCount)} times the ${formatExact(Number(present.toPrecision(3)), formatCount)} of the estimate`
    return { context: withEstimate(context, estimate), sentence: `Computed at ${words}, ${at}.` }
  }
  return { context }
}

/** A rate named by a requirement is the rate of that moment: there is no mean hour beside it. */
function withEstimate(context: MetricContext, estimate: Estimate): MetricContext {
  return {
    graph: context.graph,
    estimate,
    get lineage() {
      return context.lineage
    },
  }
}

function askedActions({ on }: Requirement, { mainAction, actions }: Estimate): readonly Estimate['actions'][number][] {
  const named = actions.filter(({ action }) => on?.includes(action) === true)
  return named.length > 0 ? named : actions.filter(({ action }) => action === mainAction)
}

function statedRate(requirement: Requirement, { estimate }: MetricContext): number | undefined {
  const rates = askedActions(requirement, estimate).map((action) =>
    requirement.at === 'average' ? action.requestsPerMonth / secondsPerMonth : action.peakPerSecond,
  )
  return rates.length === 0 ? undefined : rates.reduce((total, rate) => total + rate, 0)
}

/** The users of closed workloads that do what the requirement speaks of, at the traffic that is computed. */
function statedUsers(requirement: Requirement, { graph, estimate }: MetricContext): number | undefined {
  const asked = new Set<Id>(askedActions(requirement, estimate).map(({ action }) => action))
  const users = (graph.design.workloads ?? []).flatMap(({ mix, arrivals }) =>
    'users' in arrivals && Object.keys(mix).some((action) => asked.has(action)) ? [numberOr(arrivals.users, 0)] : [],
  )
  return users.length === 0 ? undefined : users.reduce((total, each) => total + each, 0) * estimate.traffic
}

const answerParts: ReadonlySet<string> = new Set(['answer', 'reasoning'])

function tokenSentence({ load, on }: Requirement, estimate: Estimate): string | undefined {
  const [input, output] = [known(load?.['inputTokens']), known(load?.['outputTokens'])]
  if (typeof input !== 'number' && typeof output !== 'number') return undefined
  const parts = estimate.components
    .filter(({ component, tokenParts }) => tokenParts !== undefined && on?.includes(component) !== false)
    .flatMap(({ tokenParts }) => tokenParts ?? [])
  const models = parts.length > 0 ? parts : estimate.components.flatMap(({ tokenParts }) => tokenParts ?? [])
  const sum = (isAnswer: boolean): number =>
    models.filter(({ part }) => answerParts.has(part) === isAnswer).reduce((total, each) => total + each.perRequest, 0)
  const differ = (wanted: unknown, present: number): boolean =>
    typeof wanted === 'number' && Math.abs(wanted - present) > Math.max(1, sameWithin * wanted)
  if (!differ(input, sum(false)) && !differ(output, sum(true))) return undefined
  const words = (read: number | undefined, written: number | undefined): string =>
    [
      ...(read === undefined ? [] : [`${formatExact(Math.round(read), formatCount)} tokens read`]),
      ...(written === undefined ? [] : [`${formatExact(Math.round(written), formatCount)} written`]),
    ].join(' and ')
  const asked = words(typeof input === 'number' ? input : undefined, typeof output === 'number' ? output : undefined)
  return `It is asked for with ${asked} a request; the estimate works with ${words(sum(false), sum(true))}.`
}
