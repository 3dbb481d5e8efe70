import type { Camera } from '../camera.ts'
import type { Moment } from './moment.ts'
import type { Palette } from './palette.ts'

/** The lines on which what is dragged lies with others, and the gaps that it makes equal. */
export function paintGuides(
  context: CanvasRenderingContext2D,
  guides: Moment['guides'],
  { x, y, zoom }: Camera,
  palette: Palette,
): void {
  if (guides === undefined) return
  const stroke = (axis: 'x' | 'y', at: number, from: number, to: number): void => {
    const [start, end] =
      axis === 'x'
        ? [
            { x: at, y: from },
            { x: at, y: to },
          ]
        : [
            { x: from, y: at },
            { x: to, y: at },
          ]
    context.moveTo(start.x * zoom + x, start.y * zoom + y)
    context.lineTo(end.x * zoom + x, end.y * zoom + y)
  }
  context.lineWidth = 1
  context.beginPath()
  for (const { axis, at, from, to } of guides.guides) stroke(axis, at, from, to)
  context.strokeStyle = palette.accent
  context.stroke()
  context.beginPath()
  for (const { axis, at, from, to } of guides.gaps) stroke(axis === 'x' ? 'y' : 'x', at, from, to)
  context.strokeStyle = palette.severity('high')
  context.stroke()
}
