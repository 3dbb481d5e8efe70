import type { Id } from '../../design/design.ts'
import type { Unit } from '../../kinds/fields/field.ts'
import type { FormulaSwing } from '../../kinds/formula/formula-band.ts'
import { limitsOf, standingOf } from '../../kinds/formula/standing.ts'
import type { Tornado, TornadoBar } from '../estimate-parts.ts'

/** What moving one input alone to its low and to its high does to a headline, by `keyOf`. */
export type SwingsByInput = ReadonlyMap<string, FormulaSwing>

/** A tornado shows the inputs that matter; the ledger lists all. */
const barsAtMost = 10

/**
 * The inputs that move a headline most, widest first: one at a time from its low to its high, all others at their likely
 * value. Money is exact, since the lines themselves are evaluated at both ends; times are linear in the mean, and a
 * percentile moves in proportion; availability is exact over the components that every request needs.
 * @param worth what one unit of a swing is worth in the headline (p95 over mean, for times)
 * @param payers where to look for a price of the book: the component that pays most of it, by the swing's key
 */
export function makeTornado(
  headline: Tornado['headline'],
  unit: Unit,
  value: number,
  swings: SwingsByInput,
  worth = 1,
  payers: ReadonlyMap<string, Id> = new Map(),
): Tornado {
  const widest = [...swings]
    .map(([key, swing]) => ({ key, swing, width: Math.abs(swing.atHigh - swing.atLow) }))
    .toSorted((one, other) => other.width - one.width || (one.key < other.key ? -1 : 1))
  const bars: TornadoBar[] = []
  for (const { key, swing } of widest) {
    const bar = barOf(swing, value, worth, payers.get(key))
    if (bar) bars.push(bar)
    if (bars.length === barsAtMost) break
  }
  return { headline, unit, value, bars }
}

function barOf(
  { node, atLow, atHigh }: FormulaSwing,
  value: number,
  worth: number,
  payer: Id | undefined,
): TornadoBar | undefined {
  const limits = limitsOf(node)
  const on = payer ?? node.provenance.on
  const moves = Math.abs(atLow) + Math.abs(atHigh) > Math.abs(value) * 1e-9
  if (limits === undefined || on === undefined || !moves) return undefined
  return {
    on,
    field: node.provenance.field ?? 'product',
    label: node.label,
    unit: node.unit,
    value: node.value,
    low: limits.low,
    high: limits.high,
    standing: standingOf(node) ?? node.restsOn ?? 'assumed',
    provenance: node.provenance,
    resultAtLow: value + atLow * worth,
    resultAtHigh: value + atHigh * worth,
  }
}
