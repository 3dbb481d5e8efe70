import { Circle, CircleHelp, CircleSlash, Dot, ShieldCheck, TriangleAlert } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { type CellState, cellStates } from '../../../shared/threats/coverage/coverage.ts'

/** What is known about a cell, in words. */
export const cellWords: Readonly<Record<CellState, string>> = {
  open: 'an open threat',
  unknown: 'not known yet',
  treated: 'decided by a person',
  mitigated: 'closed by a control',
  notApplicable: 'looked at, nothing found',
  notConsidered: 'not considered',
}

const icons: Readonly<Record<CellState, LucideIcon>> = {
  open: TriangleAlert,
  unknown: CircleHelp,
  treated: CircleSlash,
  mitigated: ShieldCheck,
  notApplicable: Dot,
  notConsidered: Circle,
}

/** Told by shape, then by colour. */
export function CellMark({ state, size = 15 }: { readonly state: CellState; readonly size?: number }) {
  const Icon = icons[state]
  return <Icon className="cell-mark" data-state={state} size={size} aria-hidden />
}

/** What each mark says. */
export function CoverageLegend() {
  return (
    <>
      <h3>What the marks say</h3>
      <ul className="coverage-legend">
        {cellStates.map((state) => (
          <li key={state}>
            <CellMark state={state} /> {cellWords[state]}
          </li>
        ))}
      </ul>
    </>
  )
}
