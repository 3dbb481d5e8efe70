import { atLeast, constant, difference, product, quotient, sum } from './formula/formula.ts'
import type { Formula, InputNode } from './formula/formula.ts'
import type { CallContext, FieldReader, MonthContext, PricedLine, PriceLookup } from './kind.ts'
import { backupLine, hoursPerMonth, priceOf, technology, workedOut } from './parts/priced-lines.ts'
import { piecesInHand } from './parts/in-hand.ts'

const bytesPerGigabyte = constant('Bytes per GB', 1_000_000_000)
const bytesPerFloat = constant('Bytes per float', 4)

/** Whether a call puts vectors in instead of searching. */
export function writes({ call, does }: CallContext): boolean {
  return call.number('vectors') !== undefined || (does !== undefined && !does.includes('read'))
}

/** Vectors of one write: as stated, else the pieces in hand; one where nobody cut anything. */
function written({ call, hand }: CallContext): InputNode {
  if (call.number('vectors') !== undefined) return call.input('vectors')
  return hand.items > 0 ? piecesInHand(hand) : workedOut('Pieces in hand', 1, 'vectors')
}

function gigabytes(settings: FieldReader): Formula {
  return quotient(product(settings.input('vectors'), settings.input('dimensions'), bytesPerFloat), bytesPerGigabyte)
}

/**
 * Read units of one search or write units of one upsert where the product bills by units (Pinecone: a search reads one
 * unit per GB searched, at least 0.25; a write costs one unit per kB of record, at least 5).
 */
export function unitLines(context: CallContext, prices: PriceLookup): readonly PricedLine[] {
  const { settings, product: model } = context
  if (settings.text('pricing') !== 'units') return []
  const perUnit = constant('Units per price unit', 1_000_000)
  if (writes(context)) {
    const kilobytes = quotient(product(settings.input('dimensions'), bytesPerFloat), constant('Bytes per kB', 1000))
    const units = product(written(context), atLeast(kilobytes, constant('Least write units', 5)))
    return [
      technology(
        'writes',
        'Write units',
        quotient(product(units, prices.find('vector-store.write-units', model)), perUnit),
      ),
    ]
  }
  const units = atLeast(gigabytes(settings), constant('Least read units', 0.25))
  return [
    technology('reads', 'Read units', quotient(product(units, prices.find('vector-store.read-units', model)), perUnit)),
  ]
}

/** What is kept, with the vendor's monthly minimum where there is one: what is read and written counts towards it. */
export function storageLines(
  { settings, product: model, usdOfCalls }: MonthContext,
  prices: PriceLookup,
): readonly PricedLine[] {
  const kept = keptOnce(settings, prices, model)
  if (runsOnMachines(settings)) {
    const isOurs = settings.text('pricing') === 'ownMachines'
    const item = isOurs ? 'compute.machine-hour' : 'vector-store.machine-hour'
    const price = priceOf(settings, 'usdPerMachineHour', prices, item, model)
    return [
      technology('machines', 'Machines', product(settings.input('replicas'), hoursPerMonth, price)),
      technology('storage', 'Storage', kept),
    ]
  }
  const minimum = prices.find('vector-store.minimum', model)
  const left = usdOfCalls ? difference(minimum, usdOfCalls) : minimum
  return [technology('storage', 'Vectors kept', minimum.missing === true ? kept : atLeast(kept, left))]
}

function runsOnMachines(settings: FieldReader): boolean {
  return ['machines', 'ownMachines'].includes(settings.text('pricing') ?? '')
}

/** One index without minimum or machines: gigabytes, and dimensions where the product bills them. */
function keptOnce(settings: FieldReader, prices: PriceLookup, model: string | undefined): Formula {
  const billedBy = settings.text('pricing')
  const item = billedBy === 'ownMachines' ? 'compute.disk' : 'vector-store.storage'
  const storage = product(gigabytes(settings), prices.find(item, model))
  return billedBy === 'dimensions' ? sum(dimensionsKept(settings, prices, model), storage) : storage
}

/**
 * What keeps an index fit and every estimate forgets: backups; and when the embedding model or the cut changes, all is
 * embedded again, while the old index stands beside the new one.
 */
export function upkeepLines(context: MonthContext, prices: PriceLookup): readonly PricedLine[] {
  const { settings, product: model, embeddingPrice = prices.find('embedding.tokens', undefined) } = context
  const backups = backupLine(settings, prices, model, gigabytes(settings))
  if (settings.text('search') === 'keyword') return [backups]
  const changes = settings.input('reindexesPerYear')
  const millions = quotient(
    product(settings.input('vectors'), settings.input('chunkTokens')),
    constant('Tokens per price unit', 1_000_000),
  )
  const again = product(millions, quotient(changes, constant('Months per year', 12)), embeddingPrice)
  const shareOfYear = quotient(product(changes, settings.input('overlapDays')), constant('Days per year', 365, 'days'))
  const bothKept = product(shareOfYear, keptOnce(settings, prices, model))
  return [
    backups,
    technology('embedding-again', 'All embedded again', again),
    technology('double-index', 'Two indexes during a change', bothKept),
  ]
}

function dimensionsKept(settings: FieldReader, prices: PriceLookup, model: string | undefined): Formula {
  const millions = quotient(
    product(settings.input('vectors'), settings.input('dimensions')),
    constant('Dimensions per price unit', 1_000_000),
  )
  return product(millions, prices.find('vector-store.dimensions', model))
}
