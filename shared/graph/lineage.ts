import type { Access, FlowMode, Id, Value, Writers } from '../design/design.ts'
import type { RunKey } from './run.ts'

/** What a gate certainly did to an asset before a call. */
export interface Mark {
  /** The gate component. */
  readonly gate: Id
  /** 'unknown' when the order of calls is only the kind's default. */
  readonly certain: boolean
}

/** An asset on its way, with its root origins and the gates that have seen it. */
export interface Carried {
  readonly asset: Id
  /** Root assets by `derivedFrom`, or '<actor>.request' for what an actor sends without stating data. */
  readonly origins: readonly Id[]
  readonly marks: readonly Mark[]
  /** Generative models and agents that may have read or rewritten it on the way, sorted. */
  readonly through: readonly Id[]
}

/** One call as lineage sees it: what reaches the callee. */
export interface CarriedCall {
  readonly action: Id
  readonly run: RunKey
  readonly flow: Id
  readonly caller: Id
  readonly callee: Id
  readonly does: readonly Access[]
  readonly carried: readonly Carried[]
  /**
   * What had a say in whether it is made and with which words. An agent decides with all that it has in hand, also where its
   * arrow carries only a part of that; of every other caller it is what is carried.
   */
  readonly steering: readonly Carried[]
  /** Gate components that certainly ran in this plan, awaited and not optional, before this call. */
  readonly gatesBefore: readonly Mark[]
  /** Those of `gatesBefore` that ran since a model or an agent last had its say: they have seen what this call does. */
  readonly decidedBy: readonly Mark[]
}

/** What an awaited call brings back to its caller. */
export interface CarriedAnswer {
  readonly action: Id
  /** The run of the component that answers. */
  readonly run: RunKey
  readonly flow: Id
  /** Who answers. */
  readonly from: Id
  /** Who gets the answer: the caller. */
  readonly to: Id
  readonly mode: FlowMode
  readonly carried: readonly Carried[]
}

export interface Origin {
  readonly id: Id
  readonly name: string
  /** Who can put words into it; undefined is unknown. */
  readonly writers: Writers | undefined
  /** 0 to 100 by writers and the facets of where it sits; undefined is unknown. */
  readonly trust: number | undefined
  readonly untrusted: Value<boolean> | undefined
}

export interface Lineage {
  readonly calls: readonly CarriedCall[]
  readonly answers: readonly CarriedAnswer[]
  readonly origins: Readonly<Record<Id, Origin>>
  /** Calls into a component. */
  into(component: Id): readonly CarriedCall[]
  /** Everything a component can have in hand: what it is called with, sends and gets back, over all actions. */
  inHandOf(component: Id): readonly Carried[]
  /** The components and flows, in order, by which an origin reached a call: the evidence path drawn on the canvas. */
  pathTo(call: CarriedCall, origin: Id): readonly Id[]
  /** The same for a component: how an origin comes into its hands. */
  pathInto(component: Id, origin: Id): readonly Id[]
}
