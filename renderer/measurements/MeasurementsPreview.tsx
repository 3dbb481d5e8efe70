import type { Id } from '../../shared/design/design.ts'
import type { MeasuredField, MeasurementReading } from '../../shared/estimate/measurements/match-measurements.ts'
import { typographic } from '../../shared/design/typographic.ts'
import { standingWords } from '../../shared/kinds/formula/standing.ts'
import { formatValue } from '../panels/estimate/input-words.ts'

interface PreviewProps {
  readonly reading: MeasurementReading
  readonly nameOf: (id: Id) => string
}

/** What was not understood, with the line and what to do, above a long table; and what was, before and after. */
export function MeasurementsPreview({ reading: { fields, problems }, nameOf }: PreviewProps) {
  return (
    <div className="measurements-result" aria-live="polite">
      {problems.length === 0 ? null : (
        <ul className="measurements-problems" aria-label="What could not be used">
          {problems.map(({ sentence, level }) => (
            <li key={sentence} data-level={level}>
              {typographic(sentence)}
            </li>
          ))}
        </ul>
      )}
      {fields.length === 0 ? null : (
        <table className="ui-records measurements-table">
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Field</th>
              <th scope="col" className="number">
                Now
              </th>
              <th scope="col" className="number">
                Measured
              </th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <Row key={`${field.component}/${field.field}`} field={field} name={nameOf(field.component)} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Row({ field, name }: { readonly field: MeasuredField; readonly name: string }) {
  const { label, unit, before, after, note } = field
  const { value, low, high, source, asOf } = after
  const band = low === undefined || high === undefined ? '' : `${formatValue(low, unit)} to ${formatValue(high, unit)}`
  return (
    <tr>
      <td>{name}</td>
      <td>
        {label}
        {note === undefined ? null : <span className="measurements-note">{note}</span>}
      </td>
      <td className="muted number">
        {before === undefined ? 'nothing' : formatValue(before.value, unit)}
        {before?.standing === undefined ? null : (
          <span className="measurements-note">{standingWords[before.standing]}</span>
        )}
      </td>
      <td className="number">
        <strong>{formatValue(value, unit)}</strong>
        {band === '' ? null : <span className="measurements-note">{band}</span>}
      </td>
      <td className="muted">
        {source}
        <span className="measurements-note">{asOf}</span>
      </td>
    </tr>
  )
}
