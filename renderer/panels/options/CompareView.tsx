import { useMemo, useState } from 'react'
import type { Comparison } from '../../../shared/options/compare.ts'
import { type Side, sideName, sidesOf } from '../../../shared/options/outcome.ts'
import { useDesignState } from '../../store/design-store.ts'
import { VerdictMark } from '../../ui/index.ts'
import { requirementTitle } from '../requirements/requirement-edits.ts'
import { CompareHead } from './CompareHead.tsx'
import { DrawingCell } from './DrawingCell.tsx'
import { FigureCell } from './FigureCell.tsx'
import { FindingsCell } from './FindingsCell.tsx'
import { useComparison } from './use-outcomes.ts'

/** Base, options and phases beside one another: all against the first. */
export function CompareView() {
  const document = useDesignState((state) => state.document)
  const all = useMemo(() => sidesOf(document), [document])
  const [hidden, setHidden] = useState<ReadonlySet<Side>>(new Set())
  const [first, setFirst] = useState<Side>(null)
  const reference = all.includes(first) ? first : null
  const sides = useMemo(
    () => [reference, ...all.filter((side) => side !== reference && !hidden.has(side))],
    [all, hidden, reference],
  )
  const comparison = useComparison(document, sides)
  const toggle = (side: Side): void =>
    setHidden((before) => {
      const after = new Set(before)
      if (!after.delete(side)) after.add(side)
      return after
    })
  return (
    <>
      {all.length > 2 ? (
        <fieldset className="compare-choice">
          <legend>Beside {sideName(document, reference)}</legend>
          {all
            .filter((side) => side !== reference)
            .map((side) => (
              <label key={side ?? ' base'}>
                <input type="checkbox" checked={!hidden.has(side)} onChange={() => toggle(side)} />
                {sideName(document, side)}
              </label>
            ))}
        </fieldset>
      ) : null}
      <table className="panel-table compare-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What is compared</span>
            </th>
            {sides.map((side) => (
              <CompareHead key={side ?? ' base'} side={side} isFirst={side === reference} onFirst={setFirst} />
            ))}
          </tr>
        </thead>
        <tbody>
          <FigureRows comparison={comparison} />
          <RequirementRows comparison={comparison} />
          <DifferenceRows comparison={comparison} />
        </tbody>
      </table>
    </>
  )
}

interface Rows {
  readonly comparison: Comparison
}

function FigureRows({ comparison: { figures, sides } }: Rows) {
  if (figures.length === 0) {
    return (
      <tr>
        <td colSpan={sides.length + 1} className="muted">
          Working out the numbers...
        </td>
      </tr>
    )
  }
  return figures.map(({ id, label, unit, per, cells }) => (
    <tr key={id} className="panel-row">
      <th scope="row">{label}</th>
      {cells.map((cell, column) => (
        <td key={sides[column]?.side ?? ' base'}>
          <FigureCell figure={cell} unit={unit} per={per} />
        </td>
      ))}
    </tr>
  ))
}

function RequirementRows({ comparison: { requirements, sides } }: Rows) {
  const document = useDesignState((state) => state.document)
  if (requirements.length === 0) return null
  return (
    <>
      <SectionRow title="Requirements" columns={sides.length} />
      {requirements.map(({ requirement, verdicts }) => {
        const stated = document.requirements?.find(({ id }) => id === requirement)
        return (
          <tr key={requirement} className="panel-row">
            <th scope="row">{stated === undefined ? 'A requirement' : requirementTitle(stated)}</th>
            {verdicts.map((verdict, column) => (
              <td key={sides[column]?.side ?? ' base'}>
                {verdict === undefined ? <span className="faint">–</span> : <VerdictMark verdict={verdict} />}
              </td>
            ))}
          </tr>
        )
      })}
    </>
  )
}

function DifferenceRows({ comparison: { findings, threats, elements, sides } }: Rows) {
  return (
    <>
      <SectionRow title="What differs" columns={sides.length} />
      <tr className="compare-lists">
        <th scope="row">Findings</th>
        {findings.map((each, column) => (
          <td key={sides[column]?.side ?? ' base'}>
            <FindingsCell findings={each} isFirst={column === 0} />
          </td>
        ))}
      </tr>
      <tr className="compare-lists">
        <th scope="row">Threats</th>
        {threats.map((each, column) => (
          <td key={sides[column]?.side ?? ' base'}>
            <FindingsCell findings={each} isFirst={column === 0} />
          </td>
        ))}
      </tr>
      <tr className="compare-lists">
        <th scope="row">Drawing</th>
        {elements.map((changes, column) => (
          <td key={sides[column]?.side ?? ' base'}>
            <DrawingCell changes={changes} isFirst={column === 0} />
          </td>
        ))}
      </tr>
    </>
  )
}

function SectionRow({ title, columns }: { readonly title: string; readonly columns: number }) {
  return (
    <tr className="compare-section">
      <th scope="colgroup" colSpan={columns + 1}>
        {title}
      </th>
    </tr>
  )
}
