import { standingWords } from '../../kinds/formula/standing.ts'
import type { DocumentContext } from '../document.ts'
import type { Cell, Sheet } from '../writers/xlsx/workbook.ts'

const heads = ['Number', 'Of', 'Value', 'Low', 'High', 'Unit', 'Standing', 'Source', 'As of', 'Moves a headline by']

/** Every number that the estimate rests on, what matters most first, and what people assumed in words. */
export function assumptionsSheet({ analysis, design, graph }: DocumentContext): Sheet {
  const entries = analysis.estimate.ledger.filter(({ missing }) => missing !== true)
  const number = (value: number | undefined): Cell =>
    value === undefined || !Number.isFinite(value) ? { text: '' } : { number: value }
  const stated = (design.assumptions ?? []).map(({ statement, status, owner }): readonly Cell[] => [
    { text: statement },
    { text: status },
    { text: owner ?? '' },
  ])
  const rows: (readonly Cell[])[] = [
    [{ text: 'What the estimate rests on, what moves it most first', look: 'note' }],
    heads.map((text): Cell => ({ text, look: 'head' })),
    ...entries.map((entry): readonly Cell[] => [
      { text: entry.label },
      { text: entry.on === undefined ? '' : graph.name(entry.on) },
      number(entry.value),
      number(entry.low),
      number(entry.high),
      { text: entry.unit },
      { text: standingWords[entry.standing] },
      { text: entry.provenance.source ?? entry.provenance.from },
      { text: entry.provenance.asOf ?? '' },
      { number: entry.influence > 0 ? entry.influence : 0, look: 'share' },
    ]),
  ]
  if (stated.length > 0)
    rows.push(
      [],
      ['Assumption', 'Status', 'Owner'].map((text): Cell => ({ text, look: 'head' })),
      ...stated,
    )
  return {
    name: 'Assumptions',
    widths: [40, 26, 14, 14, 14, 20, 16, 56, 14, 16],
    rows,
    headRow: 1,
  }
}
