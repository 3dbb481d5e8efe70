import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import {
  constant,
  derived,
  evaluate,
  type Formula,
  hasMissing,
  input,
  type InputNode,
  inputsOf,
  product,
  type Standing,
  sum,
} from '../../kinds/formula/formula.ts'
import type { CallContext, MonthContext, PricedLine, PriceLookup, TokenUse } from '../../kinds/kind.ts'
import { weaker, weakestOf } from '../../kinds/formula/standing.ts'
import { usedTokens } from '../../kinds/language-models/used-parts.ts'
import { askOfUse, type Readers } from '../calls/call-context.ts'
import type { RatesOf } from '../calls/call-rates.ts'
import type { Remembered } from '../calls/remembered.ts'
import type { Demand } from '../demand/demand.ts'
import type { ComponentLoad } from '../capacity/load.ts'
import type { CostLine } from '../estimate.ts'
import { type BandSwings, lineBand, type Part, partOf } from '../uncertainty/band.ts'
import { pricesAt } from './prices-at.ts'
import { ofOneCopy } from './spent-on-calls.ts'
import { baseOf, either, type Reach } from '../calls/reach.ts'
import { combineTokens, noTokens } from './token-sums.ts'
import { type ActionVisits, everyCall } from '../calls/visits.ts'
import type { CallUse } from '../calls/walk-run.ts'

/** A cost line as a part of totals, with what moves it; the per-request part leaves the workload out. */
export interface PricedCall extends Part {
  readonly line: CostLine
}

/** A line as a part of a sum, which need not ask again for what the line says. */
export function pricedCall(line: CostLine, swings: BandSwings, hidden?: Standing): PricedCall {
  const { formula, usd, standing } = line
  return { line, formula, swings, restsOn: hidden, value: usd.value, standing, isLowerBound: usd.atLeast === true }
}
export interface RequestCost extends Part {
  readonly headline: PricedLine['headline']
}

/** Money and tokens of one action. */
export interface ActionCost {
  readonly lines: readonly PricedCall[]
  /** USD of one request, line by line. */
  readonly perRequest: readonly RequestCost[]
  /** Tokens of one request by component, and the expressions of all that its calls read and write. */
  readonly tokens: ReadonlyMap<Id, TokenUse>
  readonly tokenFormulas: ReadonlyMap<Id, readonly Formula[]>
}

/** Prices every call of an action: USD per call x calls per request x requests per month (or once). */
export function priceAction(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  visits: ActionVisits,
  demand: Demand,
  ratesOf: RatesOf = () => undefined,
): ActionCost {
  const lines: PricedCall[] = []
  const perRequest: RequestCost[] = []
  const tokens = new Map<Id, TokenUse>()
  const tokenFormulas = new Map<Id, Formula[]>()
  const used = new Map<string, number>()
  for (const { use, calls } of everyCall(visits)) {
    if (calls.value <= 0 || use.call.run === undefined) continue
    const { callee } = use.call
    const regional = pricesAt(graph, prices, callee)
    const work = (context: CallContext): CallCost => priceCall(graph, use, calls, demand, context, regional)
    const more = [calls, demand, regional]
    const { billed, counted, priced } = askOfUse(readers, callCosts, use, work, ratesOf(use), more)
    if (billed) tokens.set(callee, combineTokens(tokens.get(callee) ?? noTokens, billed, 1, calls.value))
    if (counted) tokenFormulas.set(callee, [...(tokenFormulas.get(callee) ?? []), counted])
    for (const { name, request, demanded } of priced) {
      perRequest.push(request)
      const count = (used.get(name) ?? 0) + 1
      used.set(name, count)
      lines.push(...(count === 1 ? demanded : demanded.map((each) => countedLine(each, name, count))))
    }
  }
  return { lines, perRequest, tokens, tokenFormulas }
}

/** What one call of an action costs, and the tokens of it. */
interface CallCost {
  readonly billed: TokenUse | undefined
  /** Tokens of all such calls in one request. */
  readonly counted: Formula | undefined
  readonly priced: readonly {
    /** What the ids of its lines start with. */
    readonly name: string
    readonly request: RequestCost
    readonly demanded: readonly PricedCall[]
  }[]
}
const callCosts: Remembered<CallCost> = new WeakMap()

function priceCall(
  graph: Graph,
  use: CallUse,
  calls: Reach,
  demand: Demand,
  context: CallContext,
  prices: PriceLookup,
): CallCost {
  const kind = graph.kindOf(use.call.callee)
  const priced = (kind.costPerCall?.(context, prices) ?? []).flatMap((line) => {
    const request = product(line.usd, ...callsPerRequest(calls))
    if (evaluate(request) === 0 && !hasMissing(request) && line.note === undefined) return []
    const name = [use.call.callee, line.id, use.call.name, demand.action].filter((part) => part !== '').join('/')
    return [
      {
        name,
        request: { headline: line.headline, ...partOf(request, restsOn(request, use)) },
        demanded: demandLines(name, use, line, calls, demand),
      },
    ]
  })
  const billed = kind.tokens?.(context)
  return { billed, counted: billed && product(usedTokens(context, billed), ...callsPerRequest(calls)), priced }
}

/** The line of a second call of one name. */
function countedLine(priced: PricedCall, name: string, count: number): PricedCall {
  const { line } = priced
  return { ...priced, line: { ...line, id: `${name}/${count}${line.id.slice(name.length)}` } }
}

/** Banded shares and loops stand as inputs of their own, the rest is one number; exactly one call is not written. */
function callsPerRequest(calls: Reach): readonly Formula[] {
  const base = baseOf(calls)
  const fixed = Math.abs(base - 1) < 1e-12 ? [] : [input('Calls per request', base, 'calls', derived)]
  return [...fixed, ...calls.factors]
}

/** What is counted in hand reaches a formula as a number that shows nothing of where it comes from. */
const inHand: ReadonlySet<Unit> = new Set(['tokens', 'pages', 'text units', 'bytes', 'documents'])

function restsOn(formula: Formula, { hand }: CallUse): Standing | undefined {
  const isFromHand = inputsOf(formula).some(
    ({ provenance, unit, by }) => by === undefined && provenance.from === 'derived' && inHand.has(unit),
  )
  return isFromHand ? hand.restsOn : undefined
}

/** The weakest input of a line, what the formula does not show included. */
function standingIn({ formula, restsOn: hidden }: Part): Pick<CostLine, 'standing'> {
  const standing = weaker(weakestOf(formula), hidden)
  return standing === undefined ? {} : { standing }
}

function demandLines(
  id: string,
  use: CallUse,
  priced: PricedLine,
  calls: Reach,
  demand: Demand,
): readonly PricedCall[] {
  const made: PricedCall[] = []
  const add = (requests: Formula | undefined, recurrence: CostLine['recurrence'], suffix: string): void => {
    if (!requests || evaluate(requests) <= 0) return
    const formula = product(priced.usd, ...callsPerRequest(calls), requests)
    const part = partOf(formula, restsOn(formula, use))
    const line: CostLine = {
      id: id + suffix,
      component: use.call.callee,
      ...(use.call.flow === '' ? {} : { flow: use.call.flow }),
      action: demand.action,
      label: priced.label,
      ...(priced.note === undefined ? {} : { note: priced.note }),
      headline: priced.headline,
      recurrence,
      formula,
      usd: lineBand(part),
      ...standingIn(part),
    }
    made.push(pricedCall(line, part.swings, part.restsOn))
  }
  add(demand.perMonth, 'month', '')
  add(demand.once, 'once', '/once')
  return made
}

/** How often a component is called in one request of an action, and how often that is asked for in a month. */
interface AskedFor {
  readonly reach: Reach
  readonly perMonth: Formula
}

/**
 * Calls of each component in a month by what is asked for: what moves the traffic moves the lines that are counted by it.
 */
export function callsByComponent(
  actions: readonly { readonly visits: ActionVisits; readonly demand: Demand }[],
): ReadonlyMap<Id, readonly AskedFor[]> {
  const parts = new Map<Id, AskedFor[]>()
  for (const { visits, demand } of actions) {
    if (demand.perMonth === undefined || demand.requestsPerMonth <= 0) continue
    const reaches = new Map<Id, Reach>()
    for (const { use, calls } of everyCall(visits)) {
      if (calls.value > 0) reaches.set(use.call.callee, either(reaches.get(use.call.callee), calls))
    }
    for (const [component, reach] of reaches) {
      const known = parts.get(component) ?? []
      parts.set(component, [...known, { reach, perMonth: demand.perMonth }])
    }
  }
  return parts
}

/** What the lines of a month follow from, beside the settings of a box. */
export interface MonthOf {
  readonly load: (component: Id) => Pick<ComponentLoad, 'callsPerMonth' | 'peakPerSecond'>
  readonly asked: ReadonlyMap<Id, readonly AskedFor[]>
  /** What the calls of a box cost a month, line by line. */
  readonly ofCalls: ReadonlyMap<Id, readonly Formula[]>
  /** Of a million tokens, by the index whose contents are embedded for it. */
  readonly embeddingPrices: ReadonlyMap<Id, Formula>
}

/** Lines that fall due each month, whether the component is called or not: one copy's, times its copies. */
export function priceMonths(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  { load, asked, ofCalls, embeddingPrices }: MonthOf,
): readonly PricedCall[] {
  return graph.components.flatMap(({ id }) => {
    const copies = graph.copies(id)
    const price = graph.kindOf(id).costPerMonth
    if (!price || copies <= 0) return []
    const { callsPerMonth, peakPerSecond } = load(id)
    const regional = pricesAt(graph, prices, id)
    const askedFor = asked.get(id)
    const embeddingPrice = embeddingPrices.get(id)
    const spent = ofCalls.get(id) ?? []
    const from = [
      readers.sourcesOf(id),
      copies,
      callsPerMonth,
      peakPerSecond,
      askedFor,
      regional,
      embeddingPrice,
      ...spent,
    ]
    return readers.remember(monthLines, graph.settings(id), from, () => {
      const context: MonthContext = {
        component: id,
        product: readers.product(id),
        settings: readers.settings(id),
        callsPerMonth: callsInput(callsPerMonth / copies, askedFor),
        peakCallsPerSecond: peakPerSecond / copies,
        copies,
        ...ofOneCopy(spent, copies),
        ...(embeddingPrice === undefined ? {} : { embeddingPrice }),
      }
      return price(context, regional).flatMap((line) => monthLine(id, copies, line))
    })
  })
}

const monthLines: Remembered<readonly PricedCall[]> = new WeakMap()

function monthLine(component: Id, copies: number, priced: PricedLine): readonly PricedCall[] {
  const formula = copies === 1 ? priced.usd : product(priced.usd, constant('Copies', copies))
  if (evaluate(formula) === 0 && !hasMissing(formula)) return []
  const part = partOf(formula)
  const line: CostLine = {
    id: `${component}/${priced.id}`,
    component,
    label: priced.label,
    headline: priced.headline,
    recurrence: 'month',
    formula,
    usd: lineBand(part),
    ...standingIn(part),
  }
  return [pricedCall(line, part.swings)]
}

/** One number in the formula, with the expression behind it scaled to what the load says (copies, retries). */
export function callsInput(callsPerMonth: number, askedFor: readonly AskedFor[] | undefined): InputNode {
  const node = input('Calls per month', callsPerMonth, 'calls/month', derived)
  if (askedFor === undefined || callsPerMonth <= 0) return node
  const behind = sum(...askedFor.map(({ reach, perMonth }) => product(...callsPerRequest(reach), perMonth)))
  const value = evaluate(behind)
  if (value <= 0) return node
  const factor = callsPerMonth / value
  const by = Math.abs(factor - 1) < 1e-12 ? behind : product(constant('Of them here', factor), behind)
  return { ...node, by }
}
