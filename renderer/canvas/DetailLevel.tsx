import { useStore } from '@xyflow/react'
import { useEffect } from 'react'

/** Near: everything. Middle: icon and name. Far: shapes and boundary names; nothing unreadable is drawn. */
export type Detail = 'near' | 'middle' | 'far'

/** Boundary names stay at least this share of their full size on the screen. */
const legibleScale = 0.85

function detailAt(zoom: number): Detail {
  return zoom >= 0.6 ? 'near' : zoom >= 0.4 ? 'middle' : 'far'
}

/** Reports the level of detail, by which the style sheet hides what could not be read, and how much to enlarge names. */
export function DetailLevel({ show }: { readonly show: (detail: Detail, nameScale: number) => void }) {
  const detail = useStore((state) => detailAt(state.transform[2]))
  // In steps, so that names are written again a few times a zoom, not every frame.
  const zoom = useStore((state) => Math.round(state.transform[2] * 20) / 20)
  useEffect(() => {
    show(detail, detail === 'near' ? 1 : Math.min(8, legibleScale / Math.max(zoom, 0.05)))
  }, [show, detail, zoom])
  return null
}
