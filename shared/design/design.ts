/**
 * The design document: what an architect draws, states and decides, as plain JSON.
 *
 * Meaning is kept apart from looks: places and routes live in `views`, nothing derived is stored, and array order
 * means nothing outside `plans`. The semantics are described in docs/document.md; `schema.ts` checks these types at
 * the file's edge.
 */
import type { Element, Id, Json, Link, Model, Patch, Settings, Value } from './model.ts'

export type * from './model.ts'

// -- judgement

export interface DecisionOption {
  readonly id: Id
  readonly title: string
  readonly variant?: Id
  /** It is the base as drawn, and no variant. */
  readonly base?: boolean
  readonly good?: readonly string[]
  readonly bad?: readonly string[]
  readonly scores?: Settings
}

/** Who said it, and on which ISO date: what is captured in a room says both. */
export interface Said {
  readonly by?: string
  readonly date?: string
}

export interface Decision extends Element, Said {
  readonly name: string
  readonly number: number
  readonly status: 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded'
  readonly about?: readonly Id[]
  readonly drivers?: readonly Id[]
  readonly context?: string
  readonly options: readonly DecisionOption[]
  readonly chosen?: Id
  readonly because?: string
  readonly consequences?: readonly string[]
  readonly confirmation?: string
  readonly supersedes?: Id
  /** What the engines said when it was accepted, by name ('cost.perMonthUsd'): numbers that have moved outdate it. */
  readonly basis?: Readonly<Record<string, number>>
  /** By requirement: how much it counts in the matrix; 1 where nothing is said, 0 leaves it out. */
  readonly weights?: Settings
  readonly people?: Readonly<Partial<Record<'deciders' | 'consulted' | 'informed', readonly string[]>>>
}

/** What a named person decided about a finding. A waiver is a treatment with response 'accept'. */
export interface Treatment extends Element {
  readonly rule: string
  /** Anchors in the rule's order: the ends of a path, never its middle. */
  readonly on: readonly Id[]
  readonly variant?: Id
  readonly response: 'mitigate' | 'accept' | 'transfer' | 'avoid' | 'dispute'
  readonly reason: string
  readonly status?: 'open' | 'inProgress' | 'done' | 'verified'
  readonly approver?: string
  readonly until?: string
  readonly due?: string
  readonly controls?: readonly Id[]
  /** What makes up for it while it is accepted, in words. */
  readonly compensating?: string
  readonly decision?: Id
  readonly residual?: { readonly likelihood: number; readonly impact: number }
  /** What was true when it was signed. */
  readonly basis?: { readonly severity: string; readonly facts: Readonly<Record<string, string>> }
}

/** The rule of a treatment that accepts a missed requirement: it is no check, and holds on to the requirement itself. */
export const requirementRule = 'requirement'

/** The rule of a treatment that speaks of a threat which a person wrote down; it holds on to that risk. */
export const manualThreatRule = 'manual-threat'

/** A cell of the coverage matrix, which a person decides: an element and a letter of a method. */
export interface CoverageCell {
  readonly on: Id
  readonly method: 'stride' | 'linddun'
  /** STRIDE: S T R I D E; LINDDUN: L I Nr D Dd U Nc. */
  readonly letter: string
}

export interface Risk extends Element, Said {
  readonly statement: string
  readonly about?: readonly Id[]
  readonly likelihood?: number
  readonly impact?: number
  /** Also manual threats: source, prerequisite, action, impact, goal, asset. */
  readonly grammar?: Readonly<Record<string, string>>
  /** Makes it a threat: where in the matrix it stands. */
  readonly cell?: CoverageCell
}

export interface Assumption extends Element, Said {
  readonly statement: string
  readonly about?: readonly Id[]
  readonly status: 'open' | 'confirmed' | 'refuted'
  /** A person thought this cell of the matrix through and found no threat: the statement says why. */
  readonly cell?: CoverageCell
}

/** Only those that a person touched; the rest is derived. */
export interface Question extends Element, Said {
  readonly text: string
  readonly about?: { readonly on: Id; readonly field?: string }
  readonly ask?: string
  readonly answer?: string
  readonly answeredOn?: string
}

/** Said in the room and put aside: it stands in the minutes and nowhere else. */
export interface ParkedItem extends Element, Said {
  readonly text: string
  readonly about?: readonly Id[]
}

/** What a threat review found: the state of every threat on that day, by fingerprint. */
export interface ThreatReview extends Element, Said {
  readonly threats: Readonly<Record<string, ReviewedThreat>>
}
export interface ReviewedThreat {
  /** Absent in a review of threats, which holds nothing else. */
  readonly isThreat?: boolean
  readonly rule: string
  readonly title: string
  readonly status: string
  readonly severity: string
  readonly on: readonly Id[]
}

/** The severity of a threat by likelihood (first index, 1 to 5) and impact (second); absent: the usual one. */
export type RiskMatrix = readonly (readonly ('critical' | 'high' | 'medium' | 'low')[])[]

// -- what was frozen, and the way to the target

/** The design as a board saw it, with what the engines said of it that day. */
export interface Baseline extends Element, Said {
  readonly name: string
  /** SHA-256 of the frozen design as printed, in hex. */
  readonly hash: string
  /** ISO date of the price book that its numbers rest on. */
  readonly priceBook?: string
  /** Rule families and catalogues with their editions, by name. */
  readonly editions?: Readonly<Record<string, string>>
  /** The whole document without its baselines. */
  readonly frozen: Json
  /** Headline numbers by name, in the units of the names. */
  readonly figures?: Readonly<Record<string, number>>
  /** Findings and threats by fingerprint. */
  readonly findings?: Readonly<Record<string, ReviewedThreat>>
  readonly verdict?: 'approved' | 'approvedWithConditions' | 'rejected' | 'deferred'
  /** Who decided, and when. */
  readonly board?: string
  readonly decidedOn?: string
  readonly conditions?: readonly Condition[]
}

/** What a board asks for before it is content. */
export interface Condition {
  readonly id: Id
  readonly text: string
  readonly owner?: string
  readonly due?: string
  readonly status: 'open' | 'met' | 'dropped'
  readonly about?: readonly Id[]
  readonly evidence?: readonly Link[]
}

/** A piece of work on the way to a phase. */
export interface WorkItem extends Element {
  readonly name: string
  /** The phase that it brings about. */
  readonly phase?: Id
  readonly about?: readonly Id[]
  /** Work items that come first. */
  readonly after?: readonly Id[]
  readonly exitCriteria?: readonly string[]
  readonly status?: 'open' | 'inProgress' | 'done'
  readonly due?: string
  readonly effortDays?: Value<number>
}

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
