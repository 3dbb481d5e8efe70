import { thinSpace } from '../../../kinds/figures/number-format.ts'

/** Digits after the point that a label has room for. */
const mostDecimals = 2

/** Thin, as in the text around a chart; in quotes, so that Office takes it for no sign of its own. */
const thin = `"${thinSpace}"`
const thousands = `#${thin}##0`

/**
 * The format that Office shows the numbers of a chart in: as few digits after the point as all of them need, and never a
 * point that nothing follows, as "#,##0.##" leaves it behind a whole number. `zero`: what stands for nothing.
 * `separators`: thin blanks as the text of a document has them, or the reader's own, as the cells of a workbook have.
 */
export function labelFormat(
  values: readonly number[],
  { zero = '0', separators = 'thin' }: { zero?: '0' | 'hidden'; separators?: 'thin' | 'own' } = {},
): string {
  const decimals = Math.max(0, ...values.map(decimalsOf))
  const most = Math.max(0, ...values.map(Math.abs))
  const plain = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  const isHidden = zero === 'hidden'
  if (separators === 'own' && most >= 1000) return ownFormat(decimals, plain, isHidden)
  // A format has two conditions and what is left.
  if (most >= 1e6) return `[>=1000000]#${thin}##0${thin}##0;[>=1000]${thousands};0`
  if (most >= 1000) {
    if (isHidden) return `[>=1000]${thousands};[>0]${plain};`
    return decimals === 0 ? `[>=1000]${thousands};0` : `[>=1000]${thousands};[>=100]0;${plain}`
  }
  const isFew = decimals === mostDecimals && values.every((value) => value >= 0)
  if (isFew && most < 100 && values.some((value) => value > 0 && value < 0.005))
    return `[=0]${isHidden ? '""' : '0'};[<0.005]"<0.01";${plain}`
  const mixed = isHidden ? mixedFormat(values, decimals) : undefined
  if (mixed !== undefined) return mixed
  if (isHidden) return decimals > 0 && most >= 100 ? `[>=100]0;[>0]${plain};` : `${plain};;`
  return decimals > 0 && most >= 100 ? `[>=100]0;[=0]0;${plain}` : plain
}

/** Large numbers with fewer digits after the point than small ones beside them: 6.2 beside 0.17, 30 beside 0.8. */
function mixedFormat(values: readonly number[], decimals: number): string | undefined {
  for (const [edge, fewer] of [
    [1, decimals - 1],
    [10, decimals - 1],
  ] as const) {
    const large = values.filter((value) => value >= edge)
    const isMixed = large.length > 0 && values.some((value) => value > 0 && value < edge)
    if (fewer < 0 || !isMixed || large.some((value) => decimalsOf(value) > fewer)) continue
    return `[>=${edge}]0${fewer === 0 ? '' : `.${'0'.repeat(fewer)}`};[>0]0.${'0'.repeat(decimals)};`
  }
  return undefined
}

function ownFormat(decimals: number, plain: string, isHidden: boolean): string {
  if (decimals === 0) return isHidden ? '#,##0;;' : '#,##0'
  return isHidden ? `[>=100]#,##0;[>0]${plain};` : `[>=100]#,##0;[=0]0;#,##${plain}`
}

function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < mostDecimals; decimals += 1)
    if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) return decimals
  return mostDecimals
}
