/**
 * The design document: what an architect draws, states and decides, as plain JSON.
 *
 * Meaning is kept apart from looks: places and routes live in `views`, nothing derived is stored, and array order
 * means nothing outside `plans`. The semantics are described in docs/document.md; `schema.ts` checks these types at
 * the file's edge.
 */
import type { Element, Id, Json, Value } from './element.ts'
import type {
  Assumption,
  Baseline,
  Decision,
  ParkedItem,
  Question,
  Risk,
  RiskMatrix,
  ThreatReview,
  Treatment,
  WorkItem,
} from './judgement.ts'
import type { Model, Patch } from './model.ts'

export type * from './behaviour.ts'
export type * from './element.ts'
export * from './judgement.ts'
export type * from './model.ts'

// -- framing: the first half hour

/** What success is measured by; `requirement` is the NFR that holds it, once there is one. */
export interface Measure {
  readonly id: Id
  readonly name: string
  /** As it is today. */
  readonly baseline?: string
  readonly aim?: string
  readonly requirement?: Id
}

/** One kind of answer that the system gives, and what happens when it is wrong. */
export interface AnswerKind {
  readonly id: Id
  readonly name: string
  /** The action that it answers. */
  readonly action?: Id
  /** How it can be wrong. */
  readonly wrong?: string
  /** Who notices. */
  readonly noticedBy?: string
  /** What the user sees. */
  readonly shown?: string
  readonly fallback?: string
}

/** The sheet of the first half hour: why, for whom, and what a wrong answer does. */
export interface Framing {
  readonly problem?: string
  readonly users?: string
  /** The decision that the answers support. */
  readonly decision?: string
  /** How it is done today, and how well. */
  readonly baseline?: string
  readonly measures?: readonly Measure[]
  readonly nonGoals?: readonly string[]
  readonly answers?: readonly AnswerKind[]
}

// -- variants, views, file

export interface Variant extends Element {
  readonly name: string
  readonly type: 'option' | 'phase'
  /** The variant it builds on; absent: the base. */
  readonly of?: Id
  readonly date?: string
  readonly changes: Patch
}

export interface Place {
  readonly x: number
  readonly y: number
  readonly w?: number
  readonly h?: number
  readonly z?: number
  readonly collapsed?: boolean
  readonly locked?: boolean
}
export interface Route {
  readonly points?: readonly (readonly [number, number])[]
  readonly labelAt?: number
}
export type Ink = 'red' | 'blue' | 'green'
/** A line that a hand drew over the picture, while people talked about it. It says nothing of the system. */
export interface Stroke {
  /** Where the pen went, in the drawing's coordinates; one point is a dot. */
  readonly points: readonly (readonly [number, number])[]
  /** Absent: red. */
  readonly ink?: Ink
}
/** Places are absolute, by id, valid for every variant; an element without a place is laid out near its neighbours. */
export interface View extends Element {
  readonly name: string
  readonly variant?: Id
  readonly perspective?: string
  /** What the perspective is of: an action, or elements. */
  readonly about?: readonly Id[]
  /** What lies over the drawing: 'cost', 'data-class' ... */
  readonly overlay?: string
  readonly only?: readonly Id[]
  readonly hide?: readonly Id[]
  readonly slides?: readonly { readonly focus: readonly Id[]; readonly caption: string }[]
  /** The middle of what is seen, x and y in the drawing's coordinates, and how wide the part is that is seen. */
  readonly window?: readonly [number, number, number]
  readonly places?: Readonly<Record<Id, Place>>
  readonly routes?: Readonly<Record<Id, Route>>
  /** What was drawn over it by hand, the newest last. */
  readonly strokes?: readonly Stroke[]
}

export interface Answer {
  readonly value: Value
  /** What the drawing said when it was given; a drawing that says something else since contradicts the answer. */
  readonly drawn?: Value
  readonly rationale?: string
  readonly by?: string
  readonly date?: string
}

export interface PriceOverride {
  readonly id: Id
  /** 'llm.input' or 'llm.input:openai/gpt-4.1'; a discount alone may name more: 'llm:openai/gpt-4.1', '*:openai', 'llm'. */
  readonly item: string
  readonly usd?: Value<number>
  readonly unit?: string
  readonly discount?: Value<number>
}

export interface DesignCurrency {
  /** ISO 4217, such as "EUR". */
  readonly code: string
  /** How many units of it one USD buys, with the day of the rate and who says so. */
  readonly unitsPerUsd: Value<number>
}

export const designFormat = 'lintel/design'
/** Rises only when the meaning of an existing field changes. */
export const designVersion = 1

export interface Design extends Model {
  readonly format: typeof designFormat
  readonly version: number
  readonly id: Id
  readonly name: string
  readonly summary?: string
  readonly client?: string
  readonly authors?: readonly string[]
  readonly framing?: Framing
  readonly origin?: { readonly template: string; readonly version: string }
  readonly variants?: readonly Variant[]
  /** The variant that headlines and documents describe; absent: the base. */
  readonly shown?: Id
  readonly decisions?: readonly Decision[]
  readonly treatments?: readonly Treatment[]
  readonly risks?: readonly Risk[]
  readonly assumptions?: readonly Assumption[]
  readonly questions?: readonly Question[]
  readonly parked?: readonly ParkedItem[]
  readonly workItems?: readonly WorkItem[]
  readonly reviews?: readonly ThreatReview[]
  readonly baselines?: readonly Baseline[]
  readonly views?: readonly View[]
  readonly riskMatrix?: RiskMatrix
  readonly x?: Readonly<Record<string, Json>>
  readonly answers?: Readonly<Record<string, Answer>>
  readonly prices?: readonly PriceOverride[]
  /** What amounts are shown in; absent: USD. Amounts in the document are USD whatever this says. */
  readonly currency?: DesignCurrency
}
