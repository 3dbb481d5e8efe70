/** Digits after the point that a label has room for. */
const mostDecimals = 2

/**
 * The format that Office shows these numbers in: as few digits after the point as all of them need, and never a point
 * that nothing follows, as "#,##0.##" leaves it behind a whole number. `zero`: what stands for nothing.
 */
export function labelFormat(values: readonly number[], zero: '0' | 'hidden' = '0'): string {
  const decimals = Math.max(0, ...values.map(decimalsOf))
  const small = decimals === 0 ? '#,##0' : `0.${'0'.repeat(decimals)}`
  const large = values.some((value) => Math.abs(value) >= 100)
  if (zero === 'hidden') return decimals > 0 && large ? `[>=100]#,##0;[>0]${small};` : `${small};;`
  return decimals > 0 && large ? `[>=100]#,##0;[=0]0;#,##${small}` : small
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1)
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals
  return mostDecimals
}
