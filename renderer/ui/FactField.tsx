import { Segmented } from './Segmented.tsx'

/** `open`: nobody looked. `unknown`: somebody looked and does not know. */
export type Fact = 'yes' | 'no' | 'unknown' | 'open'

interface FactFieldProps {
  readonly label: string
  readonly value: Fact
  readonly onChange: (value: Fact) => void
}

const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: '?', name: 'Not known' },
] as const

/** Yes, no, or not known. Unanswered looks unanswered (a dashed frame, nothing chosen), not off. */
export function FactField({ label, value, onChange }: FactFieldProps) {
  return (
    <Segmented
      label={label}
      value={value === 'open' ? undefined : value}
      options={options}
      onChange={(next) => onChange(next ?? 'open')}
      clearable
      className={
        value === 'open' ? 'ui-fact ui-fact-open' : value === 'unknown' ? 'ui-fact ui-fact-unknown' : 'ui-fact'
      }
    />
  )
}
