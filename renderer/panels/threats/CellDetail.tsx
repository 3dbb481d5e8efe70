import { Plus } from 'lucide-react'
import { manualThreatRule } from '../../../shared/design/design.ts'
import { type Cell, type CellReason, cellStates, type CoverageRow } from '../../../shared/threats/coverage/coverage.ts'
import { Button } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { analysisStore, viewStore } from '../stores.ts'
import { CellMark, cellWords } from './CellMark.tsx'
import { layerWords, letterWords } from './letters.ts'

interface CellDetailProps {
  readonly row: CoverageRow | undefined
  readonly cell: Cell | undefined
}

/** Who decided a cell and how; from here a person raises a threat that no rule derives. */
export function CellDetail({ row, cell }: CellDetailProps) {
  if (row === undefined || cell === undefined) {
    return (
      <aside className="threat-side" aria-label="What decided the cell">
        <h3>What the marks say</h3>
        <ul className="coverage-legend">
          {cellStates.map((state) => (
            <li key={state}>
              <CellMark state={state} /> {cellWords[state]}
            </li>
          ))}
        </ul>
        <p className="muted">Choose a cell to see which rules decided it, or to raise a threat of your own from it.</p>
      </aside>
    )
  }
  const raise = () => {
    viewStore.getState().showThreats('list')
    viewStore.getState().set({ writingThreat: { cell: { on: cell.on, method: cell.method, letter: cell.letter } } })
  }
  return (
    <aside className="threat-side" aria-label="What decided the cell">
      <h3>
        {letterWords(cell)} of <ElementChip id={row.on} />
      </h3>
      <p className="coverage-state">
        <CellMark state={cell.state} /> {cellWords[cell.state]}
        <span className="faint">
          {' '}
          {row.layer} {layerWords[row.layer]}
        </span>
      </p>
      {cell.reasons.length === 0 ? (
        <p className="muted">No rule looks for this here. Think it through, and raise a threat if there is one.</p>
      ) : (
        <ul className="threat-links">
          {cell.reasons.map((reason) => (
            <li key={`${reason.rule} ${reason.finding ?? reason.question ?? ''}`}>
              <Reason reason={reason} />
            </li>
          ))}
        </ul>
      )}
      <Button icon={Plus} onClick={raise}>
        Raise a threat from here
      </Button>
    </aside>
  )
}

/** One rule and what it says; a press leads to its threat or its question. */
function Reason({ reason }: { readonly reason: CellReason }) {
  const { rule, title, says, finding, question, by } = reason
  const words = (
    <>
      <CellMark state={says} size={13} />
      <span className="threat-link-title">{title}</span>
      <span className="faint">{rule === manualThreatRule ? 'by hand' : rule}</span>
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
