import type { CostLine } from '../../../shared/estimate/estimate.ts'
import { renderFormula } from '../../../shared/kinds/formula-text.ts'
import { evaluate, inputsOf } from '../../../shared/kinds/formula.ts'
import { formatUsdExact } from '../quantities.ts'
import { InputTable } from './InputTable.tsx'

/** The formula that computed a line, with its values in it, and every input with where it comes from. */
export function CostLineDetail({ line }: { readonly line: CostLine }) {
  return (
    <>
      <p className="formula-text" data-formula={line.id}>
        {renderFormula(line.formula)} = <strong>{formatUsdExact(evaluate(line.formula))}</strong>
        {line.recurrence === 'once' ? ' once' : ' /month'}
      </p>
      <InputTable inputs={inputsOf(line.formula)} />
    </>
  )
}
