/** What every element of a design has, and how its values are stated. `design.ts` hands these types on. */

/** Lower-case slug, unique in the whole file (variants too), opaque, never shown and never derived from a name. */
export type Id = string

export type Scalar = string | number | boolean | readonly string[] | readonly number[]

/** A number or fact with where it comes from. `low` and `high` are what we do not know, never request-to-request spread. */
export interface Stated<T extends Scalar = Scalar> {
  readonly value: T
  readonly low?: T
  readonly high?: T
  readonly source?: string
  /** ISO date on which the source said so. */
  readonly asOf?: string
  readonly confidence?: 'A' | 'B' | 'C'
  /** An assumption, decision or question that this value rests on. */
  readonly because?: Id
  readonly note?: string
}

/** Somebody looked and does not know; `ask` names who would. */
export interface Unknown {
  readonly unknown: true
  readonly ask?: string
  /** ISO date by which whoever was asked answers. */
  readonly due?: string
  readonly note?: string
}

/** Absent means that nobody looked: the kind's default if it has one, else unknown. */
export type Value<T extends Scalar = Scalar> = T | Stated<T> | Unknown

/** Flat, with units in the names: one name is one field, one question, one ledger line and one diff line. */
export type Settings = Readonly<Record<string, Value>>

/** `null` never occurs in a design: patches need it. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }
/** A whole design kept inside another one: its variants remove an element by null. */
export type FrozenJson =
  | string
  | number
  | boolean
  | null
  | readonly FrozenJson[]
  | { readonly [key: string]: FrozenJson }

export interface Link {
  readonly title: string
  readonly url?: string
  readonly date?: string
  readonly by?: string
}

export interface Element {
  readonly id: Id
  readonly name?: string
  readonly notes?: string
  /** Marked internal: never leaves in an exported document. */
  readonly internal?: boolean
  readonly owner?: string
  readonly tags?: readonly string[]
  readonly links?: readonly Link[]
  /** Extensions by namespace. Unknown keys elsewhere stay where they are. */
  readonly x?: Readonly<Record<string, Json>>
}
