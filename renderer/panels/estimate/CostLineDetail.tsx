import type { CostLine } from '../../../shared/estimate/estimate.ts'
import { formatExactUsd } from '../../../shared/kinds/formula/formula-exact.ts'
import { currencyCode, formatMoneyExact } from '../quantities.ts'
import { FormulaDetail } from './FormulaDetail.tsx'

/** The formula that computed a line, with its values in it, and every input with where it comes from. */
export function CostLineDetail({ line }: { readonly line: CostLine }) {
  return (
    <FormulaDetail
      id={line.id}
      formula={line.formula}
      result={inBoth(line)}
      per={line.recurrence === 'once' ? ' once' : ' /month'}
    />
  )
}

/** Formulas are in USD, as prices are; the line above may be in another currency. */
function inBoth({ formula, usd }: CostLine): string {
  const exact = formatExactUsd(formula)
  return currencyCode() === 'USD' ? exact : `${exact}, ${formatMoneyExact(usd.value)}`
}
