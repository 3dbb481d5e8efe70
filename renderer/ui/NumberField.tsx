import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { currencyOf, formatNumber, type OtherCurrencies, parseNumber } from './numbers.ts'
import { showToast } from './toasts.ts'

interface NumberFieldProps {
  readonly id?: string
  readonly label?: string
  /** Undefined: nothing stated; the placeholder shows instead. */
  readonly value: number | undefined
  readonly placeholder?: string | undefined
  readonly suffix?: string | undefined
  /** 100 shows a share as per cent. */
  readonly scale?: number
  /** Currencies beside that of the suffix in which an amount may be typed. */
  readonly others?: OtherCurrencies | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly integer?: boolean | undefined
  /** Undefined: the field was emptied. */
  readonly onCommit: (value: number | undefined) => void
  /** What was typed is no number that goes here; a message says so. */
  readonly onRefuse?: () => void
  readonly className?: string
}

/** A number with its unit and thin thousands separators. Arrow keys step; "12k", "1.5M" and, of milliseconds, "4 s" are read. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, value, placeholder, suffix, scale = 1, others, min, max, integer } = props
  const { onCommit, onRefuse, className } = props
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const pending = useRef<string | undefined>(undefined)
  const shown = value === undefined ? '' : formatNumber(value * scale, 8)

  const read = (text: string): number | 'empty' | 'bad' => {
    if (text.trim() === '') return 'empty'
    const parsed = parseNumber(text, suffix, others)
    if (parsed === undefined) return 'bad'
    const number = Number((parsed / scale).toPrecision(12))
    if (min !== undefined && number < min) return 'bad'
    if (max !== undefined && number > max) return 'bad'
    return integer === true && !Number.isInteger(number) ? 'bad' : number
  }
  const send = (text: string) => {
    const number = read(text)
    if (number === 'bad') return
    const next = number === 'empty' ? undefined : number
    if (next !== value) onCommit(next)
  }
  const latestSend = useRef(send)
  useEffect(() => {
    latestSend.current = send
  })
  useEffect(
    () => () => {
      if (pending.current !== undefined) latestSend.current(pending.current)
    },
    [],
  )
  const commit = () => {
    const text = pending.current
    if (text !== undefined) send(text)
    if (text !== undefined && read(text) === 'bad') {
      showToast(`“${text.trim()}” was not taken. ${refusal(props)}`, { tone: 'fail' })
      onRefuse?.()
    }
    pending.current = undefined
    setTyped(undefined)
  }
  const step = (event: KeyboardEvent<HTMLInputElement>, direction: 1 | -1) => {
    const from = value ?? (placeholder === undefined ? 0 : (parseNumber(placeholder) ?? 0) / scale)
    const size = event.shiftKey ? stepSize(from * scale) * 10 : stepSize(from * scale)
    const next = Number((from + (direction * size) / scale).toPrecision(12))
    if ((min === undefined || next >= min) && (max === undefined || next <= max))
      onCommit(integer === true ? Math.round(next) : next)
    event.preventDefault()
  }
  const bad = typed !== undefined && read(typed) === 'bad'
  return (
    <span className={classNames('ui-number', bad && 'ui-number-bad', className)}>
      <input
        id={id}
        aria-label={label}
        aria-invalid={bad}
        title={bad ? refusal(props) : undefined}
        type="text"
        inputMode="decimal"
        className="ui-number-input"
        placeholder={placeholder}
        value={typed ?? shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          pending.current = event.target.value
          setTyped(event.target.value)
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          else if (event.key === 'ArrowUp') step(event, 1)
          else if (event.key === 'ArrowDown') step(event, -1)
          else if (event.key === 'Escape') {
            pending.current = undefined
            setTyped(undefined)
            event.stopPropagation()
            event.currentTarget.blur()
          }
        }}
      />
      {suffix === undefined || suffix === '' ? null : <span className="ui-number-suffix">{suffix}</span>}
    </span>
  )
}

/** A tenth of the number's own size, at least what keeps the step readable: 1 for 12, 10 for 120, 100 for 1,200. */
function stepSize(shown: number): number {
  const size = Math.abs(shown)
  if (size === 0) return 1
  return 10 ** Math.max(size < 1 ? -2 : 0, Math.floor(Math.log10(size)) - 1)
}

function refusal({ min, max, integer, scale = 1, suffix = '', others = {} }: NumberFieldProps): string {
  const range =
    min !== undefined && max !== undefined
      ? ` from ${formatNumber(min * scale)} to ${formatNumber(max * scale)}`
      : min !== undefined
        ? ` of at least ${formatNumber(min * scale)}`
        : max !== undefined
          ? ` of at most ${formatNumber(max * scale)}`
          : ''
  const currency = currencyOf(suffix)
  const amount = currency === undefined ? '' : ` in ${[currency, ...Object.keys(others)].join(' or ')}`
  return `${integer === true ? 'A whole number' : 'A number'}${range}${amount} goes here. What was there before stays.`
}
