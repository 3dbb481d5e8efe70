const key = Buffer.from('/Creator (', 'latin1')
const end = ')'.charCodeAt(0)
const escape = '\\'.charCodeAt(0)
const blank = ' '.charCodeAt(0)

/**
 * A PDF that says it was made by `name`. The browser signs with its whole user agent, which tells a reader of a client's
 * document the author's system. The length stays, since a PDF finds its parts by their offsets (ISO 32000-1, 7.5.4).
 */
export function signPdf(pdf: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(pdf)
  const start = bytes.indexOf(key)
  if (start < 0) return bytes
  const from = start + key.length
  const to = endOfText(bytes, from)
  if (to === undefined || to - from < name.length) return bytes
  bytes.fill(blank, from, to + 1)
  bytes.write(`${name})`, from, 'latin1')
  return bytes
}

/** Where the parenthesis is that ends a text; those within it are escaped. */
function endOfText(bytes: Buffer, from: number): number | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === escape) at += 1
    else if (bytes[at] === end) return at
  }
  return undefined
}
