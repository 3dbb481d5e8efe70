import type { Modifiers } from '../design/behaviour.ts'
import type { Access, FlowMode, Id, Settings } from '../design/design.ts'

/**
 * A run: one component at work, called by one arrow (or started by an action), with one plan. Runs are merged by this
 * key within an action, so that a design with shared callees stays linear in size.
 */
export type RunKey = string

/** Modifiers of a step with their values as stated; engines read them through `shared/design/value.ts`. */
export interface ResolvedModifiers extends Modifiers {
  /** Stable name of the step: its arrow ('f-review', a second use 'f-review#2') or caller and label. */
  readonly name: string
}

export interface ResolvedCall extends ResolvedModifiers {
  readonly type: 'call'
  readonly flow: Id
  readonly caller: Id
  readonly callee: Id
  readonly mode: FlowMode
  readonly does: readonly Access[]
  /** The run of the callee; absent for a drawn answer or a refused recursion (not called). */
  readonly run?: RunKey
  readonly with?: Settings
  readonly optional?: boolean
  readonly orElse?: readonly ResolvedStep[]
  /** Appended because no plan of the caller mentions the arrow ("not placed yet"), or placed by the kind's default. */
  readonly placed: 'stated' | 'appended' | 'default'
}
export interface ResolvedSequence extends ResolvedModifiers {
  readonly type: 'sequence'
  readonly steps: readonly ResolvedStep[]
}
export interface ResolvedParallel extends ResolvedModifiers {
  readonly type: 'parallel'
  readonly branches: readonly ResolvedStep[]
  readonly join: 'all' | 'any' | number
}
export interface ResolvedChoice extends ResolvedModifiers {
  readonly type: 'choose'
  /** With the shares of children that state none filled in (equal parts of the rest). */
  readonly choices: readonly { readonly share: number; readonly step: ResolvedStep }[]
  readonly failover: boolean
}
export type ResolvedStep = ResolvedCall | ResolvedSequence | ResolvedParallel | ResolvedChoice

export interface Run {
  readonly key: RunKey
  readonly component: Id
  /** The arrow that called it; absent when the action starts at the component. */
  readonly flow?: Id
  readonly action: Id
  /** Whether the order of the steps is the kind's default: numbers hold as assumed, marks of gates are unknown. */
  readonly defaultPlan: boolean
  readonly steps: readonly ResolvedStep[]
}

/** One action with all that it sets in motion. */
export interface ActionRuns {
  readonly action: Id
  readonly name: string
  /** True when the architect stated no action and this one is derived (an arrow out of an actor, or a component nobody calls). */
  readonly derived: boolean
  /** The first call: from the actor along the arrow that the action starts, or directly into a component. */
  readonly start: { readonly flow?: Id; readonly run: RunKey }
  readonly runs: Readonly<Record<RunKey, Run>>
  /** Arrows recognised as drawn answers ("is this the answer to ...?") and arrows refused as recursion. */
  readonly drawnAnswers: readonly Id[]
  readonly refused: readonly { readonly flow: Id; readonly cycle: readonly Id[] }[]
}
