import { Plus } from 'lucide-react'
import type { Cell, CoverageRow } from '../../../shared/threats/coverage/coverage.ts'
import { letterWords } from '../../../shared/threats/coverage/letter-words.ts'
import { layersOfMaestro } from '../../../shared/threats/frameworks/classic.ts'
import { Button } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { viewStore } from '../stores.ts'
import { CellMark, cellWords, CoverageLegend } from './CellMark.tsx'
import { CoverageReasons } from './CoverageReasons.tsx'
import { CellConsidered } from './CellConsidered.tsx'
import { ThreatSide } from './ThreatSide.tsx'

interface CellDetailProps {
  readonly row: CoverageRow | undefined
  readonly cell: Cell | undefined
}

/** Who decided a cell and how; from here a person raises a threat that no rule derives. */
export function CellDetail({ row, cell }: CellDetailProps) {
  if (row === undefined || cell === undefined) {
    return (
      <ThreatSide label="What decided the cell">
        <CoverageLegend />
        <p className="muted">Choose a cell to see which rules decided it, or to raise a threat of your own from it.</p>
      </ThreatSide>
    )
  }
  const raise = () => {
    viewStore.getState().showThreats('list')
    viewStore.getState().set({ writingThreat: { cell: { on: cell.on, method: cell.method, letter: cell.letter } } })
  }
  return (
    <ThreatSide label="What decided the cell">
      <h3>
        {letterWords(cell)} of <ElementChip id={row.on} />
      </h3>
      <p className="coverage-state">
        <CellMark state={cell.state} /> {cellWords[cell.state]}
        <span className="faint">
          {' '}
          {row.layer} {layersOfMaestro[row.layer]}
        </span>
      </p>
      {cell.reasons.length === 0 ? (
        <p className="muted">No rule looks for this here. Think it through, and raise a threat if there is one.</p>
      ) : (
        <CoverageReasons reasons={cell.reasons} />
      )}
      <CellConsidered key={`${cell.on} ${cell.method} ${cell.letter}`} cell={cell} />
      <Button icon={Plus} onClick={raise}>
        Raise a threat from here
      </Button>
    </ThreatSide>
  )
}
