/**
 * Widths of Helvetica, Arial and Liberation Sans in thousandths of the type size (Adobe's AFM tables), so that text can
 * be fitted where nothing can measure it. Inter runs about 4 % wider.
 */
const asciiWidths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
]
const boldWidths = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
  556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
  280, 389, 584,
]

/** Marks of sentences beyond ASCII: regular, bold. Others are taken for a wide letter. */
const markWidths: Readonly<Record<string, readonly [number, number]>> = {
  '\u00a0': [278, 278],
  '\u202f': [200, 200],
  '\u2011': [333, 333],
  '\ufeff': [0, 0],
  '‘': [222, 278],
  '’': [222, 278],
  '“': [333, 500],
  '”': [333, 500],
  '–': [556, 556],
  '—': [1000, 1000],
  '…': [1000, 1000],
  '·': [278, 278],
  '−': [584, 584],
}

/** Approximate width of a line of text in the unit of `size`. */
export function textWidth(text: string, size: number, bold = false): number {
  const widths = bold ? boldWidths : asciiWidths
  let thousandths = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 32) continue
    if (code < 127) thousandths += widths[code - 32] ?? 556
    else thousandths += markWidths[character]?.[bold ? 1 : 0] ?? (code < 0x2e80 ? 620 : 1000)
  }
  return (thousandths * size) / 1000
}

/** The text, or as much of it as fits with an ellipsis at the end. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text
  const characters = Array.from(text)
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const candidate = `${characters.slice(0, middle).join('').trimEnd()}…`
    if (textWidth(candidate, size, bold) <= width) low = middle
    else high = middle - 1
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`
}

/** Breaks text into lines that fit; with `mostLines`, the last line ends in an ellipsis when something is left over. */
export function wrapText(
  text: string,
  width: number,
  size: number,
  { bold = false, mostLines = Infinity }: { readonly bold?: boolean; readonly mostLines?: number } = {},
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size, bold) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (textWidth(line, size, bold) > width && Array.from(line).length > 1) {
      const part = longestPrefix(line, width, size, bold)
      lines.push(part)
      line = line.slice(part.length)
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  const last = kept.pop() ?? ''
  return [...kept, fitText(`${last} ${lines.slice(mostLines).join(' ')}`, width, size, bold)]
}

function longestPrefix(text: string, width: number, size: number, bold: boolean): string {
  let prefix = ''
  for (const character of text) {
    if (prefix !== '' && textWidth(prefix + character, size, bold) > width) break
    prefix += character
  }
  return prefix
}
