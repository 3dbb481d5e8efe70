import type { ActionEstimate } from '../../../shared/estimate/estimate.ts'
import { ElementChip } from '../ElementChips.tsx'
import { formatQuantity } from '../quantities.ts'
import { ShareBar } from './ShareBar.tsx'

/** Which components take the time of a mean request. */
export function TimeShares({ action }: { readonly action: ActionEstimate }) {
  if (action.shares.length === 0) return null
  return (
    <div className="time-shares">
      <h4 className="small muted">Mean time by component</h4>
      {action.shares.slice(0, 8).map((share) => (
        <div key={share.component} className="time-share">
          <ElementChip id={share.component} />
          <ShareBar share={share.share} />
          <span className="number muted small">{formatQuantity(share.meanMs, 'ms')}</span>
        </div>
      ))}
    </div>
  )
}
