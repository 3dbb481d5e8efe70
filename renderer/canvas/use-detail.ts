import type { RefObject } from 'react'
import { useEffect } from 'react'
import { canvasStore } from './canvas-store.ts'

/** Boundary names stay at least this share of their full size on the screen. */
const legibleScale = 0.85
const nearFrom = 0.6

/** Tells the style sheet how near the cards are, by which it hides what could not be read, and how much to enlarge names. */
export function useDetail(surface: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const show = (): void => {
      if (surface.current !== null) showDetail(surface.current, canvasStore.getState().camera.zoom)
    }
    show()
    return canvasStore.subscribe((now, before) => {
      if (now.camera.zoom !== before.camera.zoom) show()
    })
  }, [surface])
}

/** The same for any drawing, seen at this zoom. */
export function showDetail(element: HTMLElement, zoom: number): void {
  const detail = zoom >= nearFrom ? 'near' : 'middle'
  // In steps, so that names are written again a few times a zoom, not every frame; downwards, as names may not shrink.
  const step = Math.max(0.05, Math.floor(zoom * 20) / 20)
  const scale = String(detail === 'near' ? 1 : Math.min(8, legibleScale / step))
  if (element.dataset['detail'] !== detail) element.dataset['detail'] = detail
  setProperty(element, '--far-scale', scale)
  setProperty(element, '--zoom-step', String(step))
}

function setProperty(element: HTMLElement, name: string, value: string): void {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value)
}
