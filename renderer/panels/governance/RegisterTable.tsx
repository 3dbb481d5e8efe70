import type { ThirdParties, ThirdPartyRow } from '../../../shared/governance/third-parties.ts'
import { registerAnswer } from '../../../shared/governance/third-parties.ts'
import { known } from '../../../shared/design/value.ts'
import { todayIso } from '../../store/today.ts'
import { Badge, EmptyState, TextField } from '../../ui/index.ts'
import { ElementChip, ElementChips } from '../ElementChips.tsx'
import { useDesign } from '../stores.ts'
import { saveWord } from './answer-edits.ts'

/** Services of others, who weighs most among them, and clouds that nobody named. */
export function RegisterTable({ register, by }: { readonly register: ThirdParties; readonly by: string }) {
  const { rows, concentration, unnamedClouds } = register
  if (rows.length === 0 && unnamedClouds.length === 0)
    return <EmptyState text="No service of others is drawn. A product on a component brings its vendor here." />
  return (
    <>
      <table className="panel-table governance-table">
        <thead>
          <tr>
            <th>Service</th>
            <th>Provider</th>
            <th>Functions</th>
            <th>Critical</th>
            <th>Data</th>
            <th>Region</th>
            <th>Subcontractor</th>
            <th>Exit</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.component}>
              <td>
                {row.service} <ElementChip id={row.component} />
              </td>
              <td>{row.provider ?? <Badge tone="unknown">not stated</Badge>}</td>
              <td className="muted">{row.functions.map(({ name }) => name).join(', ')}</td>
              <td>
                {row.critical === undefined ? (
                  <Badge tone="unknown">tier not stated</Badge>
                ) : row.critical ? (
                  <Badge tone="high">critical</Badge>
                ) : (
                  'no'
                )}
              </td>
              <td>{row.data.length === 0 ? null : <ElementChips ids={row.data} most={2} />}</td>
              <td className="nowrap">{row.region ?? <Badge tone="unknown">not stated</Badge>}</td>
              <Said row={row} field="subcontractor" by={by} />
              <Said row={row} field="exit" by={by} />
            </tr>
          ))}
          {unnamedClouds.map((region) => (
            <tr key={region}>
              <td>Public cloud</td>
              <td>
                <Badge tone="unknown">not stated</Badge>
              </td>
              <td className="muted" colSpan={3}>
                Components stand there; name the product of one of them.
              </td>
              <td className="nowrap">{region}</td>
              <td className="faint">–</td>
              <td className="faint">–</td>
            </tr>
          ))}
        </tbody>
      </table>
      {concentration.length === 0 ? null : (
        <table className="panel-table governance-table governance-narrow">
          <thead>
            <tr>
              <th>Concentration</th>
              <th className="number">Services</th>
              <th className="number">Of the functions</th>
              <th className="number">Of the spend</th>
            </tr>
          </thead>
          <tbody>
            {concentration.map(({ provider, services, shareOfFunctions, shareOfSpend }) => (
              <tr key={provider}>
                <td>{provider}</td>
                <td className="number">{services}</td>
                <td className="number">{percent(shareOfFunctions)}</td>
                <td className="number">{shareOfSpend === undefined ? 'not priced' : percent(shareOfSpend)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

const fieldWords = { subcontractor: 'Subcontractor', exit: 'Exit' } as const

/** A word of a person; for the exit, what the drawing knows stands in its place. */
function Said({
  row,
  field,
  by,
}: {
  readonly row: ThirdPartyRow
  readonly field: 'subcontractor' | 'exit'
  readonly by: string
}) {
  const key = registerAnswer(row.component, field)
  const value = useDesign((design) => known(design.answers?.[key]?.value))
  return (
    <td className="governance-input">
      <TextField
        quiet
        aria-label={`${fieldWords[field]}: ${row.service}`}
        value={typeof value === 'string' ? value : ''}
        placeholder={row[field] ?? 'not stated'}
        onCommit={(text) => saveWord(key, text.trim() === '' ? undefined : text.trim(), by, todayIso())}
      />
    </td>
  )
}
