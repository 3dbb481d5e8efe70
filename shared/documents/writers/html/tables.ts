import { textWidth } from '../../../layout/text-width.ts'
import type { Block, Column, Inline, Text } from '../../outline.ts'
import type { CellNeed } from '../column-widths.ts'
import { columnWidths, widestWord } from '../column-widths.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { standsInPairs, staysTogether } from '../page-breaks.ts'
import { inlines } from './inlines.ts'
import { printType } from './print-type.ts'

type TableBlock = Extract<Block, { readonly type: 'table' }>

/** The rows of all tables that have the same columns, by {@link columnsKey}. */
export function rowsByColumns(blocks: readonly Block[]): ReadonlyMap<string, readonly (readonly Text[])[]> {
  const found = new Map<string, (readonly Text[])[]>()
  for (const block of blocks) {
    if (block.type !== 'table') continue
    const key = columnsKey(block)
    found.set(key, [...(found.get(key) ?? []), ...block.rows])
  }
  return found
}

export function columnsKey({ columns }: TableBlock): string {
  return columns.map(({ title, width }) => `${title}\t${width ?? 1}`).join('\n')
}

/** A table of fewer columns stands on a phone as it is. */
const fewestStacked = 3

/** What a table is called for those who hear it, and its caption. */
export interface TableTitle {
  readonly id: string
  readonly caption: string
}

/**
 * A table with its head, which is printed again on every page, and columns as wide as their words need. `alike`: the rows
 * of all tables with these columns, which stand under each other with the same widths.
 */
export function tableHtml(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  {
    title,
    alike = rows,
  }: { readonly title?: TableTitle | undefined; readonly alike?: readonly (readonly Text[])[] | undefined },
): string {
  const align = (column: Column): string => (column.align === 'right' ? ' class="right"' : '')
  const stacks = columns.length >= fewestStacked
  // On a phone each cell stands under the last, with the head of its column before it.
  const nameOf = ({ title: of }: Column): string => (stacks ? ` data-of="${escapeMarkup(of)}"` : '')
  const widths = tableWidths(columns, alike).map((each) => `<col style="width: ${percent(each / printType.width)}">`)
  const head = columns.map((column) => `<th scope="col"${align(column)}>${escapeMarkup(column.title)}</th>`).join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${columns.map((column, index) => `<td${align(column)}${nameOf(column)}>${inlines(row[index] ?? [])}</td>`).join('')}</tr>`,
    )
    .join('\n')
  // Not a caption element: printing would leave it, or half of it, at the end of the page before.
  const caption = title === undefined ? '' : `<p class="caption" id="${title.id}">${escapeMarkup(title.caption)}</p>`
  const named = title === undefined ? '' : ` aria-labelledby="${title.id}"`
  const classes = [...(staysTogether(rows) ? ['together'] : []), ...(stacks ? ['stacks'] : [])]
  const looks = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
  return `${caption}<table${named}${looks}><colgroup>${widths.join('')}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
}

export function factTable(rows: readonly { readonly label: string; readonly value: Text }[]): string {
  const body = rows.map(
    ({ label, value }) => `<tr><th scope="row">${escapeMarkup(label)}</th><td>${inlines(value)}</td></tr>`,
  )
  const short = standsInPairs(rows) ? ' short' : ''
  const together = staysTogether(rows.map(({ value }) => [value])) ? ' together' : ''
  return `<table class="facts${short}${together}"><tbody>${body.join('')}</tbody></table>`
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`

/** Inter runs wider than what is measured, and columns are rounded. */
const slack = 1.06

/** The widths of a table's columns on paper, in points. */
export function tableWidths(columns: readonly Column[], rows: readonly (readonly Text[])[]): readonly number[] {
  return columnWidths(columns, rows, printType.width, needOf)
}

function needOf(cell: Text, { align }: Column, isHead: boolean): CellNeed {
  const { table } = printType
  const side = table.side + (align === 'right' ? table.afterNumber : 0)
  const line = cell.reduce((sum, inline) => sum + lineOf(inline, isHead), 0)
  return { word: Math.max(0, ...cell.map(widestPart)) * slack + side, line: line * slack + side }
}

function lineOf(inline: Inline, isHead: boolean): number {
  if (typeof inline === 'string') return textWidth(inline, printType.table.size, isHead)
  return inline.type === 'badge' ? badgeWidth(inline.text) : textWidth(inline.text, printType.table.size, true)
}

/** What stands in one line whatever happens; taken for bold, as it may be. */
function widestPart(inline: Inline): number {
  if (typeof inline !== 'string' && inline.type === 'badge') return badgeWidth(inline.text)
  const words = typeof inline === 'string' ? inline : inline.text
  return widestWord(words, (word) => textWidth(word, printType.table.size, true))
}

/** A badge has one line, a smaller type and room at its sides. */
function badgeWidth(words: string): number {
  const { table, badge } = printType
  return textWidth(words, table.size * badge.share, true) + badge.around
}
