import type { Id } from '../../design/design.ts'
import type { ResolvedCall, ResolvedStep } from '../../graph/run.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import type { Release } from '../../kinds/kind.ts'
import { type Clock, stopped, type WeightedClock } from './clock.ts'

/** Why the first part of an answer waits for the whole. */
export interface Held {
  readonly element: Id
  readonly reason: string
}

/** A share of runs that answers at a step and is not known exactly: how far it moves at its low and its high. */
export interface Ending {
  readonly node: InputNode
  readonly atLow: number
  readonly atHigh: number
  /** How long those take who answer there. */
  readonly meanMs: number
}

/** How long steps take, as whoever awaits them sees it. */
export interface StepTimes {
  /** Of the runs that go on afterwards. */
  readonly going: Clock
  /** Of the runs that answered inside and skip the rest. */
  readonly ended?: WeightedClock
  readonly endings?: readonly Ending[]
  /** Until the first part is passed on; the same object as `going` when nothing is passed on before the end. */
  readonly first: Clock
  readonly streams: boolean
  /** Share of those who wait for it whose request fails because something inside ran into its timeout. */
  readonly failing: number
  readonly held?: Held
}

/** What step times need to know from outside: calls, and how a gate treats a stream before it. */
export interface TimesOf {
  /** `instead`: what happens when the call fails, over its own `orElse`. */
  call(call: ResolvedCall, instead?: readonly ResolvedStep[]): StepTimes
  /** One step with its modifiers. */
  step(step: ResolvedStep): StepTimes
  /** Undefined for what is no gate: it holds a stream before it. */
  release(call: ResolvedCall): Release | undefined
  /** The time of merges that run when the branches of this step have arrived. */
  afterJoin(step: ResolvedStep): Clock
  name(id: Id): string
}

export const instantly: StepTimes = { going: stopped, first: stopped, streams: false, failing: 0 }
