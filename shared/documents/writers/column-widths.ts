import type { Column, Text } from '../outline.ts'

/** Rows that are looked at for what a column holds. */
const mostMeasured = 200

/** Words part at blanks, where a writer allows it, and after hyphens that no number follows: "P-02" is one word. */
const parting = /[ \t\n\u200b]+|-+(?!\p{N})/u

/** The widest part of a text that no line breaks. */
export function widestWord(words: string, widthOf: (word: string) => number): number {
  return Math.max(0, ...words.split(parting).map(widthOf))
}

/** What a cell needs in width so that no word of it breaks, and to stand in one line; with the room at its sides. */
export interface CellNeed {
  readonly word: number
  readonly line?: number
}

/**
 * The columns' shares of the width, in its unit: as their weights say, but none wider than its longest line, while others
 * have use for it, and none so narrow that a word in it would break, while there is room.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Text[])[],
  width: number,
  needOf: (cell: Text, column: Column, isHead: boolean) => CellNeed,
): readonly number[] {
  const measured = rows.slice(0, mostMeasured)
  const needs = columns.map((column, index) => {
    const cells = [
      needOf([column.title], column, true),
      ...measured.map((row) => needOf(row[index] ?? [], column, false)),
    ]
    return {
      weight: column.width ?? 1,
      word: Math.max(...cells.map(({ word }) => word)),
      line: Math.max(...cells.map(({ line = Infinity }) => line)),
    }
  })
  const wanted = shared(needs, width)
  const fits = needs.reduce((sum, { word }) => sum + word, 0) <= width
  const least = needs.map(({ word }) => (fits ? word : Math.min(word, width / columns.length)))
  const missing = wanted.reduce((sum, each, index) => sum + Math.max(0, (least[index] ?? 0) - each), 0)
  const spare = wanted.reduce((sum, each, index) => sum + Math.max(0, each - (least[index] ?? 0)), 0)
  return wanted.map((each, index) => {
    const low = least[index] ?? 0
    return each <= low ? low : each - (spare === 0 ? 0 : ((each - low) / spare) * missing)
  })
}

interface Need {
  readonly weight: number
  readonly line: number
}

/** The width by weights; what a column has beyond its longest line goes to those that need it, as long as one does. */
function shared(needs: readonly Need[], width: number): readonly number[] {
  const widths = needs.map(() => 0)
  let open = needs.map((_, index) => index)
  let left = width
  for (;;) {
    const weights = open.reduce((sum, index) => sum + (needs[index]?.weight ?? 1), 0)
    const shareOf = (index: number): number => ((needs[index]?.weight ?? 1) / weights) * left
    const filled = open.filter((index) => (needs[index]?.line ?? Infinity) < shareOf(index))
    if (filled.length === 0) {
      for (const index of open) widths[index] = shareOf(index)
      return widths
    }
    if (filled.length === open.length) break
    for (const index of filled) widths[index] = needs[index]?.line ?? 0
    left -= filled.reduce((sum, index) => sum + (widths[index] ?? 0), 0)
    open = open.filter((index) => !filled.includes(index))
  }
  // Everything stands in one line: the rest is shared by weights, so that the table keeps its proportions.
  for (const index of open) widths[index] = needs[index]?.line ?? 0
  const rest = width - widths.reduce((sum, each) => sum + each, 0)
  const weights = needs.reduce((sum, { weight }) => sum + weight, 0)
  return widths.map((each, index) => each + (rest * (needs[index]?.weight ?? 1)) / weights)
}
