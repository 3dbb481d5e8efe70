import { useMemo } from 'react'
import type { Decision, Id } from '../../../shared/design/design.ts'
import { everyCriterion } from '../../../shared/decisions/criteria.ts'
import { type Matrix, weighOptions } from '../../../shared/decisions/matrix.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { recommend, risksOf, scoreWords } from '../../../shared/decisions/recommend.ts'
import type { Sensitivity } from '../../../shared/decisions/sensitivity.ts'
import { useDesignState } from '../../store/design-store.ts'
import { Badge, NumberField, SeverityMark, TextField } from '../../ui/index.ts'
import { setWeight } from './decision-edits.ts'
import { MatrixCellView } from './MatrixCellView.tsx'
import { useSideOutcomes } from './use-chosen-outcome.ts'

/** The weighted matrix of a decision: what engines know of each option, what people judge, and what follows. */
export function MatrixView({ decision }: { readonly decision: Decision }) {
  const document = useDesignState((state) => state.document)
  const outcomes = useSideOutcomes()
  const matrix = useMemo(() => weighOptions(decision, document, outcomes), [decision, document, outcomes])
  return (
    <div className="matrix">
      <p className="matrix-says">{typographic(recommend(matrix))}</p>
      <MatrixTable decision={decision} matrix={matrix} />
      <TextField
        className="matrix-new"
        aria-label="Another criterion"
        placeholder="Another criterion, in words"
        value=""
        adds
        onCommit={(words) => (words.trim() === '' ? undefined : setWeight(decision.id, words.trim(), 1))}
      />
      <p className="faint small">
        Scores go from 1 to 5; 3 just meets what is asked. Engines score by the distance from the target; an option that
        misses a must is out.
      </p>
      <Risks decision={decision} risks={risksOf(decision, outcomes)} />
      {matrix.questions.length === 0 ? null : (
        <section aria-label="Open questions">
          <h4 className="decision-sub">Open questions</h4>
          <ul className="matrix-questions">
            {matrix.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function MatrixTable({ decision, matrix }: { readonly decision: Decision; readonly matrix: Matrix }) {
  const document = useDesignState((state) => state.document)
  const { criteria, cells, options, ranking, first, sensitivity } = matrix
  return (
    <table className="panel-table matrix-table">
      <thead>
        <tr>
          <th scope="col">Criterion</th>
          <th scope="col">Weight</th>
          {options.map(({ option, title, knockedOutBy }) => (
            <th key={option} scope="col" data-out={knockedOutBy.length > 0}>
              {title} {option === first ? <Badge tone="pass">First</Badge> : null}
              {knockedOutBy.length > 0 ? <Badge tone="fail">Out</Badge> : null}
            </th>
          ))}
          <th scope="col">First place holds</th>
        </tr>
      </thead>
      <tbody>
        {everyCriterion(decision, document).map((criterion) => {
          const row = criteria.findIndex(({ id }) => id === criterion.id)
          return (
            <tr key={criterion.id} className="panel-row" data-left-out={row < 0}>
              <th scope="row">
                {criterion.title} {criterion.isMust ? <span className="matrix-must">must</span> : null}
              </th>
              <td>
                <NumberField
                  className="matrix-weight"
                  label={`Weight of ${criterion.title}`}
                  value={criterion.weight}
                  min={0}
                  onCommit={(weight) => setWeight(decision.id, criterion.id, weight)}
                />
              </td>
              {options.map(({ option }, column) => (
                <td key={option}>
                  {row < 0 ? (
                    <span className="faint">left out</span>
                  ) : (
                    <MatrixCellView
                      decision={decision}
                      option={option}
                      criterion={criterion}
                      cell={cells[row]?.[column]}
                    />
                  )}
                </td>
              ))}
              <td className="muted small">{holdsWords(sensitivity[row], ranking.length)}</td>
            </tr>
          )
        })}
        <tr className="matrix-total">
          <th scope="row" colSpan={2}>
            Weighted mean
          </th>
          {options.map((option) => (
            <td key={option.option} data-out={option.knockedOutBy.length > 0}>
              <span className="strong">{scoreWords(option, options)}</span>
              <span className="muted small"> {placeWords(option.option, matrix)}</span>
            </td>
          ))}
          <td className="muted small">of 5</td>
        </tr>
      </tbody>
    </table>
  )
}

function holdsWords(sensitivity: Sensitivity | undefined, standing: number): string {
  if (sensitivity === undefined || standing < 2) return ''
  const { below, above } = sensitivity
  const round = (weight: number): number => Math.round(weight * 100) / 100
  if (below === undefined && above === undefined) return 'at any weight'
  if (below === undefined) return `below ${round(above ?? 0)}`
  return above === undefined ? `above ${round(below)}` : `from ${round(below)} to ${round(above)}`
}

function placeWords(option: Id, { ranking, options, questions }: Matrix): string {
  const out = options.find((each) => each.option === option)?.knockedOutBy ?? []
  if (out.length > 0) return `out: ${out.join(', ')}`
  if (questions.length > 0) return ''
  const place = ranking.indexOf(option) + 1
  return place === 0 ? '' : `place ${place}`
}

function Risks({ decision, risks }: { readonly decision: Decision; readonly risks: ReturnType<typeof risksOf> }) {
  if (risks.length === 0) return null
  return (
    <section aria-label="Risks">
      <h4 className="decision-sub">Risks</h4>
      {decision.options.map(({ id, title }) => {
        const own = risks.filter(({ option }) => option === id)
        if (own.length === 0) return null
        return (
          <div key={id} className="matrix-risks">
            <span className="strong">{title}</span>
            <ul>
              {own.map(({ risk, mitigation, severity }) => (
                <li key={risk}>
                  {severity === undefined ? null : <SeverityMark severity={severity} />} {risk}
                  {mitigation === undefined ? null : <span className="muted"> {mitigation}</span>}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}
