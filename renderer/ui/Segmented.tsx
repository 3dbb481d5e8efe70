import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** When the label is an icon. */
  readonly name?: string
}

interface SegmentedProps<Value extends string> {
  readonly label: string
  /** Undefined: nothing chosen yet. */
  readonly value: Value | undefined
  readonly options: readonly SegmentedOption<Value>[]
  /** Undefined: the chosen segment was pressed again. */
  readonly onChange: (value: Value | undefined) => void
  /** Pressing the chosen segment again leaves nothing chosen. */
  readonly clearable?: boolean
  /** The arrows choose as they walk, as in any list of radio buttons: for forms, which are sent from wherever one is. */
  readonly choosesByArrows?: boolean
  readonly className?: string
}

/** Two to four choices side by side. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  clearable,
  choosesByArrows = false,
  className,
}: SegmentedProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      className={`ui-segmented ${className ?? ''}`}
      value={value ?? ''}
      onValueChange={(next) => {
        const option = options.find((one) => one.value === next)
        if (option !== undefined) onChange(option.value)
        else if (clearable === true) onChange(undefined)
      }}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="ui-segment"
          aria-label={option.name}
          onFocus={() => choosesByArrows && option.value !== value && onChange(option.value)}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
