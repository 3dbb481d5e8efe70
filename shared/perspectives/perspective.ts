import type { Id } from '../design/design.ts'
import type { Graph } from '../graph/graph.ts'
import type { WalkStep } from '../graph/walk-steps.ts'
import type { ElementType } from '../threats/coverage/element-type.ts'

/** What a component is in a data-flow diagram. */
export type Shape = Exclude<ElementType, 'flow'>

/** How a perspective shows a design. It names elements of the design and changes nothing of it; what is absent is as ever. */
export interface Look {
  /** Components that are drawn; all when absent. What stands around them and runs between them comes with them. */
  readonly only?: ReadonlySet<Id>
  /** What stands out. Absent: nothing does, and nothing recedes. */
  readonly lit?: ReadonlySet<Id>
  /** What neither stands out nor recedes beside it. */
  readonly calm?: ReadonlySet<Id>
  /** Numbers on arrows: several where an arrow is called again. */
  readonly numbers?: ReadonlyMap<Id, readonly number[]>
  /** What a boundary's title says after its name. */
  readonly headers?: ReadonlyMap<Id, string>
  readonly shapes?: ReadonlyMap<Id, Shape>
  /** What an arrow's label says instead of its name. */
  readonly labels?: ReadonlyMap<Id, string>
  /** One line for people: what is seen. */
  readonly says: string
  /** What one can step through, in order. */
  readonly steps?: readonly WalkStep[]
}

/** What a perspective is of, where it is of something. */
export interface Focus {
  /** The action, or the selected elements. */
  readonly about: readonly Id[]
  /** Which of its steps stands out, counted from 1; 0: all of them. */
  readonly step: number
}

export interface Perspective {
  readonly id: string
  readonly label: string
  /** What it is good for, in one sentence. */
  readonly description: string
  /** What `Focus.about` names; absent: the whole design. */
  readonly of?: 'action' | 'selection'
  readonly look: (graph: Graph, focus: Focus) => Look
}
