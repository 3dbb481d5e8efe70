import type { Id } from '../../design/design.ts'
import type { Formula, InputNode } from '../../kinds/formula/formula.ts'
import { sourcesOf } from '../../kinds/formula/formula.ts'
import { keyOf } from '../../kinds/formula/formula-band.ts'
import { limitsOf, standingOf } from '../../kinds/formula/standing.ts'
import type { NoteInput } from '../calls/call-context.ts'
import type { LedgerEntry } from '../estimate-parts.ts'
import type { SwingsByInput } from './tornado.ts'

/** A result, of which there is one use, and the expressions that it was worked out of. */
export interface Use {
  /** A cost line's id, or an action's. */
  readonly result: string
  readonly of: readonly Formula[]
}

/** A headline with what moves it: the most that an input moves any of them is its influence. */
export interface MovedHeadline {
  readonly value: number
  readonly swings: SwingsByInput
}

/** Collects every input that the estimate reads, whoever it comes from. */
export interface Inputs {
  note: NoteInput
  /** All has been read: what is worked out later, when somebody looks at it, adds nothing. */
  close(): void
  /** One entry for each field and each price, the most influential first. */
  list(uses: readonly Use[], headlines: readonly MovedHeadline[]): readonly LedgerEntry[]
}

interface Line {
  readonly key: string
  readonly node: InputNode
  /** Each result once. */
  readonly usedBy: string[]
  influence: number
}

/** Gathers the inputs that a computation reads, each once by element and field, until it is closed. */
export function collectInputs(): Inputs {
  // Readers hand out one object for each field, and hand it out often; what is remembered has one list. Told apart when read.
  const noted: (InputNode | readonly InputNode[])[] = []
  let isClosed = false
  return {
    note: (read) => {
      if (!isClosed) noted.push(read)
    },
    close: () => {
      isClosed = true
    },
    list: (uses, headlines) => {
      const lines = new Map<string, Line>()
      // One number is met many times: its key is put together the first time.
      const byNode = new Map<InputNode, Line>()
      const lineOf = (node: InputNode): Line | undefined => {
        const met = byNode.get(node)
        if (met) return met
        const key = fieldKey(node)
        if (key === undefined) return undefined
        const line = lines.get(key) ?? { key, node, usedBy: [], influence: 0 }
        lines.set(key, line)
        byNode.set(node, line)
        return line
      }
      for (const read of new Set(noted)) {
        if ('op' in read) lineOf(read)
        else for (const node of read) lineOf(node)
      }
      for (const { result, of } of uses) {
        for (const formula of of) {
          for (const node of sourcesOf(formula)) {
            const line = lineOf(node)
            if (line && line.usedBy.at(-1) !== result) line.usedBy.push(result)
          }
        }
      }
      for (const { value, swings } of headlines) {
        if (value <= 0) continue
        for (const { node, atLow, atHigh } of swings.values()) {
          const line = lineOf(node)
          if (line) line.influence = Math.max(line.influence, Math.abs(atLow) / value, Math.abs(atHigh) / value)
        }
      }
      return [...lines.values()]
        .toSorted((one, other) => byInfluence(one, other) || (one.key < other.key ? -1 : 1))
        .map(entryOf)
    },
  }
}

function byInfluence(one: Line, other: Line): number {
  // A price that nobody knows moves nothing, and matters more than all that does.
  const missing = Number(other.node.missing === true) - Number(one.node.missing === true)
  return missing || other.influence - one.influence || other.usedBy.length - one.usedBy.length
}

/**
 * One line for each field of an element and each price of the book, of which one thing has several where it is bought in
 * several regions; constants and what follows from others have none.
 */
function fieldKey(node: InputNode): string | undefined {
  const { from, on, field, item, region = '', usedIn = '' } = node.provenance
  if (from === 'derived') return undefined
  if (item !== undefined) return `price|${item}|${region}|${usedIn}`
  return on !== undefined && field !== undefined ? `${on}|${field}` : keyOf(node)
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function entryOf({ node, usedBy, influence }: Line): LedgerEntry {
  const { on, field } = node.provenance
  const limits = limitsOf(node)
  // Written field by field: a design of thousands of components has tens of thousands of entries.
  const entry: Writable<LedgerEntry> = {
    label: node.label,
    value: node.value,
    unit: node.unit,
    standing: standingOf(node) ?? node.restsOn ?? 'assumed',
    provenance: node.provenance,
    usedBy,
    influence,
  }
  if (on !== undefined) entry.on = on
  if (field !== undefined) entry.field = field
  if (limits !== undefined) {
    entry.low = limits.low
    entry.high = limits.high
    if (node.low === undefined && node.high === undefined) entry.usualBand = true
  }
  if (node.missing === true) entry.missing = true
  return entry
}

/** The component that pays most of each price of the book, by the swing's key. */
export function payersOf(
  lines: readonly { readonly component: Id; readonly swings: SwingsByInput }[],
): ReadonlyMap<string, Id> {
  const most = new Map<string, { readonly component: Id; readonly size: number }>()
  for (const { component, swings } of lines) {
    for (const [key, { node, atLow, atHigh }] of swings) {
      if (node.provenance.item === undefined) continue
      const size = Math.abs(atHigh - atLow)
      if (size > (most.get(key)?.size ?? -1)) most.set(key, { component, size })
    }
  }
  return new Map([...most].map(([key, { component }]) => [key, component]))
}
