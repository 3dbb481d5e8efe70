import './underlay.css'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { Box } from '../../shared/layout/box.ts'
import type { ResizeCorner } from '../../shared/layout/resize.ts'
import { resizeBox, resizeCorners } from '../../shared/layout/resize.ts'
import { canvasControls } from '../canvas/canvas-store.ts'
import { followPointer } from '../canvas/follow-pointer.ts'
import { adjustKeys, endAdjusting } from './adjust-keys.ts'
import { beginUnderlayStep, cancelUnderlayStep, changeUnderlay, useUnderlay } from './underlay-store.ts'

const least = { w: 40, h: 40 }
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const step = 4
const longStep = 40
const growth = 1.05

/** The picture under the drawing, in the canvas's own coordinates; while it is adjusted it lies over it, with grips. */
export function UnderlayPicture() {
  const underlay = useUnderlay((state) => state.underlay)
  const adjusting = useUnderlay((state) => state.adjusting)
  if (underlay === undefined || underlay.hidden === true) return null
  const { x, y, w, h, opacity, image } = underlay
  const style = { left: x, top: y, width: w, height: h }
  return (
    <>
      <img className="underlay" src={image.src} alt="" style={{ ...style, opacity }} draggable={false} />
      {adjusting ? <AdjustFrame box={{ x, y, w, h }} /> : null}
    </>
  )
}

/** The pointer moves it by its area and scales it by its corners; arrow keys move, plus and minus scale. */
function AdjustFrame({ box }: { readonly box: Box }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])

  const down = (event: PointerEvent<HTMLElement>, corner?: ResizeCorner): void => {
    const start = canvasControls()?.toCanvas({ x: event.clientX, y: event.clientY })
    if (event.button !== 0 || start === undefined) return
    event.stopPropagation()
    let begun = false
    followPointer({
      onMove: (at, { altKey }) => {
        if (!begun) beginUnderlayStep()
        begun = true
        const moved = { ...box, x: box.x + at.x - start.x, y: box.y + at.y - start.y }
        const wishes = { ratio: true, fromCentre: altKey }
        const next = corner === undefined ? moved : resizeBox(box, corner, at, wishes, { inside: undefined, least })
        changeUnderlay(next, false)
      },
      onEnd: (done) => {
        if (done) changeUnderlay({})
        else if (begun) cancelUnderlayStep()
      },
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    adjustKeys(event)
    if (event.ctrlKey || event.metaKey || event.altKey || event.isPropagationStopped()) return
    const direction = steps[event.key]
    const by = event.shiftKey ? longStep : step
    if (event.key === 'Enter') endAdjusting()
    else if (direction !== undefined) {
      changeInStep({ ...box, x: box.x + direction[0] * by, y: box.y + direction[1] * by })
    } else if (event.key === '+' || event.key === '=') changeInStep(scaled(box, growth))
    else if (event.key === '-') changeInStep(scaled(box, 1 / growth))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // One thing that the arrow keys move, as a slider in two directions, which HTML has no element for.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      className="underlay-frame nodrag nopan"
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
      role="application"
      aria-label="Picture under the drawing: arrow keys move it, plus and minus scale it, Enter ends"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => down(event)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {resizeCorners.map((corner) => (
        <span
          key={corner}
          className="boundary-corner"
          data-corner={corner}
          onPointerDown={(event) => down(event, corner)}
        />
      ))}
    </div>
  )
}

function changeInStep(box: Box): void {
  beginUnderlayStep()
  changeUnderlay(box)
}

/** Larger or smaller around its middle. */
function scaled({ x, y, w, h }: Box, factor: number): Box {
  const [width, height] = [Math.max(least.w, w * factor), Math.max(least.h, h * factor)]
  return { x: x + (w - width) / 2, y: y + (h - height) / 2, w: width, h: height }
}
