import type { Id } from '../design/design.ts'
import type {
  Band,
  CapacityEstimate,
  CorpusEstimate,
  EndlessLoop,
  Guesses,
  LedgerEntry,
  RetiredProduct,
  RetryStorm,
  Makeup,
  ScalingEstimate,
  Span,
  Tornado,
  WaitsOutside,
  WorkedOutSetting,
} from './estimate-parts.ts'
import type { NoTime } from './no-time.ts'
import type { BuildOrBuy, ServingEstimate } from './self-hosting-parts.ts'
import type { Formula, Standing } from '../kinds/formula/formula.ts'
import type { TokenPart } from '../kinds/kind.ts'

export type { Band } from './estimate-parts.ts'

/** Request-to-request spread, in milliseconds; each percentile with its band over what we do not know. */
export interface Percentiles {
  readonly p50: Band
  readonly p90: Band
  readonly p95: Band
  readonly p99: Band
  readonly meanMs: number
}

/** A component's part in an action's time, on average and along the slow tail. */
export interface TimeShare {
  readonly component: Id
  readonly meanMs: number
  /** 0 to 1 of the action's mean time to the full answer. */
  readonly share: number
  /** The same among the slowest twentieth of the requests. */
  readonly tailShare: number
}

/** An action; where its answer waits for something without a time, `NoTime` names it, and there is no time. */
export interface ActionEstimate extends NoTime {
  readonly action: Id
  readonly name: string
  readonly derived: boolean
  /** Absent when nothing answers (an action that only enqueues has `done` only), and where `NoTime` says why. */
  readonly first?: Percentiles
  readonly full?: Percentiles
  /** Full answer without the time of people. */
  readonly unattended?: Percentiles
  readonly method: 'convolution' | 'sampling'
  /** Why it was sampled: who shares slow moments with whom. */
  readonly methodWhy?: string
  /** The mean request as a waterfall, in the order of the start. */
  readonly spans?: readonly Span[]
  readonly shares: readonly TimeShare[]
  /** Requests that fail because a timeout cuts them off, retries and alternatives counted; absent when none do. */
  readonly timedOut?: {
    readonly share: number
    /** Arrows whose calls run into their timeout, and in which share of them. */
    readonly flows: readonly { readonly flow: Id; readonly share: number }[]
  }
  /** Why the first token waits for the full answer, when it does: the arrow or component that holds it. */
  readonly heldBy?: { readonly element: Id; readonly reason: string }
  readonly usdPerRequest: Band
  readonly technologyUsdPerRequest: Band
  readonly peopleUsdPerRequest: Band
  readonly requestsPerMonth: number
  readonly peakPerSecond: number
  /** Share of the time in which a request of it succeeds. */
  readonly availability?: Availability
  /** Components on its way that are asked for more at the peak than they sustain, the fullest first: no steady state. */
  readonly overloaded?: readonly Id[]
  /** What answers within hours, in so small a share of the requests that the times stand without it. */
  readonly rarelyBatched?: { readonly ids: readonly Id[]; readonly share: number }
  /** People whom its answer waits for and who were not there when some of the requests came; absent where none do. */
  readonly outsideHours?: readonly WaitsOutside[]
  /** Components that call one another more than once a round: what they add was left out. */
  readonly endless?: readonly Id[]
  /** Components that it reaches while nobody answers it: all of them only hand it on, and nothing is drawn behind. */
  readonly unanswered?: readonly Id[]
  /** Arrows that lead back to who is still waiting: they count as answers, not as calls (`readAsAnswersWords`). */
  readonly readAsAnswers?: readonly Id[]
}

/** Start of the action to the end of that call's asynchronous subtree, given that it happens. */
export interface FlowDone extends NoTime {
  readonly flow: Id
  readonly action: Id
  /** Absent where `NoTime` says why. */
  readonly done?: Percentiles
  /** As of an action, of the requests in which it happens. */
  readonly outsideHours?: readonly WaitsOutside[]
}

export interface CostLine {
  /** Stable: component, line id, and arrow and action for lines per call. */
  readonly id: string
  readonly component: Id
  readonly flow?: Id
  readonly action?: Id
  readonly label: string
  readonly headline: 'technology' | 'people'
  readonly recurrence: 'month' | 'once'
  /** Evaluates to USD per month (or once). */
  readonly formula: Formula
  readonly usd: Band
  /** Why it is what it is, when that surprises: "below the 4,096 tokens that this model caches". */
  readonly note?: string
  /** Of its weakest input; absent for a line of constants. */
  readonly standing?: Standing
}

export interface ComponentEstimate {
  readonly component: Id
  readonly callsPerMonth: number
  readonly peakCallsPerSecond: number
  readonly usdPerMonth: Band
  /** What it sends and receives; from tokens and pages at assumed sizes. Absent when nothing passes. */
  readonly gigabytesPerMonth?: number
  /** Of the design's total per month, 0 to 1; absent when there is nothing to share. */
  readonly costShare?: number
  /** Of the main action's mean time, 0 to 1. */
  readonly timeShare?: number
  readonly utilisation?: number
  readonly capacityWhy?: string
  /** A model on own machines that needs more memory than its GPUs have: it has no time and no capacity. */
  readonly misfit?: true
  readonly tokensPerMonth?: {
    readonly input: number
    readonly cachedRead: number
    readonly cachedWrite: number
    readonly output: number
  }
  /** All that one request of the main action has a model read and write. */
  readonly tokensPerRequest?: Band
  /** Tokens of a generative model by what they are, in the order of a prompt. */
  readonly tokenParts?: readonly TokenPartEstimate[]
  /** The longest prompt that one call sends, in tokens, and its arrow (the last turn of a loop; a mean over requests). */
  readonly longestPrompt?: { readonly flow: Id; readonly tokens: number }
}

/** One part of what a model reads or writes: per request of the main action, and per month over all actions. */
export interface TokenPartEstimate {
  readonly part: TokenPart
  /** "Instructions", "Conversation so far". */
  readonly label: string
  readonly perRequest: number
  readonly perMonth: number
}

export interface Availability {
  readonly value: number
  /** What we do not know about it, P10 to P90, from the bands of the components that every request needs. */
  readonly low: number
  readonly high: number
  readonly formula: Formula
  /** By what each component that every request needs takes of the time down. */
  readonly makeup?: Makeup
  readonly guesses?: Guesses
  readonly downMinutesPerMonth: number
  /** As error budgets are counted: 99.9 % leaves 43.2 minutes. */
  readonly downMinutesPer30Days: number
  /**
   * Minutes a month that would be won if this never failed, most first, ten at most. `on` is a component, or the name of
   * an organisation and region whose services fail together.
   */
  readonly downBy: readonly { readonly on: Id; readonly minutesPerMonth: number }[]
}

/** All that the drawing says about time, money and load. Plain JSON: it crosses from the worker to the page. */
export interface Estimate {
  /** False while nothing is connected: headlines show dashes. */
  readonly meaningful: boolean
  readonly actions: readonly ActionEstimate[]
  /** The action of the heaviest open workload: what headlines speak of. */
  readonly mainAction?: Id
  readonly flowsDone: readonly FlowDone[]
  readonly lines: readonly CostLine[]
  readonly technologyUsdPerMonth: Band
  readonly peopleUsdPerMonth: Band
  readonly totalUsdPerMonth: Band
  readonly onceUsd: Band
  readonly usdPerThousandRequests?: Band
  readonly components: readonly ComponentEstimate[]
  /** All that one request of the main action has models read and write together. */
  readonly tokensPerRequest?: Band | undefined
  readonly availability?: Availability
  readonly capacity: CapacityEstimate
  /** Counted documents on their way into an index, and settings that follow from others; absent when there are none. */
  readonly corpora?: readonly CorpusEstimate[]
  readonly workedOut?: readonly WorkedOutSetting[]
  /** Loops and retries that never end; absent when there are none. */
  readonly loops?: readonly EndlessLoop[]
  readonly storms?: readonly RetryStorm[]
  readonly tornados: readonly Tornado[]
  readonly ledger: readonly LedgerEntry[]
  readonly serving: readonly ServingEstimate[]
  readonly scaling: readonly ScalingEstimate[]
  readonly buildOrBuy: readonly BuildOrBuy[]
  /** Technology and people per resolved task of the main action, when somebody stated the share that is resolved. */
  readonly usdPerResolvedTask?: Band
  /** The traffic that was computed, over the traffic that is stated: 1, unless somebody asks "what if". */
  readonly traffic: number
  readonly priceBookDate: string
  /** Components whose product is or will be out of service. */
  readonly retired: readonly RetiredProduct[]
}
