import { isWithin } from '../../design/area.ts'
import type { InputNode } from '../formula/formula.ts'
import type { CallContext, FieldReader, PriceLookup } from '../kind.ts'

export type TokenKind = 'input' | 'output' | 'cacheRead' | 'cacheWrite'

const fields: Readonly<Record<TokenKind, string>> = {
  input: 'usdPerMInput',
  output: 'usdPerMOutput',
  cacheRead: 'usdPerMCacheRead',
  cacheWrite: 'usdPerMCacheWrite',
}
const items: Readonly<Record<TokenKind, string>> = {
  input: 'llm.input',
  output: 'llm.output',
  cacheRead: 'llm.cache-read',
  cacheWrite: 'llm.cache-write',
}

export interface TokenPrices {
  /** USD per million tokens; `long`: of a prompt above the vendor's limit for the plain price. */
  of(kind: TokenKind, long: boolean): InputNode
  /** A tier that is asked for and that the book does not have for such prompts: its plain price is taken. */
  plainTier(long: boolean): string | undefined
  /** Whether reading from the cache is known to cost less than sending again. */
  readonly isCachedCheaper: boolean
}

/**
 * Prices of one call by tier. What somebody stated on the box wins; then the tier's own price. A tier that the book does
 * not have costs the plain price (no price, no reduction), and a long prompt without a price of its tier the long price.
 * Cached tokens without a price cost what input costs, and never more than that.
 */
export function tokenPrices(context: CallContext, prices: PriceLookup): TokenPrices {
  const { settings, product: model } = context
  const tier = tierOf(context.call)
  const hour = context.call.text('cacheKept') === 'hour'

  const listed = (item: string, long: boolean): InputNode | undefined => {
    for (const suffix of suffixes(tier, long)) {
      const found = prices.find(item + suffix, model)
      if (found.missing !== true) return found
    }
    return undefined
  }
  const of = (kind: TokenKind, long: boolean): InputNode => {
    const field = fields[kind]
    if (settings.number(field) !== undefined) return settings.input(field)
    const hourly = kind === 'cacheWrite' && hour ? listed('llm.cache-write-1h', long) : undefined
    const found = hourly ?? listed(items[kind], long)
    if (kind === 'input' || kind === 'output') return standIn(kind, long, found ?? prices.find(items[kind], model))
    const plain = of('input', long)
    if (found === undefined) return plain
    return kind === 'cacheRead' && plain.missing !== true && found.value > plain.value ? plain : found
  }
  const tierItem = (kind: 'input' | 'output', long: boolean): string => `${items[kind]}${long ? '-long' : ''}-${tier}`
  const isPlain = (kind: 'input' | 'output', long: boolean): boolean => {
    if (settings.number(fields[kind]) !== undefined) return false
    const own = prices.find(tierItem(kind, long), model)
    return own.missing === true && of(kind, long).missing !== true
  }
  /** What is asked for with priority costs at least what it costs without. */
  const standIn = (kind: 'input' | 'output', long: boolean, found: InputNode): InputNode =>
    tier === 'priority' && found.missing !== true && prices.find(tierItem(kind, long), model).missing === true
      ? { ...found, least: true }
      : found
  return {
    of,
    plainTier: (long) =>
      tier !== 'standard' && (isPlain('input', long) || isPlain('output', long)) ? tier : undefined,
    get isCachedCheaper() {
      return of('cacheRead', false).value < of('input', false).value
    },
  }
}

/** The tier of a call; `batch` is how older files say it. */
export function tierOf(call: FieldReader): string {
  const tier = call.text('serviceTier') ?? 'standard'
  if (tier !== 'standard') return tier
  return call.truth('batch') === true ? 'batch' : 'standard'
}

/** The best match first. A long prompt in a cheaper tier without a price of its own costs the plain long price. */
function suffixes(tier: string, long: boolean): readonly string[] {
  const own = tier === 'standard' ? [] : [`-${tier}`]
  if (!long) return [...own, '']
  return [...own.map((suffix) => `-long${suffix}`), '-long', ...own, '']
}

/** What the vendor adds for processing within the region that the component stands in: a factor, if it has one. */
export function regionalUplift({ settings, region }: CallContext): InputNode | undefined {
  if (region === undefined) return undefined
  for (const [field, places] of [
    ['regionalUpliftEu', ['EU', 'EEA']],
    ['regionalUpliftUs', ['US']],
  ] as const) {
    const factor = settings.number(field)
    if (factor !== undefined && factor !== 1 && isWithin(region, places) === true) return settings.input(field)
  }
  return undefined
}
