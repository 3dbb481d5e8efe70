import { expect, it } from 'vitest'
import { heading, table } from '../../blocks.ts'
import { workbookOf } from './outline-workbook.ts'
import { sheetName } from './workbook.ts'

const columns = ['Item', 'State', 'Shown']

it('has tables of the same columns on one sheet, with what each stood under', () => {
  const { sheets } = workbookOf({
    id: 'test',
    title: 'Test',
    subtitle: 'Checklist',
    authors: [],
    date: '2026-11-21',
    footer: '',
    blocks: [
      heading(2, 'Cost: 1 of 2'),
      table(columns, [['a', 'done', 'drawn']]),
      heading(2, 'Signed'),
      table(['Name'], [['x']]),
      heading(2, 'People: 0 of 1'),
      table([...columns, 'Owner'], [['b', 'open', 'missing', 'Ann']]),
    ],
  })
  expect(sheets.map(({ name }) => name)).toEqual(['About', 'Checklist', 'Signed'])
  const words = sheets[1]?.rows
    .slice(1)
    .map((row) => row.map((cell) => (cell !== undefined && 'text' in cell ? cell.text : '')))
  expect(words).toEqual([
    ['Part', 'Item', 'State', 'Shown', 'Owner'],
    ['Cost', 'a', 'done', 'drawn', ''],
    ['People', 'b', 'open', 'missing', 'Ann'],
  ])
})

it('computes with columns of figures, and leaves editions and names of digits the words that they are', () => {
  const { sheets } = workbookOf({
    id: 'test',
    title: 'Test',
    authors: [],
    date: '2026-11-21',
    footer: '',
    blocks: [table(['Framework', 'Edition', { title: 'Open', align: 'right' }], [['NIST AI RMF', '1.0', '12']])],
  })
  expect(sheets[1]?.rows.at(-1)).toEqual([{ text: 'NIST AI RMF' }, { text: '1.0' }, { number: 12 }])
})

it('names sheets within what Excel takes, each once', () => {
  const name = 'Production-readiness checklist'
  expect(sheetName(name, new Set())).toBe(name)
  const second = sheetName(name, new Set([name.toUpperCase()]))
  expect(second).toMatch(/ 2$/)
  expect(second.length).toBeLessThanOrEqual(31)
})

it('cuts the name of a sheet where a clause or a word ends', () => {
  expect(sheetName('Control mapping, indicative assessment', new Set())).toBe('Control mapping')
  expect(sheetName('Everything that was measured in March', new Set())).toBe('Everything that was measured in')
  expect(sheetName('x'.repeat(40), new Set())).toBe('x'.repeat(31))
})

it('names a sheet after a short caption, and keeps the heading above it', () => {
  const { sheets } = workbookOf({
    id: 'test',
    title: 'Test',
    authors: [],
    date: '2026-11-21',
    footer: '',
    blocks: [heading(2, '16 of 41 lines are done'), table(['Gate'], [['Cost']], 'The gates in short')],
  })
  expect(sheets[1]?.name).toBe('The gates in short')
  expect(sheets[1]?.rows[0]).toEqual([{ text: '16 of 41 lines are done', look: 'note' }])
  expect(sheets[0]?.rows.at(-1)).toEqual([{ text: 'The gates in short' }, { text: 'one row: 16 of 41 lines are done' }])
})
