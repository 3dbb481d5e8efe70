/**
 * The part of a design that a variant can change: structure, data, controls, and what is required of them; how it behaves
 * and is used is in `behaviour.ts`.
 * `design.ts` has the rest of the document and hands these types on; import them from there.
 */
import type { Action, Plan, Workload } from './behaviour.ts'
import type { Element, Id, Json, Link, Settings, Value } from './element.ts'

// -- structure

export interface Component extends Element {
  readonly name: string
  readonly kind: string
  readonly product?: Value<string>
  /** The boundary it stands in; never read from geometry. */
  readonly in?: Id
  /** Where it runs, for a box that stands in no boundary which says it. */
  readonly region?: Value<string>
  /** What the box is: the kind's `settings` schema. */
  readonly settings?: Settings
  /** Data assets kept here. */
  readonly holds?: readonly Id[]
  /** The identity its own calls run as. */
  readonly as?: Id
  /** Absent: the kind's own plan over its arrows. */
  readonly plans?: readonly Plan[]
  /** The reason why it is out of scope. */
  readonly outOfScope?: string
}

export type Network = 'public' | 'private' | 'isolated'

export interface Boundary extends Element {
  readonly name: string
  readonly in?: Id
  /** Word and tint only; engines read the four facets, each inherited by itself. */
  readonly label?: string
  readonly copies?: Copies
  /** 0 (hostile) to 100 (ours, hardened). */
  readonly trust?: Value<number>
  readonly organisation?: Value<string>
  readonly region?: Value<string>
  readonly network?: Value<Network>
  /** All there is inside has been drawn and stated: what is missing there is a finding, no longer a question. */
  readonly complete?: boolean
}

/** A plate: all inside exists `count` times. `separate` means that none stands in for another. */
export interface Copies {
  readonly of: 'region' | 'zone' | 'tenant' | 'instance'
  readonly count: Value<number>
  readonly names?: readonly string[]
  readonly mode?: 'activeActive' | 'activePassive' | 'separate'
  readonly failoverS?: Value<number>
}

export type FlowMode = 'sync' | 'stream' | 'async' | 'offline'
export type Content = 'prompt' | 'retrieved' | 'toolResult' | 'code' | 'action' | 'training' | 'telemetry'
export type Access = 'read' | 'write' | 'delete' | 'send' | 'pay' | 'execute' | 'administer'

/** An arrow is an operation: who calls whom, what one call asks and what goes there and back. */
export interface Flow extends Element {
  readonly from: Id
  readonly to: Id
  /** The head asks, the tail answers. Default where the tail is passive (a store, a data set). */
  readonly pull?: boolean
  /** Default by kinds. `offline`: no user action causes it (deploy, start-up, lineage, a drawn answer). */
  readonly mode?: FlowMode
  /** What one call asks of the callee: the callee kind's `call` schema. */
  readonly call?: Settings
  readonly request?: Cargo
  readonly response?: Cargo
  /** Access used; default by kinds. */
  readonly does?: readonly Access[]
  /** The identity used; the word 'caller' passes the asking user's identity on. */
  readonly as?: Id
  readonly authentication?: Value<string>
  readonly encrypted?: Value<boolean>
  readonly protocol?: Value<string>
  readonly timeoutMs?: Value<number>
  readonly retries?: Value<number>
  readonly backoffMs?: Value<number>
  readonly hedgeAfterMs?: Value<number>
  /** Plates of which every copy is called (replication); default one copy. */
  readonly toAll?: readonly Id[]
}

/** What travels. Absent `data`: all the caller has in hand. */
export interface Cargo {
  readonly data?: readonly Id[]
  readonly content?: readonly Content[]
  readonly untrusted?: Value<boolean>
}

// -- data, identity, controls

export type Classification = 'public' | 'internal' | 'confidential' | 'restricted'
export type PersonalData = 'none' | 'personal' | 'special'
/** Who can put words into it: the trust of the data itself. */
export type Writers = 'anyone' | 'customers' | 'partners' | 'staff' | 'curators' | 'system'

export interface DataAsset extends Element {
  readonly name: string
  readonly type?: 'records' | 'documents' | 'prompt' | 'model' | 'secret' | 'log' | 'code'
  readonly derivedFrom?: readonly Id[]
  /** retentionDays, residency, licence, lawfulBasis, perTenant, records, version ... */
  readonly facts?: Settings
  readonly classification?: Value<Classification>
  readonly personal?: Value<PersonalData>
  readonly writers?: Value<Writers>
}

export interface Identity extends Element {
  readonly name: string
  readonly type: Value<'person' | 'service' | 'agent' | 'administrator' | 'shared'>
  readonly credential?: Value<'none' | 'shortLived' | 'longLived'>
  readonly grants?: readonly Grant[]
}
export interface Grant {
  /** A component or a data asset. */
  readonly on: Id
  readonly can: readonly Access[]
  readonly where?: Value<string>
}

/** A commitment: something that will be or is in place, on elements. What runs is a box; a fact is a setting. */
export interface Control extends Element {
  /** Catalogue id; the catalogue knows whether it is deterministic or probabilistic. */
  readonly type: string
  readonly on: readonly Id[]
  /** The component that embodies it. */
  readonly by?: Id
  readonly status: 'proposed' | 'planned' | 'inPlace' | 'retired'
  readonly due?: string
}

// -- intent and judgement

export type Aggregate = 'mean' | 'p50' | 'p90' | 'p95' | 'p99' | 'max'

export interface Requirement extends Element {
  /** The metric fixes unit, scopes and way of verification. */
  readonly metric: string
  readonly aggregate?: Aggregate
  readonly is: '<=' | '>=' | '=' | 'in'
  readonly target: Value
  readonly stretch?: Value
  /** Any ids; neither `on` nor `where`: the whole design. */
  readonly on?: readonly Id[]
  readonly where?: string
  readonly at?: 'average' | 'peak'
  /** Variants. */
  readonly during?: readonly Id[]
  readonly priority: 'must' | 'should' | 'could'
  readonly category?: string
  readonly source?: string
  readonly rationale?: string
  /** A quality scenario in six parts: source, stimulus, artefact, environment, response, measure. */
  readonly scenario?: Readonly<Record<string, string>>
  /** Under which load it holds, in words of the metric: requestsPerSecond, users, inputTokens, outputTokens. */
  readonly load?: Settings
  /** Over which time it is measured: "30 days", "each release". */
  readonly window?: string
  readonly evidence?: readonly Link[]
  /** Trade-offs. */
  readonly against?: readonly Id[]
}

// -- the model as a whole, and changes to it

export interface Model {
  /**
   * stage, audience, decisionEffect, euNexus, dataResidency, multiTenant, tenants, monthlyBudgetUsd, tier, domain;
   * `complete` lists the topics that the architect has marked complete (absence then becomes a finding).
   */
  readonly context?: Settings
  readonly boundaries?: readonly Boundary[]
  readonly components?: readonly Component[]
  readonly flows?: readonly Flow[]
  readonly data?: readonly DataAsset[]
  readonly identities?: readonly Identity[]
  readonly controls?: readonly Control[]
  readonly actions?: readonly Action[]
  readonly workloads?: readonly Workload[]
  readonly requirements?: readonly Requirement[]
}

/** The collections of a model that hold elements with ids. */
export type Collection = Exclude<keyof Model, 'context'>

/** `null` removes. A field is replaced whole; settings, call, facts, input and mix merge by name. */
export type Change = null | { readonly [field: string]: Json | { readonly [name: string]: Json | null } | null }

/** An id that is not there is added. */
export type Patch = {
  readonly [C in keyof Model]?: C extends 'context'
    ? { readonly [name: string]: Value | null }
    : { readonly [id: Id]: Change }
}
