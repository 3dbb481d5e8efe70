import { CircleCheck, CircleDashed, CircleDotDashed, CircleSlash, CircleX, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type SeverityTone = 'critical' | 'high' | 'medium' | 'low'
export type VerdictTone = 'pass' | 'assumed' | 'atRisk' | 'fail' | 'unknown' | 'waived'

const severityWords: Record<SeverityTone, string> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' }

/** Four shapes that differ without colour: octagon, triangle, diamond, dot. */
const severityShapes: Record<SeverityTone, ReactNode> = {
  critical: <path d="M4.6 1h6.8L15 4.6v6.8L11.4 15H4.6L1 11.4V4.6Z" />,
  high: <path d="M8 1.2 15.4 14.4H.6Z" strokeLinejoin="round" />,
  medium: <path d="M8 1 15 8 8 15 1 8Z" />,
  low: <circle cx="8" cy="8" r="5" />,
}

/** Shape and colour; with `word` the word too. Without it, the word is still read aloud. */
export function SeverityMark({
  severity,
  word,
  size = 12,
}: {
  readonly severity: SeverityTone
  readonly word?: boolean
  readonly size?: number
}) {
  return (
    <span className={`ui-mark ui-tone-${severity}`}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="currentColor" aria-hidden>
        {severityShapes[severity]}
      </svg>
      <span className={word === true ? undefined : 'visually-hidden'}>{severityWords[severity]}</span>
    </span>
  )
}

export const verdictWords: Record<VerdictTone, string> = {
  pass: 'pass',
  assumed: 'assumed',
  atRisk: 'at risk',
  fail: 'fail',
  unknown: 'unknown',
  waived: 'waived',
}
const verdictIcons: Record<VerdictTone, LucideIcon> = {
  pass: CircleCheck,
  assumed: CircleDotDashed,
  atRisk: TriangleAlert,
  fail: CircleX,
  unknown: CircleDashed,
  waived: CircleSlash,
}

/** Icon and word, always both. */
export function VerdictMark({ verdict }: { readonly verdict: VerdictTone }) {
  const Icon = verdictIcons[verdict]
  return (
    <span className={`ui-mark ui-tone-${verdict}`}>
      <Icon size={14} aria-hidden />
      <span>{verdictWords[verdict]}</span>
    </span>
  )
}

export type BadgeTone = SeverityTone | VerdictTone | 'neutral' | 'accent'

/** A word on a tint. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return <span className={`ui-badge ui-tone-${tone}`}>{children}</span>
}
