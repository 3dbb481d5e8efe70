import type { Step, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { Popover, formatNumber } from '../../ui/index.ts'
import { formatExact, formatShare } from '../../../shared/kinds/figures/number-format.ts'
import { stepDefaults, stepFields, stepModifiers } from './step-fields.ts'
import type { ShownModifier } from './step-fields.ts'
import { ValueField } from './ValueField.tsx'

interface StepModifiersProps {
  readonly step: Step
  readonly onChange: (modifier: ShownModifier, value: Value | undefined) => void
}

/** Share, times and ends as small words; a click opens them for editing. */
export function StepModifiers({ step, onChange }: StepModifiersProps) {
  const words = modifierWords(step)
  return (
    <Popover
      label="How often this step runs"
      width={300}
      trigger={
        <button
          type="button"
          className="plan-words"
          aria-label={`How often this step runs: ${words.join(', ') || 'always'}`}
        >
          {words.length === 0 ? <span className="plan-always">always</span> : words.join(', ')}
        </button>
      }
    >
      <div className="popover-form">
        {stepModifiers.map((name) => (
          <ValueField
            key={name}
            field={stepFields[name]}
            value={step[name]}
            fallback={stepDefaults[name]}
            onChange={(value) => onChange(name, value)}
          />
        ))}
      </div>
    </Popover>
  )
}

/** "in 4 %", "× 12", "ends 2 %", "may fail". */
function modifierWords(step: Step): readonly string[] {
  return [
    ...(step.share === undefined ? [] : [`in ${percent(step.share)}`]),
    ...(step.times === undefined ? [] : [`× ${count(step.times)}`]),
    ...(step.ends === undefined ? [] : [`ends ${percent(step.ends)}`]),
    ...('optional' in step && step.optional ? ['may fail'] : []),
  ]
}

function percent(value: Value<number>): string {
  const share = known(value)
  return share === undefined ? 'unknown' : formatExact(share, formatShare)
}

function count(value: Value<number>): string {
  const times = known(value)
  return times === undefined ? 'unknown' : formatNumber(times, 3)
}
