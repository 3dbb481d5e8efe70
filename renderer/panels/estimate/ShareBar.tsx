import { formatPart } from '../quantities.ts'

/** A share as a bar with its number. */
export function ShareBar({ share }: { readonly share: number | undefined }) {
  if (share === undefined) return <span className="faint">–</span>
  return (
    <span className="share-bar">
      <span className="share-track">
        <span className="share-fill" style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span className="share-number">{formatPart(share)}</span>
    </span>
  )
}
