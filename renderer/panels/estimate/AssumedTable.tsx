import type { AssumedInput } from '../../../shared/estimate/estimate.ts'
import { LinkButton } from '../../ui/index.ts'
import { ElementChip } from '../ElementChips.tsx'
import { formatNumber } from '../../ui/numbers.ts'
import { viewStore } from '../stores.ts'
import { fromWords } from './input-words.ts'

/** Numbers in use that nobody stated, those that can move the result most first. */
export function AssumedTable({ assumed }: { readonly assumed: readonly AssumedInput[] }) {
  if (assumed.length === 0)
    return <p className="panel-empty-line">Every number in this estimate was stated by somebody.</p>
  return (
    <table className="panel-table">
      <thead>
        <tr>
          <th>Input</th>
          <th>On</th>
          <th className="number">Value</th>
          <th className="number">Likely between</th>
          <th>From</th>
          <th>Source</th>
          <th>Date</th>
        </tr>
      </thead>
      <tbody>
        {assumed.map((input) => (
          <tr key={`${input.on} ${input.field}`} className="panel-row">
            <td>
              <LinkButton onClick={() => viewStore.getState().select([input.on])}>{input.label}</LinkButton>
            </td>
            <td>
              <ElementChip id={input.on} />
            </td>
            <td className="number">
              {formatNumber(input.value, 6)} <span className="faint">{input.unit === 'count' ? '' : input.unit}</span>
            </td>
            <td className="number muted">
              {input.low === undefined || input.high === undefined
                ? '–'
                : `${formatNumber(input.low, 4)}–${formatNumber(input.high, 4)}`}
            </td>
            <td className="muted">{fromWords[input.provenance.from]}</td>
            <td className="muted panel-source">{input.provenance.source ?? '–'}</td>
            <td className="muted">{input.provenance.asOf ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
