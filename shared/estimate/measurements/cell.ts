/** A number as somebody wrote it, with the unit behind it when there is one. */
export interface Amount {
  readonly value: number
  readonly unit?: 'ms' | 's'
}

/** Whether a comma in these cells stands before decimals ("0,63") and not between thousands ("1,200"). */
export function usesDecimalComma(cells: readonly string[]): boolean {
  return cells.some((cell) => /(^|\s)0,\d|\d,\d{1,2}(?!\d)|\d,\d{4,}|\d\.\d{3},\d/.test(cell)) && !hasPoint(cells)
}

function hasPoint(cells: readonly string[]): boolean {
  return cells.some((cell) => /\d,\d{3}\.\d|(^|\s)\d+\.\d{1,2}(?!\d)/.test(cell))
}

/** '1,4 s' -> 1.4 s; '1,200 ms' -> 1200 ms; undefined for what is no number. */
export function readAmount(cell: string, decimalComma: boolean): Amount | undefined {
  const found = /^[~≈<]?\s*([+-]?[\d.,\s']*\d)\s*(\p{L}[\p{L}/ ]*)?$/u.exec(cell.trim())
  if (!found) return undefined
  const [, digits = '', suffix = ''] = found
  const plain = digits.replace(/[\s']/g, '')
  const value = Number(decimalComma ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', ''))
  if (!Number.isFinite(value)) return undefined
  const unit = /^(ms|msec|millis|milliseconds)$/i.test(suffix)
    ? 'ms'
    : /^(s|sec|secs|second|seconds)$/i.test(suffix)
      ? 's'
      : undefined
  return { value, ...(unit === undefined ? {} : { unit }) }
}
