import type { Edge, Node } from '@xyflow/react'
import type { Boundary, Flow } from '../../../shared/design/design.ts'
import type { Severity } from '../../../shared/findings/finding.ts'
import type { Kind } from '../../../shared/kinds/kind.ts'
import type { Shape } from '../../../shared/perspectives/index.ts'
import type { Badges } from '../../analysis/badges.ts'
import type { Heat } from '../../analysis/heat.ts'
import type { ArrowPath } from '../arrow-path.ts'
import type { ArrowFacts, Chip, Emphasis, Tone } from '../drawing-types.ts'

interface ComponentData extends Record<string, unknown> {
  readonly name: string
  readonly outOfScope: boolean
  readonly locked: boolean
  readonly kind: Kind
  /** The product's name, or the kind's title while no product is chosen. */
  readonly subtitle: string
  readonly badges: Badges | undefined
  /** What the overlay says of it. */
  readonly heat: Heat | undefined
  /** What it is in a data-flow diagram; absent in every other perspective. */
  readonly shape: Shape | undefined
  readonly emphasis: Emphasis
  /** Labelled parts of the shown path, such as the legs of the trifecta, that this card plays. */
  readonly legs: readonly string[]
}

interface BoundaryData extends Record<string, unknown> {
  readonly boundary: Boundary
  readonly tone: Tone
  /** Type and trust in words: "partner, trust 40". */
  readonly subtitle: string
  readonly empty: boolean
  readonly locked: boolean
  readonly readOnly: boolean
  /** What it is like while it is collapsed; absent: it is open. */
  readonly collapsed: { readonly components: number; readonly worst: Severity | undefined } | undefined
  /** What the overlay says of all that is inside; of a collapsed one alone. */
  readonly heat: Heat | undefined
  readonly emphasis: Emphasis
  readonly isTarget: boolean
}

interface GhostData extends Record<string, unknown> {
  readonly title: string
}

export interface ArrowData extends Record<string, unknown> {
  readonly flow: Flow
  readonly facts: ArrowFacts
  readonly path: ArrowPath
  /** Absent: there is no room for the label. */
  readonly chip: Chip | undefined
  readonly emphasis: Emphasis
  /** Its numbers on the shown path, counted from 1: "3, 7". */
  readonly step: string | undefined
  readonly heat: Heat | undefined
  /** How many arrows it stands for, those of a collapsed boundary being one; 1 for an arrow of its own. */
  readonly count: number
  readonly findings: Badges['findings']
  readonly isTarget: boolean
}

export type ComponentNode = Node<ComponentData, 'component'>
export type BoundaryNode = Node<BoundaryData, 'boundary'>
export type GhostNode = Node<GhostData, 'ghost'>
/** A component out of sight at which an arrow in sight ends. */
export type EndNode = Node<Record<string, unknown>, 'end'>
export type CanvasNode = ComponentNode | BoundaryNode | GhostNode | EndNode
export type CanvasEdge = Edge<ArrowData, 'arrow'>
