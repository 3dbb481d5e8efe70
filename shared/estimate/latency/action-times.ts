import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedCall, ResolvedStep, RunKey } from '../../graph/run.ts'
import type { MadeCall, Readers } from '../calls/call-context.ts'
import type { Wait } from '../capacity/queueing.ts'
import type { Clock } from './clock.ts'
import type { CallLimits } from './limits.ts'
import type { OwnTime } from './own-time.ts'
import type { SlowMoments } from './slow-moments.ts'
import type { StepTimes, TimesOf } from './timed-step.ts'

/** What latency needs to know about the calls of one action. */
export interface LatencyInput {
  readonly graph: Graph
  readonly readers: Readers
  readonly actionRuns: ActionRuns
  /** Each call as it is made, with what is in hand then, averaged over all that make it. */
  readonly useOf: (call: ResolvedCall) => MadeCall
  readonly waitAt: (component: string) => Wait | undefined
  /** Share of the calls to a component that are refused because it is down. */
  readonly downAt: (component: string) => number
  /** False leaves out the time of people (the unattended clock). */
  readonly countPeople: boolean
  readonly moments: SlowMoments
}

/** Times of one action, each worked out when it is first asked for, and once. */
export interface ActionTimes extends TimesOf {
  /** A call with all that its callee awaits, retries and alternatives included. */
  call(call: ResolvedCall, instead?: readonly ResolvedStep[]): StepTimes
  /** The callee's own time of one call, the way to it and its wait included. */
  own(call: ResolvedCall): Clock
  ownParts(call: ResolvedCall): OwnTime
  /** Until the turn of a loop in which something inside it happens; `stopped` for what happens once. */
  turnsBefore(step: ResolvedStep): Clock
  /** The steps of a run, collapsed: those who answer early and those who go on. */
  run(key: RunKey): StepTimes
  limits(call: ResolvedCall): CallLimits
  /** Calls into merges that run when the branches of this step have arrived. */
  callsAfterJoin(step: ResolvedStep): readonly ResolvedCall[]
  /** Runs with all that they set in motion, as far as somebody asked. */
  readonly completions: Map<RunKey, Clock>
}
