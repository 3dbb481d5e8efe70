import { RotateCcw } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useState } from 'react'
import { riskMatrixOf, usualRiskMatrix } from '../../../shared/design/risk-matrix.ts'
import type { Finding, Severity } from '../../../shared/findings/finding.ts'
import { Button, Segmented, SeverityMark } from '../../ui/index.ts'
import { editDesign, useAnalysis, useDesign, useView, viewStore } from '../stores.ts'
import {
  type Cell,
  changeCell,
  highestPlace,
  nextSeverity,
  placeOf,
  type Standing,
  stepSeverity,
  withMatrix,
} from './matrix-edits.ts'
import { writtenBy } from '../findings/written-by.ts'
import { impactOptions, likelihoodOptions } from './RatingField.tsx'
import { ThreatSide } from './ThreatSide.tsx'

const steps = [1, 2, 3, 4, 5] as const
const none: readonly Finding[] = []
const worst: Cell = { likelihood: 5, impact: 5 }

/** The threats in their matrix of likelihood and impact, which the architect can change to that of the house. */
export function MatrixView({ lead }: { readonly lead: ReactNode }) {
  const findings = useAnalysis((analysis) => analysis?.findings) ?? none
  const matrix = useDesign(riskMatrixOf)
  const isOwn = useDesign((design) => design.riskMatrix !== undefined)
  const [standing, setStanding] = useState<Standing>('residual')
  const [editing, setEditing] = useState(false)
  const [picked, setPicked] = useState<Cell | undefined>(undefined)
  const threats = findings.filter(({ lenses }) => lenses.includes('threat'))
  const shown =
    standing === 'inherent' ? threats : threats.filter(({ status }) => status === 'open' || status === 'accepted')
  const inCell = ({ likelihood, impact }: Cell) =>
    shown.filter((finding) => {
      const place = placeOf(finding, standing)
      return place?.likelihood === likelihood && place.impact === impact
    })
  // Until somebody picks one it is the cell that asks for attention first.
  const chosen = picked ?? highestPlace(shown, standing)
  const unrated = shown.filter((finding) => placeOf(finding, standing) === undefined)
  const setCell = ({ likelihood, impact }: Cell, severity: Severity) =>
    editDesign('Change the risk matrix', (design) => changeCell(design, likelihood, impact, severity), {
      key: `matrix ${likelihood} ${impact}`,
    })
  return (
    <div className="threat-page">
      <div className="panel-bar">
        {lead}
        <Segmented
          label="Which risk"
          value={standing}
          options={[
            { value: 'inherent', label: 'Inherent' },
            { value: 'residual', label: 'Residual' },
          ]}
          onChange={(next) => setStanding(next ?? standing)}
        />
        <Button tone="quiet" aria-pressed={editing} onClick={() => setEditing(!editing)}>
          {editing ? 'Done' : 'Change the matrix'}
        </Button>
        {isOwn ? (
          <Button
            tone="quiet"
            icon={RotateCcw}
            onClick={() => editDesign('Use the usual risk matrix', (design) => withMatrix(design, usualRiskMatrix))}
          >
            Back to the usual one
          </Button>
        ) : null}
        <span className="panel-bar-note">
          {editing
            ? 'Press a cell or + and − to change its severity.'
            : standing === 'inherent'
              ? 'Every threat, as if no control stood in its way.'
              : 'Open and accepted threats, after controls and decisions.'}
        </span>
      </div>
      <div className="threat-columns">
        <table className="risk-matrix" data-editing={editing}>
          <thead>
            <tr>
              <th scope="col" className="risk-corner">
                Likelihood
              </th>
              {steps.map((impact) => (
                <th key={impact} scope="col">
                  {impactOptions[impact - 1]?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.toReversed().map((likelihood) => (
              <tr key={likelihood}>
                <th scope="row">{likelihoodOptions[likelihood - 1]?.label}</th>
                {steps.map((impact) => {
                  const cell = { likelihood, impact }
                  const severity = matrix[likelihood - 1]?.[impact - 1] ?? 'low'
                  return (
                    <td key={impact}>
                      <MatrixCell
                        cell={cell}
                        severity={severity}
                        threats={inCell(cell)}
                        isChosen={isSameCell(cell, chosen)}
                        isReached={isSameCell(cell, chosen ?? worst)}
                        onPress={() => (editing ? setCell(cell, nextSeverity(severity)) : setPicked(cell))}
                        onFocus={() => setPicked(cell)}
                        onStep={(by) => editing && setCell(cell, stepSeverity(severity, by))}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <caption className="risk-caption">Impact</caption>
        </table>
        <CellThreats
          cell={chosen}
          threats={chosen === undefined ? none : inCell(chosen)}
          unrated={unrated}
          standing={standing}
        />
      </div>
    </div>
  )
}

interface MatrixCellProps {
  readonly cell: Cell
  readonly severity: Severity
  readonly threats: readonly Finding[]
  readonly isChosen: boolean
  /** The one cell that the tab key leads to. */
  readonly isReached: boolean
  readonly onPress: () => void
  readonly onFocus: () => void
  readonly onStep: (by: 1 | -1) => void
}

function MatrixCell({ cell, severity, threats, isChosen, isReached, onPress, onFocus, onStep }: MatrixCellProps) {
  const { likelihood, impact } = cell
  const count = threats.length === 1 ? '1 threat' : `${threats.length} threats`
  return (
    <button
      type="button"
      className="risk-cell"
      data-severity={severity}
      data-cell={`${likelihood} ${impact}`}
      aria-pressed={isChosen}
      tabIndex={isReached ? 0 : -1}
      aria-label={`Likelihood ${likelihood}, impact ${impact}: ${severity}, ${count}`}
      onClick={onPress}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === '+' || event.key === '=') onStep(1)
        else if (event.key === '-') onStep(-1)
        else walkCells(event, cell)
      }}
    >
      <SeverityMark severity={severity} size={10} />
      {threats.slice(0, 3).map((finding) => (
        <span key={finding.id} className="risk-chip" data-status={finding.status}>
          {shortName(finding)}
        </span>
      ))}
      {threats.length > 3 ? <span className="risk-chip">+{threats.length - 3}</span> : null}
    </button>
  )
}

interface CellThreatsProps {
  readonly cell: Cell | undefined
  readonly threats: readonly Finding[]
  readonly unrated: readonly Finding[]
  readonly standing: Standing
}

/** What stands in the chosen cell, and what nobody has rated. */
function CellThreats({ cell, threats, unrated, standing }: CellThreatsProps) {
  return (
    <ThreatSide label="Threats of the cell">
      {cell === undefined ? null : (
        <h3>
          Likelihood {cell.likelihood} × impact {cell.impact}, {standing}
        </h3>
      )}
      {threats.length === 0 ? (
        <p className="muted">{cell === undefined ? 'No threat stands in the matrix.' : 'No threat stands here.'}</p>
      ) : (
        <ThreatLinks threats={threats} />
      )}
      {unrated.length === 0 ? null : (
        <>
          <h3>Not rated</h3>
          <ThreatLinks threats={unrated} />
        </>
      )}
    </ThreatSide>
  )
}

function ThreatLinks({ threats }: { readonly threats: readonly Finding[] }) {
  const highlighted = useView((view) => view.highlighted?.id)
  return (
    <ul className="threat-links">
      {threats.map((finding) => (
        <li key={finding.id}>
          <button
            type="button"
            className="threat-link-line"
            aria-pressed={highlighted === finding.id}
            onClick={() => viewStore.getState().highlight(highlighted === finding.id ? undefined : finding)}
          >
            <SeverityMark severity={finding.severity} size={11} />
            <span className="threat-link-title">{finding.title}</span>
            <span className="faint">{shortName(finding)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function isSameCell(a: Cell, b: Cell | undefined): boolean {
  return a.likelihood === b?.likelihood && a.impact === b.impact
}

/** What a person wrote has no rule to be named by. */
function shortName(finding: Finding): string {
  return writtenBy(finding) ?? finding.rule
}

/** The arrows go from cell to cell. */
function walkCells(event: KeyboardEvent<HTMLElement>, { likelihood, impact }: Cell): void {
  const step = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
  if (step === undefined) return
  const [up = 0, right = 0] = step
  const next = `[data-cell="${likelihood + up} ${impact + right}"]`
  event.preventDefault()
  event.currentTarget.closest('table')?.querySelector<HTMLElement>(next)?.focus()
}
