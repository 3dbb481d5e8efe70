/**
 * What people decided, assumed, asked and reviewed, what a board froze, and the way from there to the target. `design.ts`
 * hands these types on.
 */
import type { Element, FrozenJson, Id, Link, Settings, Value } from './element.ts'

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

/** Who says what was taken over from another tool, until a person writes it anew. */
export const importedBy = 'the imported file'

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
  readonly frozen: FrozenJson
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
