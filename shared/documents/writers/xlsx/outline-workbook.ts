import type { Block, Inline, Outline, Text } from '../../outline.ts'
import { countOf } from '../../text/numbers.ts'
import { officeChart } from '../ooxml/floating-bars.ts'
import type { Cell, Sheet, SheetChart, Workbook } from './workbook.ts'
import { sheetName } from './workbook.ts'

const plainOf = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.text)
const wordsOf = (text: Text): string => text.map(plainOf).join('')

/**
 * One sheet for each table and chart, named after its caption where that is short, else the heading above it; a first sheet says what they are.
 * Tables of the same columns, one under each heading, are one sheet: a workbook is filtered, not leafed through.
 */
export function workbookOf(outline: Outline): Workbook {
  const sheets: Sheet[] = []
  const taken = new Set<string>(['About'])
  let heading = outline.title
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'heading') heading = block.text
      if (block.type === 'slide') {
        heading = block.title
        visit(block.blocks)
      }
      const sheet = sheetOf(block, heading, taken)
      if (sheet === undefined) continue
      taken.add(sheet.name)
      sheets.push(sheet)
    }
  }
  visit(withJoinedTables(outline.blocks, outline.subtitle ?? outline.title))
  return { sheets: [about(outline, sheets), ...sheets] }
}

type Table = Extract<Block, { type: 'table' }>

interface TablePart {
  readonly table: Table
  readonly under: string
}

/**
 * Tables of the same columns as one, under `name` and in the place of the first, with what each stood under. A column
 * that only some of them have stays empty for the others.
 */
function withJoinedTables(blocks: readonly Block[], name: string): readonly Block[] {
  const alike = new Map<string, TablePart[]>()
  let under = name
  for (const block of blocks) {
    if (block.type === 'heading') under = block.text
    if (block.type !== 'table') continue
    const part = { table: block, under: under.split(': ')[0] ?? under }
    alike.set(keyOf(block), [...(alike.get(keyOf(block)) ?? []), part])
  }
  return blocks.flatMap((block): readonly Block[] => {
    const group = block.type === 'table' ? (alike.get(keyOf(block)) ?? []) : []
    if (group.length < 2) return [block]
    return group[0]?.table === block ? [{ type: 'heading', level: 2, text: name }, joined(group, name)] : []
  })
}

function joined(group: readonly TablePart[], caption: string): Table {
  const columns = [...new Map(group.flatMap(({ table }) => table.columns.map((each) => [each.title, each]))).values()]
  const rows = group.flatMap(({ table, under }) => {
    const places = columns.map(({ title }) => table.columns.findIndex((each) => each.title === title))
    return table.rows.map((row): readonly Text[] => [[under], ...places.map((place) => row[place] ?? [])])
  })
  // As wide as the others are on average: headings are no shorter than what stands under them.
  const width = columns.reduce((sum, each) => sum + (each.width ?? 1), 0) / Math.max(1, columns.length)
  return { type: 'table', columns: [{ title: 'Part', width }, ...columns], rows, caption }
}

/** Tables that begin with the same three columns say the same of different things. */
function keyOf({ columns }: Table): string {
  return JSON.stringify(columns.slice(0, 3).map(({ title }) => title))
}

function about(outline: Outline, sheets: readonly Sheet[]): Sheet {
  const facts = [
    ['Client', outline.client],
    ['Authors', outline.authors.join(', ')],
    ['Date', outline.date],
    ['Design', outline.designHash],
    ['Note', outline.footer],
  ].flatMap(([label = '', value]): (readonly Cell[])[] =>
    value === undefined || value === '' ? [] : [[{ text: label, look: 'label' }, { text: value }]],
  )
  return {
    name: 'About',
    widths: [32, 90],
    rows: [
      [{ text: outline.title, look: 'title' }],
      [],
      ...facts,
      [],
      [
        { text: 'Sheet', look: 'head' },
        { text: 'What it holds', look: 'head' },
      ],
      ...sheets.map(({ name, rows, headRow = 0 }): readonly Cell[] => [
        { text: name },
        { text: `${countOf(Math.max(0, rows.length - headRow - 1), 'row')}${contentsOf(rows, name)}` },
      ]),
    ],
  }
}

/** What stands above the head of a sheet, if it says more than its name. */
function contentsOf([first]: Sheet['rows'], name: string): string {
  const note = first?.[0]
  return note === undefined || !('text' in note) || note.text === name ? '' : `: ${note.text}`
}

/** A caption that is a name, not a sentence. */
const isName = (caption: string): boolean => Array.from(caption).length <= 31

function sheetOf(block: Block, heading: string, taken: ReadonlySet<string>): Sheet | undefined {
  if (block.type === 'table') {
    const { columns, rows, caption } = block
    const total = columns.reduce((sum, { width = 1 }) => sum + width, 0)
    return {
      name: sheetName(caption !== undefined && isName(caption) ? caption : heading, taken),
      widths: columns.map(({ width = 1 }) =>
        Math.max(12, Math.round((width / total) * Math.min(160, 24 * columns.length))),
      ),
      rows: [
        [{ text: caption === undefined || isName(caption) ? heading : caption, look: 'note' }],
        columns.map(({ title }): Cell => ({ text: title, look: 'head' })),
        ...rows.map((row) => columns.map(({ align }, index) => cellOf(row[index] ?? [], align === 'right'))),
      ],
      headRow: 1,
      filter: true,
    }
  }
  if (block.type !== 'chart') return undefined
  const { chart, caption } = block
  const { categories, series } = officeChart(chart, false)
  const name = sheetName(heading, taken)
  const drawn: SheetChart = {
    chart,
    title: caption,
    data: { sheet: name, row: 1, column: 0 },
    at: { column: series.length + 2, row: 1, columns: 10, rows: 22 },
  }
  return {
    name,
    widths: [30, ...series.map(() => 16)],
    rows: [
      [{ text: `${caption} (${chart.unit})`, look: 'note' }],
      [undefined, ...series.map((each): Cell => ({ text: each.name, look: 'head' }))],
      ...categories.map((category, index): readonly Cell[] => [
        { text: category },
        ...series.map(({ values }): Cell => ({ number: values[index] ?? 0 })),
      ]),
    ],
    headRow: 1,
    charts: [drawn],
  }
}

/** A cell of a column of figures that is a number and nothing else is one; an edition such as "2023" is text. */
function cellOf(text: Text, isFigure: boolean): Cell {
  const words = wordsOf(text)
  const url = text.find((inline) => typeof inline !== 'string' && inline.type === 'link')
  const plain = words.replaceAll('\u00a0', '')
  if (isFigure && /^-?\d{1,15}(\.\d+)?$/.test(plain) && !/^-?0\d/.test(plain)) return { number: Number(plain) }
  return {
    text: words,
    ...(isFigure ? { look: 'figure' } : {}),
    ...(url !== undefined && typeof url !== 'string' && url.type === 'link' ? { url: url.url } : {}),
  }
}
