import type { Edge, Node } from '@xyflow/react'
import type { Boundary, Flow, FlowMode, Id } from '../../../shared/design/design.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import type { Badges } from '../../analysis/badges.ts'
import type { Heat } from '../../analysis/heat.ts'
import type { ArrowPath } from '../arrow-path.ts'

/** Where an arrow's label stands, and how wide it may be. */
export interface Chip {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** How an element stands out while a finding is shown. */
export type Emphasis = 'path' | 'dimmed' | 'none'

interface ComponentData extends Record<string, unknown> {
  readonly name: string
  readonly outOfScope: boolean
  readonly kind: Kind
  /** The product's name, or the kind's title while no product is chosen. */
  readonly subtitle: string
  readonly badges: Badges | undefined
  /** The number that the overlay asks for. */
  readonly heat: Heat | undefined
  readonly emphasis: Emphasis
  /** Labelled parts of the shown path, such as the legs of the trifecta, that this card plays. */
  readonly legs: readonly string[]
}

/** Restricted, internal, partner or public: tint and stroke pattern of a boundary. */
export type Tone = 'restricted' | 'internal' | 'partner' | 'public'

interface BoundaryData extends Record<string, unknown> {
  readonly boundary: Boundary
  readonly tone: Tone
  /** Type and trust in words: "partner, trust 40". */
  readonly subtitle: string
  readonly empty: boolean
  readonly emphasis: Emphasis
  readonly isTarget: boolean
}

interface GhostData extends Record<string, unknown> {
  readonly title: string
}

/** The padlock where an arrow crosses a trust boundary; undefined where it does not cross one. */
export type Padlock = 'closed' | 'open' | 'unknown'

export interface ArrowFacts {
  readonly mode: FlowMode
  readonly padlock?: Padlock
  /** The data that travels, most sensitive first, each with its class. */
  readonly data: readonly { readonly name: string; readonly tone: Tone | 'unclassified' }[]
}

export interface ArrowData extends Record<string, unknown> {
  readonly flow: Flow
  readonly facts: ArrowFacts
  readonly path: ArrowPath
  /** Absent: there is no room for the label. */
  readonly chip: Chip | undefined
  readonly emphasis: Emphasis
  /** Number on the shown path, counted from 1. */
  readonly step: number | undefined
  readonly findings: Badges['findings']
  readonly isTarget: boolean
}

export type ComponentNode = Node<ComponentData, 'component'>
export type BoundaryNode = Node<BoundaryData, 'boundary'>
export type GhostNode = Node<GhostData, 'ghost'>
export type CanvasNode = ComponentNode | BoundaryNode | GhostNode
export type CanvasEdge = Edge<ArrowData, 'arrow'>

/** Elements and steps that the canvas shows for a finding. */
export interface Highlight {
  readonly elements: ReadonlySet<Id>
  readonly steps: ReadonlyMap<Id, number>
  readonly legs: ReadonlyMap<Id, readonly string[]>
  readonly remedy: { readonly title: string; readonly at: Id } | undefined
}
