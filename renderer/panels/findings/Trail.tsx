import type { Finding } from '../../../shared/findings/finding.ts'
import { ElementChips } from '../ElementChips.tsx'

/** The way by which data came to what a finding speaks of, and how many more ways there are. */
export function Trail({
  trail,
  otherTrails = 0,
}: {
  readonly trail: NonNullable<Finding['trail']>
  readonly otherTrails?: number | undefined
}) {
  return (
    <>
      <ElementChips ids={trail} most={12} />
      {otherTrails === 0 ? null : (
        <span className="muted">
          {' '}
          and {otherTrails} more {otherTrails === 1 ? 'way' : 'ways'}
        </span>
      )}
    </>
  )
}
