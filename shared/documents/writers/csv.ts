import type { Block, Outline, Text } from '../outline.ts'

/**
 * The tables of a document as comma-separated values (RFC 4180), the first one's columns as the head. Programs that open
 * such files take what begins with =, +, - or @ for a formula of theirs: such words of people get an apostrophe before
 * them, numbers stay numbers.
 */
export function writeCsv(outline: Outline): string {
  const tables = outline.blocks.filter((block): block is Extract<Block, { type: 'table' }> => block.type === 'table')
  const rows = tables.flatMap(({ columns, rows: body }, index) => [
    ...(index === 0 ? [columns.map(({ title }) => title)] : []),
    ...body.map((row) => row.map(plain)),
  ])
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** By this Excel knows that the letters are UTF-8: without it a double click turns “Müller” into “MÃ¼ller”. */
const byteOrderMark = '\uFEFF'

function plain(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : part.text)).join('')
}

function cell(words: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(words)
  const safe = !isNumber && /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
