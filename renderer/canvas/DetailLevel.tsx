import { useStore } from '@xyflow/react'
import type { RefObject } from 'react'
import { useEffect } from 'react'

/** Near: everything. Middle: icon and name. Far: shapes and boundary names; nothing unreadable is drawn. */
type Detail = 'near' | 'middle' | 'far'

function detailAt(zoom: number): Detail {
  return zoom >= 0.6 ? 'near' : zoom >= 0.4 ? 'middle' : 'far'
}

/** Writes the level of detail on the canvas, where the style sheet hides what could not be read. */
export function DetailLevel({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const detail = useStore((state) => detailAt(state.transform[2]))
  // In steps, so that a title in the far view is written again a few times a zoom, not every frame.
  const zoom = useStore((state) => Math.round(state.transform[2] * 20) / 20)
  useEffect(() => {
    const element = surface.current
    if (element === null) return
    element.dataset['detail'] = detail
    element.style.setProperty('--far-scale', String(detail === 'far' ? Math.min(6, 0.45 / Math.max(zoom, 0.05)) : 1))
  }, [surface, detail, zoom])
  return null
}
