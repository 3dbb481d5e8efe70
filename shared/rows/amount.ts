import { plainDigits } from '../kinds/figures/plain-digits.ts'

/** A number as people write it in a cell, with what stands behind it. */
export interface Amount {
  readonly value: number
  /** Lower case: "ms", "%", "k", "usd". */
  readonly unit: string
}

/**
 * "1,200", "1.5 s", "99.9 %", "$4.6k", "3 000 / day": the number and the words around it. Undefined when there is no
 * number.
 */
export function readAmount(cell: string): Amount | undefined {
  const found = /^(?<before>[^\d.,+-]*)(?<number>[+-]?\d[\d\s,.'\u00A0\u202F]*)(?<after>.*)$/u.exec(cell.trim())?.groups
  if (found === undefined) return undefined
  const { before = '', number = '', after = '' } = found
  const value = Number(plainDigits(number))
  if (!Number.isFinite(value)) return undefined
  const unit = `${before} ${after}`.toLowerCase().trim()
  const times = /^(?:[$€£]\s*)?k\b/u.test(unit) ? 1000 : /^(?:[$€£]\s*)?m\b(?!s)/u.test(unit) ? 1_000_000 : 1
  return { value: value * times, unit }
}
