import { riskMatrixOf } from '../../../shared/design/risk-matrix.ts'
import { severityOf } from '../../../shared/findings/rate.ts'
import { Choice, SeverityMark } from '../../ui/index.ts'
import { useDesign } from '../stores.ts'

interface Rating {
  readonly likelihood: number
  readonly impact: number
}

interface RatingFieldProps {
  readonly label: string
  readonly value: Rating | undefined
  readonly onChange: (value: Rating | undefined) => void
}

const words = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const
const impactWords = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'] as const

const optionsOf = (names: readonly string[]) =>
  names.map((name, index) => ({ value: String(index + 1), label: `${index + 1} ${name}` }))
export const likelihoodOptions = optionsOf(words)
export const impactOptions = optionsOf(impactWords)

/** Likelihood and impact, 1 to 5 each, with the severity that the matrix of the design makes of them. */
export function RatingField({ label, value, onChange }: RatingFieldProps) {
  const matrix = useDesign(riskMatrixOf)
  return (
    <fieldset className="threat-rating">
      <legend>{label}</legend>
      <div className="threat-rating-line">
        <Choice
          label={`${label}: likelihood`}
          value={value === undefined ? undefined : String(value.likelihood)}
          placeholder="Likelihood"
          clearLabel="Not stated"
          options={likelihoodOptions}
          onClear={() => onChange(undefined)}
          onChange={(next) => onChange({ likelihood: Number(next), impact: value?.impact ?? 3 })}
        />
        <Choice
          label={`${label}: impact`}
          value={value === undefined ? undefined : String(value.impact)}
          placeholder="Impact"
          clearLabel="Not stated"
          options={impactOptions}
          onClear={() => onChange(undefined)}
          onChange={(next) => onChange({ impact: Number(next), likelihood: value?.likelihood ?? 3 })}
        />
        {value === undefined ? null : <SeverityMark severity={severityOf(value, matrix)} word />}
      </div>
    </fieldset>
  )
}
