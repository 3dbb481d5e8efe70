import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { formatNumber } from '../../ui/index.ts'
import { roundWeight, topOf } from './profile-edits.ts'

interface WeightBarsProps {
  readonly label: string
  /** What each bar stands for. */
  readonly names: readonly string[]
  readonly weights: readonly number[]
  /** What stands under a bar; the others stay bare. */
  readonly tickOf: (index: number) => string | undefined
  readonly onChange: (weights: readonly number[]) => void
}

/** Digits typed within this time make one number. */
const typedWithinMs = 1000

/**
 * Weights as bars. By pointer: drag up and down, or across several. By keyboard: left and right walk, up and down change
 * by a tenth of the scale (with Shift a hundredth), digits are typed.
 */
export function WeightBars({ label, names, weights, tickOf, onChange }: WeightBarsProps) {
  const plot = useRef<HTMLFieldSetElement>(null)
  const [current, setCurrent] = useState(() => weights.indexOf(Math.max(...weights)))
  // A scale that shrank under the pointer would make all other bars jump.
  const [widest, setWidest] = useState(0)
  const typed = useRef({ text: '', atMs: 0 })
  const top = Math.max(widest, topOf(weights))

  const set = (index: number, weight: number) => {
    const next = roundWeight(weight, top)
    if (weights[index] === next) return
    setWidest(top)
    onChange(weights.map((one, at) => (at === index ? next : one)))
  }
  const walk = (index: number) => {
    const to = Math.max(0, Math.min(weights.length - 1, index))
    setCurrent(to)
    plot.current?.querySelectorAll<HTMLElement>('[role=slider]')[to]?.focus()
  }
  const point = (event: PointerEvent<HTMLFieldSetElement>) => {
    const place = event.currentTarget.getBoundingClientRect()
    const across = Math.floor(((event.clientX - place.left) / place.width) * weights.length)
    const index = Math.max(0, Math.min(weights.length - 1, across))
    setCurrent(index)
    const height = 1 - (event.clientY - place.top) / place.height
    set(index, (Math.round(Math.max(0, Math.min(1, height)) * 20) / 20) * top)
  }
  const type = (index: number, key: string) => {
    const atMs = performance.now()
    const before = atMs - typed.current.atMs < typedWithinMs ? typed.current.text : ''
    typed.current = { text: before + key, atMs }
    const weight = Number(typed.current.text)
    if (Number.isFinite(weight)) set(index, weight)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const weight = weights[index] ?? 0
    const step = event.shiftKey ? top / 100 : top / 10
    const act: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => walk(index - 1),
      ArrowRight: () => walk(index + 1),
      Home: () => walk(0),
      End: () => walk(weights.length - 1),
      ArrowUp: () => set(index, weight + step),
      ArrowDown: () => set(index, weight - step),
      Delete: () => set(index, 0),
      Backspace: () => set(index, 0),
    }
    const chosen = act[event.key] ?? (/^[\d.]$/.test(event.key) ? () => type(index, event.key) : undefined)
    if (chosen === undefined) return
    event.preventDefault()
    event.stopPropagation()
    chosen()
  }
  return (
    <fieldset
      ref={plot}
      className="weight-bars"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${weights.length}, minmax(0, 1fr))` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        point(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) point(event)
      }}
    >
      {weights.map((weight, index) => (
        // A native range takes the pointer for itself, and a drag goes across bars.
        <span
          key={names[index]}
          // eslint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          aria-label={names[index]}
          aria-orientation="vertical"
          aria-valuemin={0}
          aria-valuemax={top}
          aria-valuenow={weight}
          aria-valuetext={`${formatNumber(weight)} of ${formatNumber(top)}`}
          title={`${names[index]}: ${formatNumber(weight)} of ${formatNumber(top)}`}
          tabIndex={index === current ? 0 : -1}
          className="weight-bar"
          data-tick={tickOf(index)}
          onFocus={() => setCurrent(index)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          <i style={{ height: `${Math.min(100, (weight / top) * 100)}%` }} />
        </span>
      ))}
    </fieldset>
  )
}
