import type { Unit } from '../kinds/fields/field.ts'

const scales: Readonly<Record<string, number>> = { '': 1, '1': 1, k: 1e3, m: 1e6, million: 1e6, thousand: 1e3, b: 1e9 }

/**
 * By what a price in one unit is multiplied to be in another of ours: "USD/1k tokens" to "USD/1M tokens" is 1,000.
 * Undefined when they are prices of different things, or cannot be read.
 */
export function convertUnit(from: string, to: Unit): number | undefined {
  const one = readUnit(from)
  const other = readUnit(to)
  return one === undefined || other === undefined || one.thing !== other.thing ? undefined : other.per / one.per
}

function readUnit(unit: string): { readonly per: number; readonly thing: string } | undefined {
  const found = /^(?:usd|\$)\s*(?:\/|per)\s*(\d*)\s*(k|m|b|million|thousand)?\s+?(.+)$/i.exec(spaced(unit))
  if (!found) return undefined
  const [, count = '', scale = '', thing = ''] = found
  const size = scales[scale.toLowerCase()]
  if (size === undefined) return undefined
  return { per: (count === '' ? 1 : Number(count)) * size, thing: singular(thing.trim().toLowerCase()) }
}

/** "USD/1M tokens" and "USD/token" alike: number, then scale, then thing. */
function spaced(unit: string): string {
  return unit
    .trim()
    .replace(/^(usd|\$)\s*(?:\/|per)\s*/i, '$1/')
    .replace(/\/(\d+\s*(?:k|m|b)?\b)?\s*/i, '/$1 ')
}

const sameThings: Readonly<Record<string, string>> = {
  call: 'call',
  request: 'call',
  query: 'call',
  search: 'call',
  hr: 'hour',
  h: 'hour',
}

function singular(thing: string): string {
  const one = thing.replace(/ies$/, 'y').replace(/ches$/, 'ch').replace(/s$/, '')
  return sameThings[one] ?? one
}
