import type { Severity } from '../../../shared/findings/finding.ts'
import type { Camera } from '../camera.ts'
import type { Palette } from './palette.ts'

/** The shapes of `SeverityMark`, on a field of 16 by 16: octagon, triangle, diamond, dot. */
const shapes: Readonly<Record<Severity, readonly (readonly [number, number])[] | 'dot'>> = {
  critical: [
    [4.6, 1],
    [11.4, 1],
    [15, 4.6],
    [15, 11.4],
    [11.4, 15],
    [4.6, 15],
    [1, 11.4],
    [1, 4.6],
  ],
  high: [
    [8, 1.2],
    [15.4, 14.4],
    [0.6, 14.4],
  ],
  medium: [
    [8, 1],
    [15, 8],
    [8, 15],
    [1, 8],
  ],
  low: 'dot',
}

/** Of a sign on the screen, at a distance. */
export function markSize({ zoom }: Camera): number {
  return Math.min(12, Math.max(5, 30 * zoom))
}

interface Mark {
  readonly severity: Severity
  readonly x: number
  readonly y: number
}

/** Signs of findings with their middles at screen points, all of one severity in one path. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  size: number,
  palette: Palette,
): void {
  const scale = size / 16
  for (const severity of ['low', 'medium', 'high', 'critical'] as const) {
    const own = marks.filter((mark) => mark.severity === severity)
    if (own.length === 0) continue
    context.beginPath()
    const shape = shapes[severity]
    for (const { x, y } of own) {
      if (shape === 'dot') {
        context.moveTo(x + 5 * scale, y)
        context.arc(x, y, 5 * scale, 0, 2 * Math.PI)
        continue
      }
      for (const [index, [dx, dy]] of shape.entries()) {
        const [px, py] = [x + (dx - 8) * scale, y + (dy - 8) * scale]
        if (index === 0) context.moveTo(px, py)
        else context.lineTo(px, py)
      }
      context.closePath()
    }
    context.lineWidth = 2
    context.strokeStyle = palette.raised
    context.stroke()
    context.fillStyle = palette.severity(severity)
    context.fill()
  }
}
