import './ghost.css'
import type { NodeProps } from '@xyflow/react'
import { ShieldPlus } from 'lucide-react'
import { memo } from 'react'
import { useInquiry } from '../../analysis/use-inquiry.ts'
import { runCommand } from '../../app/commands/run.ts'
import { fullPriceWords, priceWords } from '../../panels/threats/price-words.ts'
import { useView } from '../../store/view-store.ts'
import type { GhostNode } from './flow-types.ts'

/** The control that would break the shown path, where it would go: a press places it. */
export const GhostCard = memo(function GhostCard({ data }: NodeProps<GhostNode>) {
  const finding = useView((view) => view.highlighted?.id)
  return (
    <button type="button" className="ghost" title={data.title} onClick={() => runCommand('insert.place-control')}>
      <ShieldPlus size={16} aria-hidden />
      <span className="ghost-text">
        <span className="ghost-title">{data.title}</span>
        <span className="ghost-foot">
          <span className="ghost-act">Place it here</span>
          {finding === undefined ? null : <GhostPrice finding={finding} />}
        </span>
      </span>
    </button>
  )
})

function GhostPrice({ finding }: { readonly finding: string }) {
  const price = useInquiry({ kind: 'price', finding })
  if (price === undefined) return null
  // There is room for numbers, and for nothing else.
  return <span title={fullPriceWords(price)}>{price.as === 'box' ? priceWords(price) : 'a commitment'}</span>
}
