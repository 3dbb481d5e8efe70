import type { CostLine } from '../../../shared/estimate/estimate.ts'
import { formatExactUsd } from '../../../shared/kinds/formula-exact.ts'
import { FormulaDetail } from './FormulaDetail.tsx'

/** The formula that computed a line, with its values in it, and every input with where it comes from. */
export function CostLineDetail({ line }: { readonly line: CostLine }) {
  return (
    <FormulaDetail
      id={line.id}
      formula={line.formula}
      result={formatExactUsd(line.formula)}
      per={line.recurrence === 'once' ? ' once' : ' /month'}
    />
  )
}
