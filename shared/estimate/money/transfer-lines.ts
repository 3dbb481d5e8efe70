import type { Id } from '../../design/design.ts'
import type { Graph } from '../../graph/graph.ts'
import { constant, derived, input, type InputNode, product } from '../../kinds/formula/formula.ts'
import type { Hand, PriceLookup } from '../../kinds/kind.ts'
import { askOfUse, type Readers } from '../calls/call-context.ts'
import type { Remembered } from '../calls/remembered.ts'
import { sumBand, swingsOf } from '../uncertainty/band.ts'
import { type PricedCall, pricedCall } from './cost-lines.ts'
import type { Demand } from '../demand/demand.ts'
import { pricesAt } from './prices-at.ts'
import type { ActionVisits } from '../calls/visits.ts'
import type { CallUse } from '../calls/walk-run.ts'
import { cloudRegionOf, zonesOf } from '../zones.ts'

/** English text takes about four bytes a token in UTF-8; other scripts take two to eight. */
const bytesPerToken = 4
/** A scanned page as a compressed picture, assumed: 30 kB as text to 500 kB as a photograph. */
const bytesPerPage = 100_000
/** Less than this a month costs less than a cent at any listed price, and is no line. */
const leastGigabytes = 0.05
/** What the guesses above leave open, P10 to P90 of the bytes. */
const bytesLow = 0.6
const bytesHigh = 2.5

/** Where bytes go when they leave a machine that this design pays for. */
type Way = 'zone' | 'region' | 'internet'

const ways: Readonly<Record<Way, { readonly item: string; readonly label: string; readonly charged: number }>> = {
  // Out of the one zone and into the other: both are billed.
  zone: { item: 'transfer.zone', label: 'Transfer between zones', charged: 2 },
  region: { item: 'transfer.region', label: 'Transfer to another region', charged: 1 },
  internet: { item: 'transfer.internet', label: 'Transfer to the internet', charged: 1 },
}

/** What a component sends and receives in a month, and by which ways it leaves machines that this design pays for. */
export interface Transfers {
  readonly gigabytes: number
  readonly billed: ReadonlyMap<Way, number>
}

/** Gigabytes a month of every component that is called or calls, from the requests and answers of every call. */
export function measureTransfers(
  graph: Graph,
  readers: Readers,
  actions: readonly { readonly visits: ActionVisits; readonly demand: Demand }[],
): ReadonlyMap<Id, Transfers> {
  const all = new Map<Id, { gigabytes: number; billed: Map<Way, number> }>()
  const send = (from: Id, to: Id, gigabytes: number): void => {
    if (gigabytes <= 0) return
    const sender = all.get(from) ?? { gigabytes: 0, billed: new Map<Way, number>() }
    const receiver = all.get(to) ?? { gigabytes: 0, billed: new Map<Way, number>() }
    sender.gigabytes += gigabytes
    receiver.gigabytes += gigabytes
    all.set(from, sender)
    all.set(to, receiver)
    const { way, share } = wayOf(graph, readers, from, to) ?? {}
    if (way !== undefined) sender.billed.set(way, (sender.billed.get(way) ?? 0) + gigabytes * (share ?? 1))
  }
  for (const { visits, demand } of actions) {
    for (const { use, calls } of visits.calls) {
      if (use.call.run === undefined || calls.value <= 0) continue
      const { there, back } = bytesOf(graph, readers, use)
      const gigabytesPerByte = (calls.value * demand.requestsPerMonth) / 1e9
      send(use.call.caller, use.call.callee, there * gigabytesPerByte)
      send(use.call.callee, use.call.caller, back * gigabytesPerByte)
    }
  }
  return all
}

/**
 * What clouds bill for bytes that leave a zone, a region or the cloud: one line for each component and way. Only
 * components in a known public cloud region pay; what goes to a machine in the same region pays between zones alone, and
 * only in the share of calls that meets another zone.
 * Method: gigabytes a month x price per gigabyte.
 */
export function priceTransfers(
  graph: Graph,
  prices: PriceLookup,
  transfers: ReadonlyMap<Id, Transfers>,
): readonly PricedCall[] {
  return graph.components.flatMap(({ id }) =>
    [...(transfers.get(id)?.billed ?? [])].flatMap(([way, gigabytes]) =>
      gigabytes < leastGigabytes ? [] : [transferLine(id, way, gigabytes, pricesAt(graph, prices, id))],
    ),
  )
}

function transferLine(component: Id, way: Way, gigabytes: number, prices: PriceLookup): PricedCall {
  const { item, label, charged } = ways[way]
  const amount: InputNode = {
    ...input('GB a month, at 4 bytes a token and 100 kB a page', gigabytes, 'GB', derived),
    low: gigabytes * bytesLow,
    high: gigabytes * bytesHigh,
  }
  const both = charged === 1 ? [] : [constant('Out of one zone, into the other', charged)]
  const formula = product(amount, ...both, prices.find(item))
  const swings = swingsOf(formula)
  const line = {
    id: `${component}/transfer-${way}`,
    component,
    label,
    headline: 'technology',
    recurrence: 'month',
    formula,
    usd: sumBand([{ formula, swings }]),
  } as const
  return pricedCall(line, swings)
}

interface WayShare {
  readonly way: Way
  readonly share: number
}

/** The way of bytes that `from` sends to `to`; undefined when nobody bills them, or nobody knows where they start. */
function wayOf(graph: Graph, readers: Readers, from: Id, to: Id): WayShare | undefined {
  const region = cloudRegionOf(graph, from)
  if (region === undefined || graph.has(from, 'vendor-hosted') || graph.has(from, 'person')) return undefined
  const other = cloudRegionOf(graph, to)
  if (other === undefined || graph.has(to, 'vendor-hosted')) {
    return other === region ? undefined : { way: 'internet', share: 1 }
  }
  if (other !== region) return { way: 'region', share: 1 }
  const zones = Math.max(zonesOf(graph, readers, from), zonesOf(graph, readers, to))
  return zones > 1 ? { way: 'zone', share: 1 - 1 / zones } : undefined
}

interface Bytes {
  readonly there: number
  readonly back: number
}
const bytesOfUses: Remembered<Bytes> = new WeakMap()

/** Bytes of one call: the prompt or what is in hand on the way there, what the answer adds on the way back. */
function bytesOf(graph: Graph, readers: Readers, use: CallUse): Bytes {
  const kind = graph.kindOf(use.call.callee)
  return askOfUse(readers, bytesOfUses, use, (context) => {
    const tokens = use.meanTokens ?? kind.tokens?.(context)
    const prompt = tokens && tokens.input + tokens.cachedRead + tokens.cachedWrite
    const effect = kind.answers(context)
    return {
      there: prompt === undefined ? bytesIn(use.hand) : prompt * bytesPerToken,
      back: effect.type === 'nothing' ? 0 : bytesIn(effect.hand),
    }
  })
}

function bytesIn({ tokens = 0, pages = 0, bytes = 0 }: Partial<Hand>): number {
  return tokens * bytesPerToken + pages * bytesPerPage + bytes
}
