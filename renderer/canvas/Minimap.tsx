import type { PointerEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { Box } from '../../shared/layout/box.ts'
import { boxAround, encloses } from '../../shared/layout/box.ts'
import { seenBox } from './camera.ts'
import { canvasControls, canvasStore, useCanvas } from './canvas-store.ts'
import { partsOf } from './overview/picture-parts.ts'
import { usePalette } from './overview/use-palette.ts'
import type { Scene } from './scene.ts'

const size = { width: 168, height: 108 }
const padding = 6
/** Share of the surface that the picture may lie over; on a lower one it would hide more than it shows. */
const mostCovered = 0.1

/** The whole design in small, while there is more of it than is seen and room for it. A press or a drag goes there. */
export function Minimap({ scene }: { readonly scene: Scene }) {
  const { places } = scene
  const hidden = useCanvas(({ camera }) => {
    const whole = wholeOf(places)
    const covers = size.width * size.height > camera.width * camera.height * mostCovered
    return whole === undefined || covers || encloses(seenBox(camera), whole)
  })
  return hidden ? null : <SmallPicture scene={scene} />
}

function SmallPicture({ scene }: { readonly scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const seen = useRef<HTMLDivElement>(null)
  const palette = usePalette()
  const whole = wholeOf(scene.places)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === null || context === undefined || whole === undefined) return
    const ratio = window.devicePixelRatio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.fillStyle = palette.raised
    context.fillRect(0, 0, size.width, size.height)
    const { zoom, x, y } = fitting(whole)
    const { boundaries, groups } = partsOf(scene)
    context.globalAlpha = 0.5
    for (const { place, tone } of boundaries) {
      context.fillStyle = palette.tone(tone).fill
      context.strokeStyle = palette.tone(tone).line
      context.lineWidth = 0.75
      context.fillRect(place.x * zoom + x, place.y * zoom + y, place.w * zoom, place.h * zoom)
      context.strokeRect(place.x * zoom + x, place.y * zoom + y, place.w * zoom, place.h * zoom)
    }
    context.globalAlpha = 1
    for (const { family, cards } of groups) {
      context.beginPath()
      for (const { place } of cards) {
        context.rect(place.x * zoom + x, place.y * zoom + y, Math.max(1, place.w * zoom), Math.max(1, place.h * zoom))
      }
      context.fillStyle = palette.family(family).line
      context.fill()
    }
  }, [scene, whole, palette])

  // The frame follows the camera without a render.
  useEffect(() => {
    const place = (): void => {
      if (seen.current === null || whole === undefined) return
      const { zoom, x, y } = fitting(whole)
      const box = seenBox(canvasStore.getState().camera)
      const [left, top] = [Math.max(0, box.x * zoom + x), Math.max(0, box.y * zoom + y)]
      const right = Math.min(size.width, (box.x + box.w) * zoom + x)
      const bottom = Math.min(size.height, (box.y + box.h) * zoom + y)
      seen.current.style.transform = `translate(${left}px, ${top}px)`
      seen.current.style.width = `${Math.max(4, right - left)}px`
      seen.current.style.height = `${Math.max(4, bottom - top)}px`
    }
    place()
    return canvasStore.subscribe((now, before) => {
      if (now.camera !== before.camera) place()
    })
  }, [whole])

  const go = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons !== 1 || whole === undefined) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const corner = event.currentTarget.getBoundingClientRect()
    const { zoom, x, y } = fitting(whole)
    canvasControls()?.centre({ x: (event.clientX - corner.x - x) / zoom, y: (event.clientY - corner.y - y) / zoom })
  }
  return (
    // A picture for the pointer; the keyboard has "Fit the design" and goes from card to card.
    <figure className="minimap" aria-label="Overview" onPointerDown={go} onPointerMove={go}>
      <canvas
        ref={canvas}
        width={size.width * window.devicePixelRatio}
        height={size.height * window.devicePixelRatio}
        aria-hidden
      />
      <div ref={seen} className="minimap-seen" />
    </figure>
  )
}

const boxes = new WeakMap<Scene['places'], Box>()

function wholeOf(places: Scene['places']): Box | undefined {
  const known = boxes.get(places)
  if (known !== undefined) return known
  const whole = boxAround(Object.values(places))
  if (whole !== undefined) boxes.set(places, whole)
  return whole
}

function fitting(whole: Box) {
  const [roomX, roomY] = [size.width - 2 * padding, size.height - 2 * padding]
  const zoom = Math.min(roomX / Math.max(1, whole.w), roomY / Math.max(1, whole.h))
  return {
    zoom,
    x: padding + roomX / 2 - (whole.x + whole.w / 2) * zoom,
    y: padding + roomY / 2 - (whole.y + whole.h / 2) * zoom,
  }
}
