import type { PriceOverride } from '../design/design.ts'
import { isStated, known } from '../design/value.ts'
import type { InputNode } from '../kinds/formula/formula.ts'
import { priceItems } from './items/items.ts'
import { isWide, split } from './override-scope.ts'

/** An override that changes nothing, and why. */
export interface IgnoredOverride extends PriceOverride {
  readonly reason: string
}

/** USD of any unit; sums of products with such a price stay finite. */
const priceAtMost = 1e12

/** Why an override cannot be used, as a sentence with the remedy; undefined when it can. */
function reasonAgainst(override: PriceOverride, all: readonly PriceOverride[], isListed: IsListed): string | undefined {
  const { item, unit } = override
  const [name, product] = split(item)
  if (isWide(item)) return reasonAgainstWide(override, all, isListed)
  const listed = priceItems[name]
  if (listed === undefined) return `Nothing has the price "${name}". Choose one in the price book.`
  if (unit !== undefined && unit !== listed.unit) {
    return `"${name}" is priced in ${listed.unit}, not in ${unit}. Convert the price and its unit.`
  }
  const usd = known(override.usd)
  const discount = known(override.discount)
  if (usd === undefined && discount === undefined) return 'It states neither a price nor a discount. Add one of them.'
  if (usd !== undefined && usd < 0) return 'A price cannot be below 0. Correct it.'
  if (usd !== undefined && !(usd <= priceAtMost)) return 'A price cannot be above a million million USD. Correct it.'
  if (discount !== undefined && (discount < 0 || discount > 1)) {
    return wrongDiscount
  }
  if (usd === undefined && !isListed(name, product)) {
    return 'The book has no price to take the discount off. State the price itself.'
  }
  return reasonOfLater(override, all)
}

/** Many prices at once can be lowered, yet not be one number. */
function reasonAgainstWide(
  override: PriceOverride,
  all: readonly PriceOverride[],
  isListed: IsListed,
): string | undefined {
  const discount = known(override.discount)
  if (override.usd !== undefined) {
    return `"${override.item}" speaks of many prices, which are not one number. State a discount, or name one price.`
  }
  if (discount === undefined) return 'It states no discount. Add one.'
  if (discount < 0 || discount > 1) return wrongDiscount
  const [name, of] = split(override.item)
  if (!isListed(name, of)) return `The book has no price of "${of ?? name}" to take the discount off. Correct the name.`
  return reasonOfLater(override, all)
}

const wrongDiscount = 'A discount is a share from 0 to 1: write 0.1 for 10 %.'

function reasonOfLater(override: PriceOverride, all: readonly PriceOverride[]): string | undefined {
  const later = all.findLast((other) => other.item === override.item)
  return later === override ? undefined : `A later price of "${override.item}" replaces it. Keep one of the two.`
}

/** Whether the book has a price of an item or, for a wide name, any that it speaks of. */
type IsListed = (item: string, product: string | undefined) => boolean

/** Overrides that count, by the name under which they speak of prices (see override-scope.ts), and those that do not. */
export function sortOverrides(
  overrides: readonly PriceOverride[],
  isListed: IsListed,
): { readonly applied: ReadonlyMap<string, PriceOverride>; readonly ignored: readonly IgnoredOverride[] } {
  const applied = new Map<string, PriceOverride>()
  const ignored: IgnoredOverride[] = []
  for (const override of overrides) {
    const reason = reasonAgainst(override, overrides, isListed)
    if (reason === undefined) applied.set(override.item, override)
    else ignored.push({ ...override, reason })
  }
  return { applied, ignored }
}

/** A stated price replaces the listed one with its own source; a discount lowers whichever of the two counts. */
export function overridden(listed: InputNode, override: PriceOverride): InputNode {
  const stated = known(override.usd)
  const discount = known(override.discount) ?? 0
  if (stated === undefined && listed.missing === true) return listed
  const factor = 1 - discount
  const from = stated === undefined ? listed : statedNode(listed, stated, override)
  const source = from.provenance.source ?? 'stated for this design'
  const less = discount === 0 ? source : `${source}, less ${Number((discount * 100).toPrecision(6))} %`
  const { fresh } = from
  return {
    ...from,
    value: from.value * factor,
    ...(from.low === undefined ? {} : { low: from.low * factor }),
    ...(from.high === undefined ? {} : { high: from.high * factor }),
    ...(fresh === undefined ? {} : { fresh: { low: fresh.low * factor, high: fresh.high * factor } }),
    provenance: {
      ...from.provenance,
      from: 'stated',
      source: less,
      on: override.id,
      field: stated === undefined ? 'discount' : 'usd',
    },
  }
}

function statedNode(listed: InputNode, usd: number, { usd: value }: PriceOverride): InputNode {
  const { label, unit } = listed
  const node: InputNode = { op: 'input', label, value: usd, unit, provenance: { from: 'stated' } }
  if (!isStated(value)) return node
  return {
    ...node,
    ...(value.low === undefined ? {} : { low: value.low }),
    ...(value.high === undefined ? {} : { high: value.high }),
    provenance: {
      from: 'stated',
      ...(value.source === undefined ? {} : { source: value.source }),
      ...(value.asOf === undefined ? {} : { asOf: value.asOf }),
      ...(value.confidence === undefined ? {} : { confidence: value.confidence }),
    },
  }
}
