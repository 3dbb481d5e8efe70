import type { Id } from '../design/design.ts'
import type { Unit } from '../kinds/fields/field.ts'
import type { Formula, InputNode, Provenance, Standing } from '../kinds/formula/formula.ts'
import type { ComponentLimit } from '../kinds/kind.ts'

// Parts of an estimate that a panel shows on their own. Plain JSON, like the estimate.

export type { Standing } from '../kinds/formula/formula.ts'

/** What a headline rests on: shares of its value by the standing of the weakest input of each part; they sum to 1. */
export type Makeup = Readonly<Partial<Record<Standing, number>>>

/** A number with what we do not know about it (P10 to P90). `atLeast`: a price is missing, so the true figure is higher. */
export interface Band {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly atLeast?: boolean
  /** What it rests on; headlines have it. */
  readonly makeup?: Makeup
  readonly guesses?: Guesses
  /** The same band if every price were of today; present where their age widens it. */
  readonly fresh?: { readonly low: number; readonly high: number }
}

/** The assumed inputs that alone pull a result down and push it up most. */
export interface Guesses {
  readonly below?: Guess
  readonly above?: Guess
}

/** An assumed input of a result, and how far it alone moves it. */
export interface Guess {
  readonly on: Id
  readonly field: string
  readonly label: string
  readonly unit: Unit
  readonly value: number
  /** The end of the input's band that moves the result this way. */
  readonly end: number
  /** The move of the result, not negative. */
  readonly by: number
}

/**
 * One bar of the waterfall: a call as a mean request of the action makes it. Bars stand under whoever makes the call, in
 * the order of their start; `depth` is the nesting of the calls, 0 for the first.
 */
export interface Span {
  readonly component: Id
  readonly flow?: Id
  /** What happens, when the step has a label of its own. */
  readonly label?: string
  readonly depth: number
  /** Mean milliseconds from the start of the action. */
  readonly startMs: number
  /** Mean milliseconds with all that it calls and awaits, given that it happens; all turns of its loop together. */
  readonly durationMs: number
  /** Of that, at work itself, waiting for a free server, and on the network. */
  readonly ownMs: number
  readonly waitMs: number
  readonly networkMs: number
  /** Share of the requests in which it happens, 0 to 1. */
  readonly share: number
  /** Calls in one request that makes it (turns of a loop). */
  readonly times: number
  /** False for what goes on after the answer, with all that follows from it. */
  readonly awaited: boolean
  /** Whether it is on the way that a mean request waits for: the longest branch of each join. */
  readonly critical: boolean
}

/** 'amber' from 70 % utilisation, 'red' from 85 %, 'unstable' from 100 %: no steady state, no waiting time. */
export type Knee = 'free' | 'amber' | 'red' | 'unstable'

/** What limits one component's throughput, at the peak hour. */
export interface ComponentCapacity {
  readonly component: Id
  readonly limitedBy: ComponentLimit
  /** "2 reviewers at 4 minutes each". */
  readonly why: string
  /** Of one copy, calls per second: asked for at the peak, and sustained at 100 %. */
  readonly peakPerSecond: number
  readonly sustainedPerSecond: number
  /** peak / sustained; may be above 1. */
  readonly utilisation: number
  /** P10 and P90 of it; absent where replicas follow the load. */
  readonly band?: Band
  readonly knee: Knee
  /** Replicas follow the load: it gets as many as the peak needs, so that more traffic does not fill it. */
  readonly scales?: true
  /** Waiting time of one call, over all calls; absent when nobody waits to speak of, and when unstable. */
  readonly wait?: { readonly share: number; readonly meanMs: number; readonly p95Ms: number }
  /** Share of the calls that a limit per minute refuses; absent when next to none. */
  readonly refused?: number
  /**
   * People who work part of the day: share of the calls that come outside their hours, and the longest wait until they
   * begin. Times and waits are those of their hours.
   */
  readonly outsideHours?: { readonly share: number; readonly longestMs: number }
  /** The utilisation as an expression. */
  readonly formula: Formula
}

/** Requests that reach people outside the hours they work, and wait until they begin: in no percentile. */
export interface WaitsOutside {
  readonly component: Id
  /** Of the requests. */
  readonly share: number
  readonly longestMs: number
}

export interface CapacityEstimate {
  /** Every component with a known limit, highest utilisation first; people included. */
  readonly components: readonly ComponentCapacity[]
  /** Components that nobody has said a limit of. */
  readonly unlimited: readonly Id[]
  /** Models on own machines that are asked for and do not fit there: nothing is sustained, whatever the others can do. */
  readonly misfits?: readonly Id[]
  /** The first to saturate as traffic grows. */
  readonly saturatesFirst?: Id
  /** How many times the present peak everything drawn sustains (at 100 %), and before the first knee (70 %). */
  readonly sustainedFactor?: number
  /** P10 and P90 of the first: how large the present peak is counts as well. */
  readonly sustainedFactorRange?: { readonly low: number; readonly high: number }
  readonly kneeFactor?: number
  /** The highest sustainable rate of the main action, per second. */
  readonly sustainedPerSecond?: number
  /** P10 and P90 of that: what one request takes of the first to saturate, and what that can do. */
  readonly sustainedRange?: Band
  /** How the users of closed workloads were solved, when there are some: exact mean values, or Schweitzer's approximation. */
  readonly closedMethod?: 'exact' | 'approximate'
  /** With the growth that the workloads state. */
  readonly growth?: {
    /** Of the whole peak, all workloads together. */
    readonly perMonth: number
    /** From today's traffic; absent when growth never leads there. */
    readonly monthsUntilKnee?: number
    readonly monthsUntilUnstable?: number
    /** What the workloads state, for the ledger. */
    readonly inputs: readonly InputNode[]
  }
}

/** One bar of a tornado: what moving one input alone from its low to its high does to a headline. */
export interface TornadoBar {
  readonly on: Id
  readonly field: string
  readonly label: string
  readonly unit: Unit
  readonly value: number
  readonly low: number
  readonly high: number
  readonly standing: Standing
  readonly provenance: Provenance
  /** The headline with the input at its low and at its high. */
  readonly resultAtLow: number
  readonly resultAtHigh: number
}

export interface Tornado {
  readonly headline: 'technology' | 'people' | 'total' | 'first' | 'full' | 'availability'
  readonly unit: Unit
  readonly value: number
  /** The ten that matter most, widest first. */
  readonly bars: readonly TornadoBar[]
}

/** One line of the assumptions ledger: an input of the estimate, whoever it comes from. */
export interface LedgerEntry {
  readonly on?: Id
  readonly field?: string
  readonly label: string
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** The band follows from the standing: nobody said at least and at most. */
  readonly usualBand?: boolean
  readonly unit: Unit
  readonly standing: Standing
  readonly provenance: Provenance
  /** A price that is not known. */
  readonly missing?: boolean
  /** Ids of the cost lines that use it, and of actions whose time does. */
  readonly usedBy: readonly string[]
  /** How far it alone can move a headline, relative to it: what the list is sorted by. */
  readonly influence: number
}

/** Replicas of one copy of a box: as drawn, as the peak needs with its target of use, and over the hours of a week. */
export interface ScalingEstimate {
  readonly component: Id
  readonly replicas: number
  readonly replicasAtPeak: number
  readonly replicasMean: number
  /** USD a month of one replica that runs all the time; times `replicas*` it is what each way of running costs. */
  readonly usdPerMonthPerReplica: number
  /** Whether the box follows its load, so that its lines are priced on the mean. */
  readonly isScaled: boolean
  /** As many as there may be while it scales, where somebody has said so; `replicasAtPeak` then may not be enough. */
  readonly mostReplicas?: number
  /** Load of one replica from which another one starts. */
  readonly targetUtilisation: number
}

/** A component whose product is, or on that day will be, out of service. */
export interface RetiredProduct {
  readonly component: Id
  readonly product: string
  readonly title: string
  /** ISO date. */
  readonly on: string
}

/** A component that would serve all requests, but not what callers ask again for because answers come late. */
export interface RetryStorm {
  readonly component: Id
  /** The arrow whose retries or hedges add most, and the components from its caller to the one that is full. */
  readonly flow: Id
  readonly path: readonly Id[]
  /** Attempts, the first one included. */
  readonly tries: number
  readonly timeoutMs?: number
  readonly hedgeAfterMs?: number
  readonly utilisation: number
  /** What it would be used to if nobody tried again. */
  readonly utilisationWithout: number
}

/** Components that call one another at least once for each time that they are called: what they add is left out. */
export interface EndlessLoop {
  readonly action: Id
  /** In the order of the calls; the last one calls the first. */
  readonly path: readonly Id[]
  readonly flows: readonly Id[]
  /** Rounds that one round brings: 1 and more. */
  readonly gain: number
}

/** Documents that somebody counted, on their way into an index. */
export interface CorpusEstimate {
  /** Where they are kept, what loads them, and what is filled. */
  readonly source: Id
  readonly loader: Id
  readonly indexes: readonly Id[]
  readonly documents: number
  /** Whether a workload says how often documents are added or changed: else the first load is all that is counted. */
  readonly isRenewalStated: boolean
}

/** A setting of which nobody said anything and that follows from others, in the place of the kind's default. */
export interface WorkedOutSetting {
  readonly on: Id
  readonly field: string
  readonly value: number
  readonly source: string
}
