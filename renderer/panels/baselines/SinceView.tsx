import { useMemo } from 'react'
import type { Baseline } from '../../../shared/design/design.ts'
import {
  alikeFindings,
  compareBaseline,
  type FigureSince,
  type FindingSince,
} from '../../../shared/baselines/compare.ts'
import { outcomeOf } from '../../../shared/options/outcome.ts'
import { useDesignState } from '../../store/design-store.ts'
import { BandNumber } from '../BandNumber.tsx'
import { DrawingCell } from '../options/DrawingCell.tsx'
import { formatSince } from '../../../shared/kinds/figures/number-format.ts'
import { formatRough, formatterFor } from '../quantities.ts'
import { useAnalysis } from '../stores.ts'

/** What has changed since it was frozen: numbers, findings and threats, and the drawing. */
export function SinceView({ baseline }: { readonly baseline: Baseline }) {
  const document = useDesignState((state) => state.document)
  const analysis = useAnalysis((present) => present)
  const since = useMemo(
    () => compareBaseline(document, baseline, analysis === undefined ? undefined : outcomeOf(analysis)),
    [document, baseline, analysis],
  )
  const moved = since.figures.filter(({ delta, band, was }) => delta !== 0 && (band !== undefined || was !== undefined))
  return (
    <section aria-label="Since then">
      <h4 className="decision-sub">Since then</h4>
      {moved.length === 0 ? (
        <p className="muted">No number has moved.</p>
      ) : (
        <table className="panel-table since-table">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Then</th>
              <th scope="col">Now</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {moved.map((figure) => (
              <FigureRow key={figure.id} figure={figure} />
            ))}
          </tbody>
        </table>
      )}
      <FindingList title="Findings" findings={since.findings.filter(({ isThreat }) => !isThreat)} />
      <FindingList title="Threats" findings={since.findings.filter(({ isThreat }) => isThreat)} />
      <h5 className="since-title">Drawing and records</h5>
      {since.elements.length === 0 ? (
        <p className="muted">Nothing has changed.</p>
      ) : (
        <DrawingCell changes={since.elements} isFirst={false} />
      )}
    </section>
  )
}

function FigureRow({ figure: { label, unit, per, was, band, isWithinBand, why } }: { readonly figure: FigureSince }) {
  const since = was === undefined || band === undefined ? undefined : formatSince(was, band, formatterFor(unit))
  return (
    <tr className="panel-row">
      <th scope="row">{label}</th>
      <td>{was === undefined ? <span className="faint">not known</span> : (since?.was ?? formatRough(was, unit))}</td>
      <td>
        {band === undefined ? (
          <span className="muted">{why}</span>
        ) : (
          <BandNumber band={band} unit={unit} {...(per === undefined ? {} : { per })} />
        )}
      </td>
      <td>
        {since === undefined ? (
          <span className="faint">–</span>
        ) : (
          <>
            {since.difference}
            {isWithinBand === true ? <span className="muted small"> within the band</span> : null}
          </>
        )}
      </td>
    </tr>
  )
}

const signs = { new: '+', gone: '−', changed: '~' } as const

function FindingList({ title, findings }: { readonly title: string; readonly findings: readonly FindingSince[] }) {
  return (
    <>
      <h5 className="since-title">{title}</h5>
      {findings.length === 0 ? (
        <p className="muted">The same.</p>
      ) : (
        <ul className="compare-list">
          {alikeFindings(findings).map(({ id, rule, title: name, change, was, is, severity, count }) => (
            <li key={id}>
              <span aria-hidden className="compare-sign">
                {signs[change]}
              </span>
              <span>
                <span className="faint">
                  {change}, {rule}
                </span>{' '}
                {name}
                {count === 1 ? '' : `, in ${count} places`}{' '}
                <span className="muted">{change === 'changed' ? `${was ?? ''} → ${is ?? ''}` : severity}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
