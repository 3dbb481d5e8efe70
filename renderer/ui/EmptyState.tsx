import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: LucideIcon
  /** One sentence. */
  readonly text: string
  /** One button. */
  readonly action?: ReactNode
}

/** Teaches by doing: one sentence, one button. */
export function EmptyState({ icon: Icon, text, action }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {Icon === undefined ? null : <Icon size={20} aria-hidden />}
      <p>{text}</p>
      {action}
    </div>
  )
}
