import type { ComponentProps } from 'react'
import { useState } from 'react'
import { classNames } from './class-names.ts'
import { asksToSend, sendForm } from './send-form.ts'

interface DateFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'type'> {
  /** "2026-11-21", or nothing. */
  readonly value: string
  /** Called with a date that exists, or with nothing when the field was emptied. */
  readonly onCommit: (value: string) => void
}

/** A day, written as documents and files write it, whatever the system's own order of day and month is. */
export function DateField({ value, onCommit, className, ...rest }: DateFieldProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const text = typed ?? value
  const wrong = text !== '' && !isDay(text)
  const change = (next: string): void => {
    setTyped(next)
    if (next !== value && (next === '' || isDay(next))) onCommit(next)
  }
  return (
    <input
      type="text"
      inputMode="numeric"
      placeholder="YYYY-MM-DD"
      maxLength={10}
      spellCheck={false}
      {...rest}
      className={classNames('ui-input', 'ui-date', className)}
      aria-invalid={wrong}
      title={wrong ? 'A date such as 2026-11-21' : undefined}
      value={text}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setTyped(undefined)}
      onKeyDown={(event) => {
        if (asksToSend(event)) sendForm(event)
      }}
    />
  )
}

/** Whether it is a day of the calendar, written as year, month and day. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
