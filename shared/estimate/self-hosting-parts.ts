import type { Id } from '../design/design.ts'
import type { Formula, InputNode } from '../kinds/formula/formula.ts'
import type { Engine } from '../kinds/serving/constants.ts'
import type { FirstTokenDoubt } from '../kinds/serving/served-shape.ts'
import type { Band } from './estimate-parts.ts'

// Parts of an estimate about models on own machines: what they do there, and what an API costs beside them.

/** What a self-hosted model does on its machines, by the analytic serving model. */
export interface ServingEstimate {
  readonly component: Id
  /** Title of the model, id of the GPU. */
  readonly model: string
  readonly gpu: string
  readonly engine: Engine
  /** A mixture of experts. */
  readonly mixed: boolean
  readonly gpusPerReplica: number
  readonly replicas: number
  readonly fits: boolean
  /** What is wrong with a setting, in a sentence for its field: does not fit, unknown GPU, no replica. */
  readonly problems: readonly { readonly field: string; readonly sentence: string }[]
  /** Gigabytes of one replica: weights, what is left for the KV cache, the whole. */
  readonly weightsGigabytes: number
  readonly cacheGigabytes: number
  readonly memoryGigabytes: number
  /** Sequences that the cache holds at once, and those that the engine takes of them. */
  readonly slots: number
  readonly seats: number
  /** Sequences running at the peak, of one replica; 0 when it does not fit. */
  readonly running: number
  readonly queueing: boolean
  /** Times and rates: absent when it does not fit, since then there is nothing that could be measured. */
  readonly ttftMs?: Band
  readonly tpotMs?: Band
  readonly tokensPerSecondPerReplica?: number
  readonly callsPerSecondPerReplica?: number
  /** Absent when no price is known. */
  readonly usdPerGpuHour?: InputNode
  /** With all seats taken for 70 % of the time; absent when the price is not known, and when it does not fit. */
  readonly usdPerMillionOutputTokens?: Band
  readonly usdPerMillionFormula?: Formula
  /** GPUs that the peak needs with 70 % utilisation; absent when it does not fit. */
  readonly gpusNeeded?: number
  /** Mean absolute error of TPOT on measured points of the nearest class, as a share. */
  readonly error: number
  readonly firstToken: FirstTokenDoubt
  readonly measuredPoints: number
  /** Why this lies outside what was measured: model, GPU or engine. */
  readonly extrapolated?: string
}

/** What a comparison of bought and built starts from, whichever open model and GPU one holds against it. */
export interface BuildOrBuyBasis {
  readonly component: Id
  readonly callsPerMonth: number
  /** Peak over mean: machines are planned for the peak. */
  readonly peakOverMean: number
  readonly promptTokens: number
  readonly answerTokens: number
  readonly apiProduct: string
  readonly usdPerCallBought: Formula
  readonly engineeringUsdPerMonth: Formula
  /** USD per GPU and hour of every GPU that the book prices; a drawn server's own price for its own. */
  readonly gpuPrices: readonly { readonly gpu: string; readonly usdPerHour: InputNode }[]
  /** What stands behind the two sides, in sentences. */
  readonly assumptions: readonly string[]
}

/** The open model and the machines that are held against an API. */
export interface BuildOrBuyChoice {
  readonly model: string
  readonly gpu: string
  readonly gpusPerReplica: number
  readonly leastReplicas: number
  /** Of a server that is drawn: its own rate. Without it: the model at fp8 on vLLM. */
  readonly callsPerSecondPerReplica?: number
}

/** One model, bought by the token against run on own machines, over calls a month. */
export interface BuildOrBuy extends Comparison {
  readonly component: Id
  readonly callsPerMonth: number
  readonly apiProduct: string
  readonly selfHostedProduct: string
  readonly gpu: string
  readonly basis: BuildOrBuyBasis
  readonly choice: BuildOrBuyChoice
  readonly assumptions: readonly string[]
}

/** Both sides in numbers. */
export interface Comparison {
  readonly usdPerCallBought: number
  /** GPUs of one replica, all month; the engineer who runs them all comes once, beside. */
  readonly usdPerMonthPerReplica: number
  readonly usdPerMonthEngineering: number
  readonly callsPerMonthPerReplica: number
  readonly replicasNeeded: number
  readonly usdPerMonthBought: number
  readonly usdPerMonthBuilt: number
  /** Calls a month from which running it oneself is cheaper, on the staircase of whole replicas; absent when never. */
  readonly breakEvenCallsPerMonth?: number
  readonly breakEvenFormula?: Formula
  /** The curves, for the chart: bought is a line, built a staircase. */
  readonly curve: readonly CurvePoint[]
}

export interface CurvePoint {
  readonly callsPerMonth: number
  readonly bought: number
  readonly built: number
}
