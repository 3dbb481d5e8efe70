import { groupThousands, thinSpace } from '../../shared/kinds/number-format.ts'

/** Up to `significant` digits, without trailing zeros, thousands grouped; whole digits are never rounded away. */
export function formatNumber(value: number, significant = 4): string {
  if (!Number.isFinite(value)) return '–'
  const whole = Math.abs(value) >= 1 ? Math.floor(Math.log10(Math.abs(value))) + 1 : 0
  const decimals = whole > 0 ? Math.max(0, significant - whole) : decimalsBelowOne(value, significant)
  const text = trimZeros(value.toFixed(decimals))
  return groupThousands(text.replace('-', '−'), thinSpace)
}

function decimalsBelowOne(value: number, significant: number): number {
  if (value === 0) return 0
  return Math.min(10, -Math.floor(Math.log10(Math.abs(value))) - 1 + significant)
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

const suffixes: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, bn: 1e9, b: 1e9, B: 1e9 }

/**
 * Reads what a person types for a number: spaces, thin spaces, commas and apostrophes group thousands, a final k, M or B
 * multiplies. Undefined when it is no number.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u2009\u202f,'_$%]/g, '')
    .replace('−', '-')
  const match = /^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(k|K|m|M|bn|b|B)?$/.exec(plain)
  if (match === null) return undefined
  const [, digits = '', suffix] = match
  const value = Number(digits) * (suffix === undefined ? 1 : (suffixes[suffix] ?? 1))
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : undefined
}
