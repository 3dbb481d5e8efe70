import { Check, ChevronDown } from 'lucide-react'
import { Popover, Select, Switch as RadixSwitch } from 'radix-ui'
import { useState } from 'react'
import { classNames } from './class-names.ts'

export interface ChoiceOption {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

interface ChoiceProps {
  readonly id?: string
  readonly label?: string
  /** Undefined: nothing chosen; the placeholder shows. */
  readonly value: string | undefined
  readonly options: readonly ChoiceOption[]
  readonly placeholder?: string | undefined
  readonly onChange: (value: string) => void
  /** An entry that takes the choice back, with this word. */
  readonly clearLabel?: string | undefined
  readonly onClear?: (() => void) | undefined
  readonly className?: string
  readonly quiet?: boolean
}

const clearValue = '\u0000clear'

/** One of a list. */
export function Choice({
  id,
  label,
  value,
  options,
  placeholder,
  onChange,
  clearLabel,
  onClear,
  className,
  quiet,
}: ChoiceProps) {
  const [open, setOpen] = useState(false)
  const [focused, setFocused] = useState(false)
  // A closed list answers letters while it has the focus. Otherwise its entries would be worked out with every edit, unseen.
  const isListed = open || focused
  return (
    <Select.Root
      open={open}
      onOpenChange={setOpen}
      value={value ?? ''}
      onValueChange={(next) => {
        if (next === clearValue) onClear?.()
        else if (next !== '') onChange(next)
      }}
    >
      <Select.Trigger
        id={id}
        aria-label={label}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        className={classNames(
          'ui-input',
          'ui-choice',
          value === undefined && 'ui-choice-open',
          quiet === true && 'ui-input-quiet',
          className,
        )}
      >
        <span className="ellipsis">
          <Select.Value placeholder={placeholder ?? 'Choose...'}>
            {options.find((option) => option.value === value)?.label ?? ''}
          </Select.Value>
        </span>
        <Select.Icon className="ui-choice-icon">
          <ChevronDown size={14} aria-hidden />
        </Select.Icon>
      </Select.Trigger>
      {isListed ? (
        <Select.Portal>
          <Select.Content
            className="ui-menu ui-choice-menu"
            position="popper"
            sideOffset={4}
            collisionPadding={8}
            onCloseAutoFocus={(event) => {
              // What was chosen may have asked for another field: the focus stays there.
              if (document.activeElement !== document.body) event.preventDefault()
            }}
          >
            <Select.Viewport>
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} className="ui-menu-item">
                  <span className="ui-menu-mark">
                    <Select.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText>{option.label}</Select.ItemText>
                  {option.hint === undefined ? null : <span className="ui-menu-hint">{option.hint}</span>}
                </Select.Item>
              ))}
              {onClear === undefined || value === undefined ? null : (
                <>
                  <Select.Separator className="ui-menu-line" />
                  <Select.Item value={clearValue} className="ui-menu-item">
                    <span className="ui-menu-mark" />
                    <Select.ItemText>{clearLabel ?? 'Not stated'}</Select.ItemText>
                  </Select.Item>
                </>
              )}
            </Select.Viewport>
          </Select.Content>
        </Select.Portal>
      ) : null}
    </Select.Root>
  )
}

interface ChoicesProps {
  readonly id?: string
  readonly label?: string
  readonly value: readonly string[]
  readonly options: readonly ChoiceOption[]
  readonly placeholder?: string | undefined
  readonly onChange: (value: readonly string[]) => void
}

/** Any of a list: chips, and a list with ticks behind them. */
export function Choices({ id, label, value, options, placeholder, onChange }: ChoicesProps) {
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label ?? one
  // What is chosen but not on offer (an unknown value of a newer file) stays, and can be taken off.
  const all = [
    ...options,
    ...value
      .filter((one) => !options.some((option) => option.value === one))
      .map((one) => ({ value: one, label: one })),
  ]
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button
          id={id}
          type="button"
          aria-label={label}
          className={classNames('ui-input', 'ui-choices', value.length === 0 && 'ui-choice-open')}
        >
          {value.length === 0 ? (
            <span className="ellipsis">{placeholder ?? 'Choose...'}</span>
          ) : (
            value.map((one) => (
              <span key={one} className="ui-chip ellipsis">
                {labelOf(one)}
              </span>
            ))
          )}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="ui-menu ui-choice-menu" align="start" sideOffset={4} collisionPadding={8}>
          {all.length === 0 ? <p className="ui-menu-empty">Nothing to choose from yet.</p> : null}
          {all.map((option) => {
            const on = value.includes(option.value)
            return (
              <button
                key={option.value}
                type="button"
                role="menuitemcheckbox"
                aria-checked={on}
                className="ui-menu-item"
                onClick={() => onChange(on ? value.filter((one) => one !== option.value) : [...value, option.value])}
              >
                <span className="ui-menu-mark">{on ? <Check size={14} aria-hidden /> : null}</span>
                <span className="ui-menu-label">{option.label}</span>
              </button>
            )
          })}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** On or off, where absent means off. For facts about the world use FactField. */
export function Switch({
  id,
  label,
  checked,
  onChange,
}: {
  readonly id?: string
  readonly label?: string
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <RadixSwitch.Root id={id} aria-label={label} className="ui-switch" checked={checked} onCheckedChange={onChange}>
      <RadixSwitch.Thumb className="ui-switch-thumb" />
    </RadixSwitch.Root>
  )
}
