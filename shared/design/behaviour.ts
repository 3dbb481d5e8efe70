/**
 * What a component does each time it is called, and what people do with the system, how often. `design.ts` hands these
 * types on.
 */
import type { Element, Id, Settings, Value } from './element.ts'

export interface Plan {
  /** Incoming arrows or actions that this plan answers; absent: all others. */
  readonly on?: readonly Id[]
  readonly steps: readonly Step[]
}

export interface Modifiers {
  readonly label?: string
  /** Share of the runs that reach it; in a choice: share of the choices. */
  readonly share?: Value<number>
  /** How often, each time it is reached. */
  readonly times?: Value<number>
  /** How `times` spreads: always the same, geometric, or the probability of 1, 2, 3 ... turns. */
  readonly spread?: 'fixed' | 'geometric' | readonly number[]
  /** How many turns run at the same time. */
  readonly atOnce?: Value<number>
  /** What a turn leaves in hand for the next (context growth). */
  readonly keeps?: 'all' | 'nothing'
  /** Share of its runs that answer right here and skip the rest (cache hit, blocked). */
  readonly ends?: Value<number>
}

export interface CallStep extends Modifiers {
  readonly call: Id
  /** Over `flow.call`. */
  readonly with?: Settings
  /** Goes on if it fails. */
  readonly optional?: boolean
  /** Instead, if it fails. */
  readonly orElse?: readonly Step[]
}
export interface SequenceStep extends Modifiers {
  readonly steps: readonly Step[]
}
export interface ParallelStep extends Modifiers {
  readonly parallel: readonly Step[]
  readonly join?: 'all' | 'any' | number
}
/** Exactly one child, by its share; a child without one gets an equal part of the rest. */
export interface ChooseStep extends Modifiers {
  readonly choose: readonly Step[]
  readonly failover?: boolean
}
export type Step = CallStep | SequenceStep | ParallelStep | ChooseStep

/** What somebody does with the system; how often is the workload's. */
export interface Action extends Element {
  readonly name: string
  /** A flow or a component. */
  readonly starts: Id
  /** Tokens, pages, items, bytes of one run. */
  readonly input?: Settings
  /** A flow; default: the return of the first call. */
  readonly answeredBy?: Id
}

export interface Workload extends Element {
  readonly name: string
  /** Action to share. */
  readonly mix: Readonly<Record<Id, Value<number>>>
  readonly arrivals: Arrivals
}

export interface OpenArrivals {
  readonly rate: Value<number>
  readonly per: 'second' | 'minute' | 'hour' | 'day' | 'month'
  readonly peakFactor?: Value<number>
  /** 24 weights. */
  readonly hours?: readonly number[]
  /** 7 weights, Monday first. */
  readonly weekdays?: readonly number[]
  readonly growthPerMonth?: Value<number>
}
export interface ClosedArrivals {
  readonly users: Value<number>
  readonly thinkTimeS: Value<number>
}
export interface BatchArrivals {
  readonly items: Value<number>
  readonly every: 'once' | 'hour' | 'day' | 'week' | 'month'
  readonly withinHours?: Value<number>
}
export type Arrivals = OpenArrivals | ClosedArrivals | BatchArrivals
