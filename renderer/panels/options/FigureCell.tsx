import type { ComparedFigure } from '../../../shared/options/compare.ts'
import type { Unit } from '../../../shared/kinds/fields/field.ts'
import { BandNumber } from '../BandNumber.tsx'
import { formatDifference } from '../../../shared/kinds/figures/number-format.ts'
import { formatterFor } from '../quantities.ts'

interface FigureCellProps {
  readonly figure: ComparedFigure | undefined
  readonly unit: Unit
  readonly per: string | undefined
}

const moveWords = {
  better: 'better',
  worse: 'worse',
  within: 'within the band',
} as const

/** A number with its band, and how far it is from the first side's. */
export function FigureCell({ figure, unit, per }: FigureCellProps) {
  if (figure === undefined) return <span className="faint">...</span>
  const { band, why, delta, move } = figure
  if (band === undefined) return <span className="muted small">{why}</span>
  return (
    <span className="compare-figure">
      <BandNumber band={band} unit={unit} {...(per === undefined ? {} : { per })} />
      {delta === undefined ? null : delta === 0 ? (
        <span className="compare-delta faint">the same</span>
      ) : (
        <span className="compare-delta" data-move={move}>
          {formatDifference(delta, band, formatterFor(unit))}
          {move === undefined ? null : <span className="compare-move">{moveWords[move]}</span>}
        </span>
      )}
    </span>
  )
}
