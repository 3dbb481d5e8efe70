import type { InputNode } from '../formula/formula.ts'
import type { Engine } from './constants.ts'

/** What is wrong with a setting, in a sentence for its field. */
export interface ServingProblem {
  readonly field: string
  readonly sentence: string
}

/** What a self-hosted model does on its machines: what a kind tells the estimate. Bytes in gigabytes, times with their band. */
export interface Served {
  /** Title of the model, and the GPU's id. */
  readonly model: string
  readonly gpu: string
  readonly engine: Engine
  /** A mixture of experts. */
  readonly mixed: boolean
  readonly gpusPerReplica: number
  readonly replicas: number
  readonly fits: boolean
  readonly problems: readonly ServingProblem[]
  readonly weightsGigabytes: number
  /** Left for the KV cache; 0 when the weights do not fit. */
  readonly cacheGigabytes: number
  readonly memoryGigabytes: number
  readonly slots: number
  /** What the engine is told, or the slots when they are fewer. */
  readonly seats: number
  readonly running: number
  readonly queueing: boolean
  readonly ttftMs: InputNode
  readonly tpotMs: InputNode
  /** Of one replica with all seats taken. */
  readonly tokensPerSecond: InputNode
  readonly callsPerSecond: number
  readonly usdPerGpuHour: InputNode
  readonly error: number
  readonly firstToken: FirstTokenDoubt
  readonly measuredPoints: number
  readonly extrapolated?: string
}

/** Of the time to the first token: its mean absolute error, and the ends of its band as multiples of what is computed. */
export interface FirstTokenDoubt {
  readonly error: number
  readonly low: number
  readonly high: number
}
