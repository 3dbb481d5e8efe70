import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import { viewStore } from '../../store/view-store.ts'
import { underlayStore } from '../../underlay/underlay-store.ts'
import type { Camera } from '../camera.ts'
import { canvasStore } from '../canvas-store.ts'
import type { Scene } from '../scene.ts'
import { paintOverview } from './paint-overview.ts'
import { partsOf } from './picture-parts.ts'
import { usePalette } from './use-palette.ts'

/** The whole design as one painted picture, on top of React Flow, which has nothing to draw meanwhile. */
export function PaintedOverview({ scene }: { readonly scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()
  const { design, places, badges, heats, overlaid, highlight, look } = scene
  // What moves, and what is selected, changes no part.
  // eslint-disable-next-line react/exhaustive-deps
  const parts = useMemo(() => partsOf(scene), [design, places, badges, heats, overlaid, highlight, look])
  const nameOf = useMemo(() => namesOf(design), [design])

  const paint = useRef<() => void>(() => undefined)
  useLayoutEffect(() => {
    paint.current = () => {
      const { camera, focused, marquee, guides } = canvasStore.getState()
      const context = canvas.current === null ? null : contextFor(canvas.current, camera)
      if (context === null) return
      const { underlay } = underlayStore.getState()
      const { hovered, highlighted } = viewStore.getState()
      const walking = highlighted?.rule === undefined
      paintOverview(
        context,
        parts,
        { ...scene, hovered, focused, marquee, guides, underlay, walking, nameOf },
        camera,
        palette,
      )
    }
    paint.current()
  }, [scene, parts, palette, nameOf])

  useEffect(() => {
    let frame = 0
    const ask = (): void => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        paint.current()
      })
    }
    const stops = [
      canvasStore.subscribe((now, before) => {
        if (now.camera !== before.camera || now.focused !== before.focused || now.marquee !== before.marquee) ask()
      }),
      underlayStore.subscribe(ask),
      viewStore.subscribe((now, before) => {
        if (now.hovered !== before.hovered) ask()
      }),
    ]
    // Names measured before the typeface was there are wrong.
    void document.fonts.ready.then(ask)
    return () => {
      for (const stop of stops) stop()
      cancelAnimationFrame(frame)
    }
  }, [])

  return <canvas ref={canvas} className="painted" data-cards={design.components?.length ?? 0} aria-hidden />
}

function contextFor(canvas: HTMLCanvasElement, { width, height }: Camera): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across
    canvas.height = down
  }
  const context = canvas.getContext('2d', { alpha: false })
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context
}

function namesOf(design: Scene['design']): (id: Id) => string | undefined {
  let names: ReadonlyMap<Id, string> | undefined
  return (id) => {
    names ??= new Map([...(design.components ?? []), ...(design.boundaries ?? [])].map((each) => [each.id, each.name]))
    return names.get(id)
  }
}
