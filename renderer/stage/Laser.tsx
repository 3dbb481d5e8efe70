import { useEffect, useRef } from 'react'
import { useStage } from './stage-store.ts'

interface Dot {
  readonly x: number
  readonly y: number
  readonly atMs: number
}

/** How long a point of the trail is seen. */
const trailMs = 500

/** A red dot with a short trail under the pointer; it takes no click away. */
export function Laser() {
  const on = useStage((stage) => stage.laser && stage.steps.length > 0)
  return on ? <Trail /> : null
}

function Trail() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const surface = canvas.current
    const paint = surface?.getContext('2d')
    if (surface === null || paint === null || paint === undefined) return undefined
    let dots: Dot[] = []
    let frame = 0
    const resize = (): void => {
      surface.width = window.innerWidth * devicePixelRatio
      surface.height = window.innerHeight * devicePixelRatio
      paint.scale(devicePixelRatio, devicePixelRatio)
    }
    const draw = (): void => {
      const now = performance.now()
      dots = dots.filter((dot, index) => index === dots.length - 1 || now - dot.atMs < trailMs)
      paint.clearRect(0, 0, window.innerWidth, window.innerHeight)
      for (const dot of dots) {
        const left = Math.max(0, 1 - (now - dot.atMs) / trailMs)
        const isHead = dot === dots.at(-1)
        paint.globalAlpha = isHead ? 1 : left * 0.6
        paint.fillStyle = '#ef4444'
        paint.beginPath()
        paint.arc(dot.x, dot.y, isHead ? 7 : 2 + 4 * left, 0, 2 * Math.PI)
        paint.fill()
      }
      frame = dots.length > 1 ? requestAnimationFrame(draw) : 0
    }
    const move = ({ clientX, clientY }: PointerEvent): void => {
      dots.push({ x: clientX, y: clientY, atMs: performance.now() })
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    resize()
    window.addEventListener('resize', resize)
    window.addEventListener('pointermove', move)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('resize', resize)
      window.removeEventListener('pointermove', move)
    }
  }, [])
  return <canvas ref={canvas} className="stage-laser" aria-hidden />
}
