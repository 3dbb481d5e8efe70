import { manualThreatRule } from '../../../shared/design/design.ts'
import { consideredByHand } from '../../../shared/threats/coverage/considered.ts'
import type { CellReason } from '../../../shared/threats/coverage/coverage.ts'
import { ElementChip } from '../ElementChips.tsx'
import { analysisStore, viewStore } from '../stores.ts'
import { CellMark } from './CellMark.tsx'

/** What rules and people say, worst first. */
export function CoverageReasons({ reasons }: { readonly reasons: readonly CellReason[] }) {
  return (
    <ul className="threat-links">
      {reasons.map((reason) => (
        <li key={`${reason.rule} ${reason.finding ?? reason.question ?? reason.by ?? ''}`}>
          <Reason reason={reason} />
        </li>
      ))}
    </ul>
  )
}

/** One rule and what it says; a press leads to its threat or its question. */
function Reason({ reason }: { readonly reason: CellReason }) {
  const { rule, title, says, finding, question, by } = reason
  const words = (
    <>
      <CellMark state={says} size={13} />
      <span className="threat-link-title">{title}</span>
      <span className="faint">{rule === manualThreatRule || rule === consideredByHand ? 'by hand' : rule}</span>
    </>
  )
  if (finding === undefined && question === undefined) return <span className="threat-link-line">{words}</span>
  const go = () => {
    if (question !== undefined) viewStore.getState().showPanel('questions')
    else {
      const found = analysisStore.getState().analysis?.findings.find(({ id }) => id === finding)
      viewStore.getState().highlight(found)
    }
  }
  return (
    <>
      <button type="button" className="threat-link-line" onClick={go}>
        {words}
      </button>
      {by === undefined ? null : (
        <span className="coverage-by">
          <span className="faint">by</span> <ElementChip id={by} />
        </span>
      )}
    </>
  )
}
