import { countryOfCloudRegion, isWithin } from '../design/area.ts'
import type { InputNode } from '../kinds/formula/formula.ts'
import { limitsOf } from '../kinds/formula/standing.ts'
import type { PriceRow } from './price-row.ts'

/**
 * How far a list price may lie from that of the same thing in another region, as shares below and above it. Reason: of
 * 85 prices outside the United States in the feed of 2026-08-01 that have a price there too, the tenth lies 8 % above it
 * and the ninetieth 30 %; hardly any lies below. The other way round a price of Europe is seldom dearer than needed.
 */
const otherRegionBelow = 0.05
const otherRegionAbove = 0.3

/** Prices of a hosted service without a region hold everywhere. */
const everywhere = 'global'

/**
 * The row for a region, and whether it is a price of another one. The rows are of one item and `product`; those of single
 * sellers ("gpu/h100@aws") serve where their region is meant, and are the general ones only for the seller itself.
 */
export function chooseRow(
  rows: readonly PriceRow[],
  region: string | undefined,
  product: string | undefined,
): { readonly row: PriceRow; readonly elsewhere: boolean } | undefined {
  const plain = rows.filter((row) => row.product === product || row.product === undefined)
  const general = plain.find((row) => row.region === everywhere) ?? plain[0]
  if (region === undefined) return general && { row: general, elsewhere: false }
  const wanted = region.trim().toLowerCase()
  const own =
    rows.find((row) => row.region.toLowerCase() === wanted) ??
    rows.find((row) => isArea(row.region) && isWithin(region, [row.region]) === true)
  if (own) return { row: own, elsewhere: false }
  return general && { row: general, elsewhere: general.region !== everywhere }
}

function isArea(region: string): boolean {
  return region !== everywhere && countryOfCloudRegion(region) === undefined
}

/** Marks a price of another region, and widens its band. */
export function widenByRegion(node: InputNode, usedIn: string): InputNode {
  const { value, provenance } = node
  const { low, high } = limitsOf(node) ?? { low: value, high: value }
  const { source = '', region = '' } = provenance
  return {
    ...node,
    low: low * (1 - otherRegionBelow),
    high: high * (1 + otherRegionAbove),
    provenance: { ...provenance, source: `${source}; price of ${region}, used for ${usedIn}`, usedIn },
  }
}
