import type { CostLine, Estimate } from '../../estimate/estimate.ts'
import { evaluate, type InputNode, sourcesOf } from '../../kinds/formula/formula.ts'

/** One price of a cost line, and how much of it the line takes at each traffic. */
export interface PricedQuantity {
  readonly line: CostLine
  /** Absent for what no price explains: money as it is, at a price of one. */
  readonly price?: InputNode
  /** In the order of the traffics, in units of the price. */
  readonly quantities: readonly number[]
}

/** An estimate at so many times the stated traffic. */
export interface EstimateAt {
  readonly traffic: number
  readonly estimate: Estimate
}

const isPrice = (node: InputNode): boolean => node.provenance.from === 'price' || node.unit.startsWith('USD')
/** Prices of one key are one row of the list, wherever they are used. */
export function priceKey({ label, value, unit, provenance }: InputNode): string {
  return [
    provenance.item ?? label,
    provenance.region ?? '',
    provenance.usedIn ?? '',
    provenance.on ?? '',
    unit,
    value,
  ].join('|')
}

/**
 * Every cost line as quantities of its prices: what each price is multiplied by, found by asking the line's own formula.
 * Where prices are not simply multiplied, the line's money stands for itself.
 */
export function pricedQuantities(estimates: readonly EstimateAt[]): readonly PricedQuantity[] {
  const lines = new Map<string, CostLine>()
  for (const { estimate } of estimates)
    for (const line of estimate.lines) if (!lines.has(line.id)) lines.set(line.id, line)
  // What a line says of itself, it says at the traffic that is stated.
  const stated = estimates.find(({ traffic }) => traffic === 1)?.estimate.lines ?? []
  for (const line of stated) lines.set(line.id, line)
  const byTraffic = estimates.map(({ estimate }) => new Map(estimate.lines.map((line) => [line.id, line])))
  return [...lines.values()].flatMap((line): readonly PricedQuantity[] => {
    const own = byTraffic.map((known) => known.get(line.id))
    const prices = pricesOf(line)
    const parts = own.map((each) => (each === undefined ? undefined : taken(each, prices)))
    const isExplained = own.every((each, index) => each === undefined || parts[index] !== undefined)
    if (!isExplained || prices.length === 0)
      return [{ line, quantities: own.map((each) => (each === undefined ? 0 : evaluate(each.formula))) }]
    const rest = parts.map((part) => part?.rest ?? 0)
    return [
      ...prices.map((price, index) => ({ line, price, quantities: parts.map((part) => part?.quantities[index] ?? 0) })),
      ...(rest.some((usd) => Math.abs(usd) > 1e-9) ? [{ line, quantities: rest }] : []),
    ]
  })
}

function pricesOf(line: CostLine): readonly InputNode[] {
  const prices = new Map<string, InputNode>()
  for (const node of sourcesOf(line.formula)) if (isPrice(node) && node.value > 0) prices.set(priceKey(node), node)
  return [...prices.values()]
}

/** What each price is multiplied by; undefined where the sum of them is not the line's cost. */
function taken(
  line: CostLine,
  prices: readonly InputNode[],
): { readonly quantities: readonly number[]; readonly rest: number } | undefined {
  const at = (only: string | undefined): number =>
    evaluate(line.formula, (node) => (isPrice(node) ? (priceKey(node) === only ? 1 : 0) : node.value))
  const rest = at(undefined)
  const quantities = prices.map((price) => at(priceKey(price)) - rest)
  const whole = evaluate(line.formula)
  const sum = prices.reduce((total, price, index) => total + price.value * (quantities[index] ?? 0), rest)
  return Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole)) ? { quantities, rest } : undefined
}

/** How a quantity follows the traffic: a fixed part and one that grows with it, or neither (machines, caches, tiers). */
export function followTraffic(
  quantities: readonly number[],
  traffics: readonly number[],
): { readonly fixed: number; readonly perTraffic: number } | undefined {
  const [first = 0, second] = quantities
  const [t1 = 1, t2] = traffics
  if (second === undefined || t2 === undefined) return { fixed: first, perTraffic: 0 }
  const perTraffic = (second - first) / (t2 - t1)
  const fixed = first - perTraffic * t1
  const largest = Math.max(...quantities.map(Math.abs), 1e-12)
  const isStraight = quantities.every(
    (quantity, index) => Math.abs(fixed + perTraffic * (traffics[index] ?? 1) - quantity) <= 1e-9 * largest,
  )
  return isStraight
    ? {
        fixed: Math.abs(fixed) < 1e-12 * largest ? 0 : fixed,
        perTraffic: Math.abs(perTraffic) < 1e-12 * largest ? 0 : perTraffic,
      }
    : undefined
}
