/** Where the reading of a statement has come to. */
export interface Cursor {
  readonly text: string
  at: number
}

/** Goes past what the pattern (sticky) finds here, and answers it; stays where it is when it finds nothing. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found === null) return undefined
  cursor.at += found[0].length
  return found
}

/**
 * The text from here up to one of the closing words, and goes past that; undefined, and stays, when there is none. A text
 * that begins with a quote runs to the quote that ends it: closing words inside of it are words.
 */
export function takeUntil(cursor: Cursor, closings: readonly string[]): string | undefined {
  const { text, at } = cursor
  const quoted = /\s*"[^"]*"\s*/y
  quoted.lastIndex = at
  const afterQuote = quoted.test(text) ? quoted.lastIndex : at
  const from = closings.some((closing) => text.startsWith(closing, afterQuote)) ? afterQuote : at
  let [end, length] = [-1, 0]
  for (const closing of closings) {
    const found = text.indexOf(closing, from)
    if (found >= 0 && (end < 0 || found < end)) [end, length] = [found, closing.length]
  }
  if (end < 0) return undefined
  cursor.at = end + length
  return text.slice(at, end)
}
