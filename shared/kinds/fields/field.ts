import type { Scalar } from '../../design/design.ts'

/** Units as shown in fields and formulas. A name carries its unit too (`timeoutMs`), so a file can be read alone. */
export type Unit =
  | 'ms'
  | 's'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'tokens'
  | 'tokens/s'
  | 'tokens/min'
  | 'calls'
  | 'calls/s'
  | 'calls/min'
  | 'calls/month'
  | 'GB'
  | 'bytes'
  | 'USD'
  | 'USD/month'
  | 'USD/hour'
  | 'USD/1M tokens'
  | 'USD/1k calls'
  | 'USD/1M calls'
  | 'USD/10k calls'
  | 'USD/100k units'
  | 'USD/1k text units'
  | 'USD/1M dimensions'
  | 'USD/page'
  | 'USD/minute'
  | 'USD/image'
  | 'USD/item'
  | 'USD/case'
  | 'USD/session'
  | 'USD/1M characters'
  | 'USD/1M GB-s'
  | 'USD/TB'
  | 'USD/GB'
  | 'USD/GB-month'
  | 'share'
  | 'count'
  | 'pages'
  | 'images'
  | 'characters'
  | 'TB'
  | 'vectors'
  | 'dimensions'
  | 'documents'
  | 'text units'
  | 'machines'
  | 'GPUs'
  | 'people'

/**
 * One setting of a box or one field of a call. The inspector, the questions, the ledger and the file's JSON Schema are
 * all generated from it. Numbers may have a default with its source; facts (`fact: true`) never do: an absent fact is
 * unknown, and unknown is a question.
 */
export interface Field {
  readonly type: 'number' | 'boolean' | 'choice' | 'choices' | 'text'
  readonly label: string
  readonly help?: string
  readonly unit?: Unit
  readonly default?: Scalar
  /** Where the default comes from, in small type under the field. */
  readonly defaultSource?: string
  /** What we do not know about the default (P10 and P90). */
  readonly defaultLow?: number
  readonly defaultHigh?: number
  readonly min?: number
  /** The number must be greater than this: a speed or a limit of 0 would let everything through. */
  readonly above?: number
  readonly max?: number
  readonly integer?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** Of a choice that says who runs the box: the answer by which it runs on machines of ours; by any other, a vendor does. */
  readonly ours?: string
  /** Shown at first sight; a kind has at most seven. */
  readonly first?: boolean
  /** A fact about the world: three-valued, never defaulted. */
  readonly fact?: boolean
  /** Read from files and from products that have it, and shown there; offered in no list, because another field asks it. */
  readonly offered?: false
  /** Who would know. */
  readonly ask?: string
  /** The question as asked in a workshop, when the label is not enough. */
  readonly question?: string
}

export type Fields = Readonly<Record<string, Field>>
