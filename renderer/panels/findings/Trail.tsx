import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Id } from '../../../shared/design/design.ts'
import type { Finding } from '../../../shared/findings/finding.ts'
import { IconButton } from '../../ui/index.ts'
import { ElementChips } from '../ElementChips.tsx'
import { useView, viewStore } from '../stores.ts'

/** The ways by which data came to what a finding speaks of, one at a time: the one in words is the one on the canvas. */
export function Trail({ finding }: { readonly finding: Finding }) {
  const drawn = useView(({ highlighted }) => (highlighted?.id === finding.id ? highlighted.trail : undefined))
  const { trail, otherTrails = [] } = finding
  if (trail === undefined) return null
  const ways = [trail, ...otherTrails]
  const at = Math.max(
    0,
    ways.findIndex((way) => isSameWay(way, drawn)),
  )
  const step = (by: 1 | -1) => {
    const way = ways[(at + by + ways.length) % ways.length] ?? trail
    viewStore.getState().highlight({ ...finding, trail: way })
  }
  return (
    <>
      {ways.length === 1 ? null : (
        <div className="finding-ways">
          <IconButton label="Previous way" icon={ChevronLeft} onClick={() => step(-1)} />
          <span aria-live="polite">
            Way {at + 1} of {ways.length}
          </span>
          <IconButton label="Next way" icon={ChevronRight} onClick={() => step(1)} />
        </div>
      )}
      <ElementChips ids={ways[at] ?? trail} most={12} />
    </>
  )
}

/** By what they lead through: the ways of newer findings are other objects. */
function isSameWay(way: readonly Id[], other: readonly Id[] | undefined): boolean {
  return way.length === other?.length && way.every((id, index) => id === other[index])
}
