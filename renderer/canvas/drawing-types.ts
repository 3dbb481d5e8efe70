import type { FlowMode, Id } from '../../shared/design/design.ts'

/** Where an arrow's label stands, and how wide it may be. */
export interface Chip {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** How an element stands out while a finding is shown. */
export type Emphasis = 'path' | 'dimmed' | 'none'

/** Restricted, internal, partner or public: tint and stroke pattern of a boundary. */
export type Tone = 'restricted' | 'internal' | 'partner' | 'public'

/** The padlock where an arrow crosses a trust boundary; undefined where it does not cross one. */
export type Padlock = 'closed' | 'open' | 'unknown'

export interface ArrowFacts {
  readonly mode: FlowMode
  readonly padlock?: Padlock
  /** The data that travels, most sensitive first, each with its class. */
  readonly data: readonly { readonly name: string; readonly tone: Tone | 'unclassified' }[]
  /** What its label says instead of its name, in a perspective that has other words for it. */
  readonly says?: string
}

/** Elements and steps that the canvas shows for a finding, a step of a walk or a perspective. */
export interface Highlight {
  readonly elements: ReadonlySet<Id>
  /** What neither stands out nor recedes beside them. */
  readonly calm?: ReadonlySet<Id>
  /** Numbers on arrows, several where the way leads along one again. */
  readonly steps: ReadonlyMap<Id, readonly number[]>
  readonly legs: ReadonlyMap<Id, readonly string[]>
  readonly remedy: { readonly title: string; readonly at: Id } | undefined
}
