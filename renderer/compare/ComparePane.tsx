import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { canvasControls, canvasStore } from '../canvas/canvas-store.ts'
import { StillSurface } from '../canvas/flow/StillSurface.tsx'
import { type Compared, compareStore } from './compare-store.ts'
import { differenceMap } from './difference-map.ts'

interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The other drawing, to look at, with what differs in it. */
export function ComparePane({ compared }: { readonly compared: Compared }) {
  const { differences } = compared
  const map = useMemo(() => differenceMap(differences, 'second'), [differences])
  const together = useStore(compareStore, (state) => state.together)
  const viewport = useOwnViewport(together)
  // The drawing on the desk has half of the room now: both are seen whole to begin with.
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => canvasControls()?.fit()))
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <StillSurface
      key={compared.key}
      label={`Comparison with ${compared.name}`}
      design={compared.design}
      map={map}
      viewport={viewport}
      onMove={(next) => {
        if (together) canvasControls()?.lookFrom(next)
      }}
    />
  )
}

/** From where the design on the desk is seen, as long as both move together. */
function useOwnViewport(together: boolean): Viewport | undefined {
  const [viewport, setViewport] = useState<Viewport>()
  useEffect(() => {
    if (!together) return undefined
    const follow = (): void => {
      const { x, y, zoom } = canvasStore.getState().camera
      setViewport({ x, y, zoom })
    }
    follow()
    return canvasStore.subscribe((now, before) => {
      if (now.camera !== before.camera) follow()
    })
  }, [together])
  return together ? viewport : undefined
}
