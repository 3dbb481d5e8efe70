/**
 * Nothing is seen of it, and no line ends at it. Unicode would rather have U+2060, which fonts of older Offices lack and
 * show as a box; this one every reader of Office files, browsers and printers know.
 */
const joiner = '\ufeff'

/** Every text that may hold one, as it is read: for whoever compares words. */
export function withoutJoiners(text: string): string {
  return text.replaceAll(joiner, '')
}

const range = /(?<=\d(?:k|M|bn)?)–(?=\d)/g
/** What makes a figure less than exact stands right before it: "about $7k", "at least 3". */
const measured =
  /(?<=(?:^|[\s([“‘"'])(?:about|at least|at most|up to|under|over|below|above|only|target|budget|of)) (?=[−+]?(?:\p{Lu}{0,2}\p{Sc}|\p{Lu}{3}\u00a0)?\d)/giu

/**
 * A sentence of which no line ends within a figure: neither a range ("$3.9k–5.8k") nor a word and the number that it is
 * about ("about $7k") is parted. For what is printed; programs read the plain signs. Doing it twice changes nothing more.
 */
export function wholeFigures(text: string): string {
  return text.replaceAll(range, `–${joiner}`).replaceAll(measured, '\u00a0')
}
