import { renderFormula } from '../../../shared/kinds/formula/formula-text.ts'
import type { Formula } from '../../../shared/kinds/formula/formula.ts'
import { inputsOf } from '../../../shared/kinds/formula/formula.ts'
import { InputTable } from './InputTable.tsx'

interface FormulaDetailProps {
  readonly formula: Formula
  /** The result as it reads: "$4 612.50", "84 %". */
  readonly result: string
  /** After the result: "/month". */
  readonly per?: string
  readonly id?: string
}

/** The expression that computed a number, with its values in it, and every input with where it comes from. */
export function FormulaDetail({ formula, result, per = '', id }: FormulaDetailProps) {
  return (
    <>
      <p className="formula-text" data-formula={id}>
        {renderFormula(formula)} = <strong>{result}</strong>
        {per}
      </p>
      <InputTable inputs={inputsOf(formula)} />
    </>
  )
}
