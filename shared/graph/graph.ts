import type {
  Access,
  Boundary,
  Component,
  DataAsset,
  Design,
  Flow,
  FlowMode,
  Id,
  Network,
  Settings,
  Value,
} from '../design/design.ts'
import type { FieldReader } from '../kinds/kind.ts'
import type { Kind, Trait } from '../kinds/kind.ts'
import type { ActionRuns } from './run.ts'

export type Facet = 'trust' | 'organisation' | 'region' | 'network'

/** A facet as an element has it: its own product's, or inherited from the nearest boundary that states it. */
export interface FacetValue<T> {
  /** Undefined: nobody stated it, or somebody looked and does not know. */
  readonly value: T | undefined
  /** The boundary or component that states it (or states that it is unknown). */
  readonly from?: Id
  readonly unknown?: true
  readonly ask?: string
}
export interface Facets {
  readonly trust: FacetValue<number>
  readonly organisation: FacetValue<string>
  readonly region: FacetValue<string>
  readonly network: FacetValue<Network>
}

/** A flow seen from who calls and who answers (a pull turns the drawn direction around). */
export interface GraphFlow {
  readonly id: Id
  readonly flow: Flow
  readonly caller: Id
  readonly callee: Id
  readonly mode: FlowMode
  readonly does: readonly Access[]
}

/**
 * A read-only index of the effective model (the base with the shown variant). Every engine reads the design through it.
 */
export interface Graph {
  readonly design: Design
  readonly components: readonly Component[]
  readonly flows: readonly GraphFlow[]
  readonly actions: readonly ActionRuns[]

  component(id: Id): Component | undefined
  boundary(id: Id): Boundary | undefined
  flow(id: Id): GraphFlow | undefined
  asset(id: Id): DataAsset | undefined
  /** The name to show for any element; a flow without one reads "A to B". */
  name(id: Id): string
  /** The kind, or the `unknown` kind for one that this version does not know. */
  kindOf(component: Component | Id): Kind
  has(component: Component | Id, trait: Trait): boolean
  /** Components with all these traits that are in scope. */
  with(...traits: readonly Trait[]): readonly Component[]

  /** Flows whose caller or callee this component is, offline ones included. */
  callsFrom(component: Id): readonly GraphFlow[]
  callsTo(component: Id): readonly GraphFlow[]

  /** Components that hold a data asset. */
  holders(asset: Id): readonly Component[]

  facets(component: Id): Facets
  /** True, false, or undefined when an end is unknown. */
  crosses(flow: GraphFlow | Id, facet: Facet): boolean | undefined
  /** Boundaries around an element, innermost first. */
  boundariesOf(id: Id): readonly Boundary[]
  /** Product of the counts of the plates around it, by what they copy. */
  copies(component: Id): number

  /** Settings of a box, product facts and kind defaults filled in. */
  settings(component: Component | Id): FieldReader
  /** Fields of one call along a flow: `with`, then `flow.call`, then the callee kind's defaults. */
  call(flow: GraphFlow | Id, override?: Settings): FieldReader
  /** The raw value somebody stated for a setting: undefined when absent. */
  stated(component: Component | Id, setting: string): Value | undefined

  /** Assets by root: an asset's origins by `derivedFrom`, itself when it has none. Cycles are cut. */
  rootsOf(asset: Id): readonly Id[]
  /** Assets that a flow carries there and back, with `derivedFrom` not followed. Absent data is an empty list. */
  requestData(flow: GraphFlow): readonly DataAsset[]
  responseData(flow: GraphFlow): readonly DataAsset[]
}
