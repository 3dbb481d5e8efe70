import type { NodeProps } from '@xyflow/react'
import { ShieldPlus } from 'lucide-react'
import { memo } from 'react'
import type { GhostNode } from './flow-types.ts'

/** The control that would break the shown path, where it would go. */
export const GhostCard = memo(function GhostCard({ data }: NodeProps<GhostNode>) {
  return (
    <div className="ghost" title={data.title}>
      <ShieldPlus size={16} aria-hidden />
      <span className="ghost-title">{data.title}</span>
    </div>
  )
})
