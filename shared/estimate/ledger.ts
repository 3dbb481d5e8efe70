import type { Id } from '../design/design.ts'
import type { Formula, InputNode } from '../kinds/formula.ts'
import { sourcesOf } from '../kinds/formula.ts'
import { keyOf } from '../kinds/formula-band.ts'
import { limitsOf, standingOf } from '../kinds/standing.ts'
import type { AssumedInput } from './estimate.ts'
import type { LedgerEntry } from './estimate-parts.ts'
import { influences, type SwingsByInput } from './tornado.ts'

/** A result and the expressions that it was worked out of. */
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
  note(node: InputNode): void
  /** One entry for each field and each price, the most influential first. */
  list(uses: readonly Use[], headlines: readonly MovedHeadline[]): readonly LedgerEntry[]
}

interface Line {
  readonly node: InputNode
  readonly usedBy: Set<string>
  influence: number
}

export function collectInputs(): Inputs {
  const noted = new Map<string, InputNode>()
  return {
    note: (node) => {
      const key = fieldKey(node)
      if (key !== undefined && !noted.has(key)) noted.set(key, node)
    },
    list: (uses, headlines) => {
      const lines = new Map<string, Line>()
      const lineOf = (node: InputNode): Line | undefined => {
        const key = fieldKey(node)
        if (key === undefined) return undefined
        const line = lines.get(key) ?? { node, usedBy: new Set<string>(), influence: 0 }
        lines.set(key, line)
        return line
      }
      for (const node of noted.values()) lineOf(node)
      for (const { result, of } of uses) {
        for (const formula of of) for (const node of sourcesOf(formula)) lineOf(node)?.usedBy.add(result)
      }
      for (const { value, swings } of headlines) {
        const moved = influences(value, swings)
        for (const [key, { node }] of swings) {
          const line = lineOf(node)
          if (line) line.influence = Math.max(line.influence, moved.get(key) ?? 0)
        }
      }
      return [...lines]
        .toSorted(([key, one], [otherKey, other]) => byInfluence(one, other) || (key < otherKey ? -1 : 1))
        .map(([, line]) => entryOf(line))
    },
  }
}

function byInfluence(one: Line, other: Line): number {
  // A price that nobody knows moves nothing, and matters more than all that does.
  const missing = Number(other.node.missing === true) - Number(one.node.missing === true)
  return missing || other.influence - one.influence || other.usedBy.size - one.usedBy.size
}

/** One line for each field of an element and each price of the book; constants and what follows from others have none. */
function fieldKey(node: InputNode): string | undefined {
  const { from, on, field, item } = node.provenance
  if (on !== undefined && field !== undefined) return from === 'derived' ? undefined : `${on}|${field}`
  if (item !== undefined) return `price|${item}`
  return from === 'derived' ? undefined : keyOf(node)
}

function entryOf({ node, usedBy, influence }: Line): LedgerEntry {
  const { on, field } = node.provenance
  const limits = limitsOf(node)
  const isUsual = limits !== undefined && node.low === undefined && node.high === undefined
  return {
    ...(on === undefined ? {} : { on }),
    ...(field === undefined ? {} : { field }),
    label: node.label,
    value: node.value,
    ...limits,
    ...(isUsual ? { usualBand: true } : {}),
    unit: node.unit,
    standing: standingOf(node) ?? node.restsOn ?? 'assumed',
    provenance: node.provenance,
    ...(node.missing === true ? { missing: true } : {}),
    usedBy: [...usedBy],
    influence,
  }
}

/** The entries that nobody stated, as the list of assumptions shows them. */
export function assumedIn(ledger: readonly LedgerEntry[]): readonly AssumedInput[] {
  return ledger.flatMap((entry) => {
    const { on, field, label, value, low, high, unit, provenance } = entry
    if (provenance.from !== 'default' || on === undefined || field === undefined) return []
    const band = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
    return [{ on, field, label, value, ...band, unit, provenance }]
  })
}

/** Components that pay for a price, by the swing's key: the one that pays most. */
export function payersOf(
  lines: readonly { readonly component: Id; readonly swings: SwingsByInput }[],
): ReadonlyMap<string, Id> {
  const most = new Map<string, { readonly component: Id; readonly size: number }>()
  for (const { component, swings } of lines) {
    for (const [key, { atLow, atHigh }] of swings) {
      const size = Math.abs(atHigh - atLow)
      if (size > (most.get(key)?.size ?? -1)) most.set(key, { component, size })
    }
  }
  return new Map([...most].map(([key, { component }]) => [key, component]))
}
