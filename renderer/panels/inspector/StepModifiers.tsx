import type { Step, Value } from '../../../shared/design/design.ts'
import { known } from '../../../shared/design/value.ts'
import { Popover, formatNumber } from '../../ui/index.ts'
import { withField } from '../edits.ts'
import { stepFields } from './step-fields.ts'
import { ValueField } from './ValueField.tsx'

type Modifier = keyof typeof stepFields

/** Share, times and ends as small words; a click opens them for editing. */
export function StepModifiers({ step, onChange }: { readonly step: Step; readonly onChange: (step: Step) => void }) {
  const words = modifierWords(step)
  const set = (name: Modifier) => (value: Value | undefined) => onChange(withField(step, name, value as Step[Modifier]))
  return (
    <Popover
      label="How often this step runs"
      width={300}
      trigger={
        <button type="button" className="plan-words" aria-label="How often this step runs">
          {words.length === 0 ? <span className="plan-always">always</span> : words.join(', ')}
        </button>
      }
    >
      <div className="popover-form">
        <ValueField
          field={{ ...stepFields.share, label: 'Share of runs' }}
          value={step.share}
          fallback={{ scalar: 1, source: 'each run' }}
          onChange={set('share')}
        />
        <ValueField
          field={stepFields.times}
          value={step.times}
          fallback={{ scalar: 1, source: 'once' }}
          onChange={set('times')}
        />
        <ValueField
          field={{ ...stepFields.ends, label: 'Ends here in' }}
          value={step.ends}
          fallback={{ scalar: 0, source: 'never' }}
          onChange={set('ends')}
        />
      </div>
    </Popover>
  )
}

export function modifierWords(step: Step): readonly string[] {
  const percent = (value: Value<number> | undefined) => {
    const share = known(value)
    return share === undefined ? 'unknown' : `${formatNumber(share * 100, 3)} %`
  }
  return [
    ...(step.share === undefined ? [] : [`in ${percent(step.share)}`]),
    ...(step.times === undefined ? [] : [`× ${formatNumber(known(step.times) ?? Number.NaN, 3)}`]),
    ...(step.ends === undefined ? [] : [`ends ${percent(step.ends)}`]),
    ...('optional' in step && step.optional ? ['may fail'] : []),
  ]
}
