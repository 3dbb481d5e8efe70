import { lazy, Suspense } from 'react'
import { useView } from '../store/view-store.ts'

const ThreatRoom = lazy(async () => ({ default: (await import('./ThreatRoom.tsx')).ThreatRoom }))

/** Threats for a room full of people: one at a time, in large type, over everything else. */
export function ThreatMode() {
  const open = useView((view) => view.threatSessionOpen)
  return open ? (
    <Suspense>
      <ThreatRoom />
    </Suspense>
  ) : null
}
