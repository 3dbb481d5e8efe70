import type { Field, Fields, Unit } from './field.ts'

type More = Omit<Field, 'type' | 'label'>

/** A default number with where it comes from and its band: what we do not know, P10 to P90. */
export interface Default {
  readonly default: number
  readonly defaultSource: string
  readonly defaultLow?: number
  readonly defaultHigh?: number
}

/** A guess of ours: says so in small type under the field, with the band that a reader should hold against it. */
export function assumed(value: number, low: number, high: number, why = 'typical, no dated source'): Default {
  return { default: value, defaultLow: low, defaultHigh: high, defaultSource: `assumed: ${why}` }
}

/** A number that somebody measured or published. */
export function published(value: number, source: string, low?: number, high?: number): Default {
  return {
    default: value,
    defaultSource: source,
    ...(low === undefined ? {} : { defaultLow: low }),
    ...(high === undefined ? {} : { defaultHigh: high }),
  }
}

/** Speeds and limits: nothing gets through at 0, so that 0 can only be a slip. */
const rates: ReadonlySet<Unit> = new Set(['calls/s', 'calls/min', 'tokens/s', 'tokens/min'])

function least(unit: Unit): Pick<Field, 'min' | 'above'> {
  return rates.has(unit) ? { above: 0 } : { min: 0 }
}

/** A number that counts in the estimate. Without a default it is left open, and the kind says what happens then. */
export function amount(label: string, unit: Unit, more: More = {}): Field {
  return { type: 'number', label, unit, ...least(unit), ...more }
}

/** A share from 0 to 1. */
export function share(label: string, more: More = {}): Field {
  return { type: 'number', label, unit: 'share', min: 0, max: 1, ...more }
}

/** A choice of the architect's own, with a default because something has to be computed. */
export function option(
  label: string,
  options: Readonly<Record<string, string>>,
  chosen: string,
  defaultSource: string,
  more: More = {},
): Field {
  return { type: 'choice', label, options: listOptions(options), default: chosen, defaultSource, ...more }
}

/** A switch of the architect's own that is off until it is turned on. */
export function toggle(label: string, more: More = {}): Field {
  return { type: 'boolean', label, default: false, defaultSource: 'off until stated', ...more }
}

/** A yes/no fact about the world: three-valued, never defaulted; `question` is what one asks in a workshop, `ask` whom. */
export function fact(label: string, question: string, ask: string, more: More = {}): Field {
  return { type: 'boolean', label, fact: true, question, ask, ...more }
}

/** A fact with several answers. */
export function factChoice(
  label: string,
  options: Readonly<Record<string, string>>,
  question: string,
  ask: string,
  more: More = {},
): Field {
  return { type: 'choice', label, options: listOptions(options), fact: true, question, ask, ...more }
}

/** A number about the world that only somebody there can know. */
export function factAmount(label: string, unit: Unit, question: string, ask: string, more: More = {}): Field {
  return { type: 'number', label, unit, ...least(unit), fact: true, question, ask, ...more }
}

export function listOptions(options: Readonly<Record<string, string>>): readonly { value: string; label: string }[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }))
}

/**
 * Share of the time that one copy is up, or a whole service that somebody else runs (`isPromisedWhole`). The engine reads
 * it from every kind that has it; a call fails with the share that is missing to 1.
 */
export function availabilityField(value: number, source: string, low?: number, high?: number): Fields {
  const help =
    'Of one copy, where we run it. Of the whole service, where somebody else does: its promise covers all its copies.'
  return { availability: share('Availability', { help, ...published(value, source, low, high) }) }
}

/** Who writes the queries of a database: a form filled with values, or a model. */
export const queryForm = factChoice(
  'Queries are',
  { fixed: 'Written by us, with values', generated: 'Written by a model' },
  'Are queries written by us and filled with values, or written by a model?',
  'Engineering',
)

/** Whatever reads files of others into text can bring along what no person sees in them. */
export const hiddenTextRemoved = fact(
  'Hidden content removed',
  'Is what people do not see in a file removed, such as white text, notes and marks?',
  'Engineering',
)

/** How far what belongs to one is kept from another. */
export const apartBy = { none: 'Nothing', filter: 'A filter', namespace: 'A namespace', physical: 'Their own store' }

/** What several tenants share keeps them apart. */
export const tenantsApart = factChoice(
  'Tenants kept apart by',
  apartBy,
  'How are tenants kept apart here?',
  'Platform team',
)

/** Facts that every store of data is asked for. */
export const storeFacts = {
  encryptedAtRest: fact('Encrypted at rest', 'Is the data encrypted at rest, with keys we control?', 'Platform team', {
    first: true,
  }),
  retentionDays: factAmount('Kept for', 'days', 'After how many days is the data deleted?', 'Data protection officer'),
  rpoHours: factAmount(
    'Data loss accepted after a failure',
    'hours',
    'How much data may be lost in a failure?',
    'Owner',
  ),
  rtoHours: factAmount(
    'Back after a failure within',
    'hours',
    'Within how many hours must it work again after a failure?',
    'Owner',
  ),
} satisfies Fields
