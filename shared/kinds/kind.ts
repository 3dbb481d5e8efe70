import type { Access, FlowMode, Id, Step, Value } from '../design/design.ts'
import type { CallContext, FieldReader, HandEffect, PriceLookup, TokenUse } from './call.ts'
import type { Fields } from './fields/field.ts'
import type { Formula, InputNode } from './formula/formula.ts'
import type { Served } from './serving/served-shape.ts'
import type { Trait } from './trait.ts'

export type * from './call.ts'
export type * from './trait.ts'

/** Palette groups; each has an icon and a hue. */
export type Family = 'people' | 'gateways' | 'models' | 'agents' | 'data' | 'training' | 'safety' | 'operations'

/** A lognormal duration given by two percentiles; p95Ms = p50Ms means constant. */
export interface Spread {
  readonly p50Ms: number
  readonly p95Ms: number
  /** What we do not know about the median (P10 and P90), when a band is stated. */
  readonly p50LowMs?: number
  readonly p50HighMs?: number
  /** The expression that computed the median, in milliseconds: what the ledger shows and a tornado moves. */
  readonly formula?: Formula
  readonly source: string
  readonly asOf?: string
  readonly confidence: 'A' | 'B' | 'C'
}

/** `first`: until the first part of the answer; `rest`: from there to the last part (zero when absent). */
export interface Timing {
  readonly first: Spread
  readonly rest?: Spread
  /** This share of the calls meets a machine that must start first, and waits so much longer for the first part. */
  readonly cold?: { readonly share: number; readonly extra: Spread }
}

/** One copy's month: calls and peak are those of one copy, and the engine multiplies the lines by `copies`. */
export interface MonthContext {
  readonly component: Id
  readonly product: string | undefined
  readonly settings: FieldReader
  readonly callsPerMonth: InputNode
  readonly peakCallsPerSecond: number
  /** Copies of the box by the plates around it. */
  readonly copies: number
  /** What one copy's calls cost by themselves, USD a month: it counts towards a least charge. Absent without such lines. */
  readonly usdOfCalls?: Formula
  /** USD that a million tokens cost where the contents are embedded; absent where nobody on the drawing embeds them. */
  readonly embeddingPrice?: Formula
}

/** A price line of a component. Per call: multiplied by its calls; per month: as it stands, whether called or not. */
export interface PricedLine {
  /** Stable within the kind: 'input-tokens', 'storage'. */
  readonly id: string
  readonly label: string
  readonly headline: 'technology' | 'people'
  /** USD per call, or USD per month. */
  readonly usd: Formula
  /** Why it is what it is, when that surprises: a line with a note is shown even at $0. */
  readonly note?: string
}

export type ComponentLimit = 'workers' | 'people' | 'gpus' | 'requestsPerMinute' | 'tokensPerMinute' | 'rate'

/** How the kind limits throughput. */
export interface Capacity {
  /** Calls per second that one copy sustains, or undefined when nothing limits it that we know. */
  readonly callsPerSecond: number
  /** Parallel servers (threads, reviewers, GPU slots) behind it; 1 when not a queue of several. */
  readonly servers: number
  readonly why: string
  /** What stands behind it; 'workers' when absent. A limit per minute refuses instead of queueing. */
  readonly limitedBy?: ComponentLimit
  /** Squared coefficient of variation of the service time; 1 (exponential) when absent. */
  readonly serviceVariability?: number
  /** People who work part of the day: what comes outside their hours waits for them. */
  readonly hoursPerDay?: number
}

/** An arrow out of a component as the default plan sees it, already sorted by the callee kinds' `place`. */
export interface PlanArrow {
  readonly flow: Id
  readonly kind: Kind
  readonly mode: FlowMode
  /** A store into which is written, and out of which nothing is read. */
  readonly isWrite?: boolean
  /**
   * The share of calls that answer for the caller's whole run: the callee kind's `ends`, when the callee calls nobody
   * itself (a cache beside the path). A cache in the path keeps its share in its own plan.
   */
  readonly ends?: Value<number>
}

/**
 * What a component can be. A kind declares its own answers; one file per kind, one line in `index.ts`.
 */
export interface Kind {
  /** Stable slug: part of the file format. */
  readonly id: string
  readonly title: string
  /** One sentence for the palette. */
  readonly summary: string
  readonly family: Family
  /** A lucide icon name in kebab-case. */
  readonly icon: string
  readonly keywords: readonly string[]
  readonly traits: readonly Trait[]
  /** What the box is. */
  readonly settings: Fields
  /** What one call asks of it. */
  readonly call: Fields
  /** Products offered in the inspector: keys of the product catalogue, best known first. */
  readonly products: readonly string[]
  /**
   * Place in a caller's default plan: guard 10, cache 20, read 30, embed 35, search 40, rerank 50, tool 60, model 70,
   * output check 80, person 90, record 100.
   */
  readonly place: number
  /** Default mode of an arrow whose callee is this kind. */
  readonly mode: FlowMode
  /** Default access of such an arrow. */
  readonly does: readonly Access[]
  /** Own time of one call, without what it calls itself. Absent: no time of its own. */
  readonly time?: (context: CallContext) => Timing
  /** Whether such a call is answered within hours, with no time promised: a vendor's batch tier. */
  readonly answersWithinHours?: (call: FieldReader) => boolean
  readonly costPerCall?: (context: CallContext, prices: PriceLookup) => readonly PricedLine[]
  readonly costPerMonth?: (context: MonthContext, prices: PriceLookup) => readonly PricedLine[]
  /** All limits that hold at once; the tightest counts. */
  readonly capacity?: (context: CallContext) => Capacity | readonly Capacity[] | undefined
  readonly answers: (context: CallContext) => HandEffect
  /** Tokens billed by one call; generative models only. `costPerCall` uses the same numbers. */
  readonly tokens?: (context: CallContext) => TokenUse
  /** USD that a million tokens of such a call cost, batch and own machines included; of what embeds. */
  readonly embeddingPrice?: (context: CallContext, prices: PriceLookup) => Formula
  /** Share of the calls to it that answer for the caller's whole run (cache hits), for `PlanArrow.ends`. */
  readonly ends?: (settings: FieldReader) => Value<number> | undefined
  /** The kind's own plan over its arrows, when it is not "call each once in order of place". */
  readonly plan?: (arrows: readonly PlanArrow[], settings: FieldReader) => readonly Step[]
  /** What a model does on machines that this design pays for; never fails. */
  readonly serving?: (context: CallContext, prices: PriceLookup) => Served
  /** How the release setting holds answers back (guards and gates). */
  readonly release?: (settings: FieldReader) => Release
}

/**
 * When the user may see what a gate judges. `held`: nothing before the whole answer is judged; `chunked`: by segments;
 * `streamed`: shown while judged (the verdict comes too late to unsee); `before`: decided before generation starts.
 */
export type Release = 'streamed' | 'chunked' | 'held' | 'before'

/** Fills in what most kinds leave at rest; the one way to declare a kind. */
export function defineKind(
  kind: Omit<Kind, 'call' | 'products' | 'keywords' | 'does' | 'mode' | 'answers'> &
    Partial<Pick<Kind, 'call' | 'products' | 'keywords' | 'does' | 'mode' | 'answers'>>,
): Kind {
  return {
    call: {},
    products: [],
    keywords: [],
    does: ['read'],
    mode: 'sync',
    answers: () => ({ type: 'nothing' }),
    ...kind,
  }
}
