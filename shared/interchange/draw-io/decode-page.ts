import { inflateRaw } from './inflate.ts'

/** No drawing that a person made is larger; what inflates to more is made to fill the memory. */
export const mostBytes = 10_000_000

/**
 * The XML of a page that draw.io packed: base64 of raw deflate of the URI-encoded text, or only URI-encoded. Undefined
 * where it is damaged, or would be more than ten million characters.
 */
export function decodePage(packed: string): string | undefined {
  const text = packed.trim()
  if (text.startsWith('<')) return text
  if (text.startsWith('%3C')) return decodeUri(text)
  const bytes = decodeBase64(text)
  const inflated = bytes && inflateRaw(bytes, mostBytes)
  return inflated && decodeUri(plainLetters(inflated))
}

function decodeUri(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueOf: ReadonlyMap<string, number> = new Map(digits.split('').map((digit, value) => [digit, value]))

function decodeBase64(text: string): Uint8Array | undefined {
  const plain = text.replaceAll(/\s+/g, '').replace(/={1,2}$/, '')
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (const digit of plain) {
    const value = valueOf.get(digit)
    if (value === undefined) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 0xff
    at += 1
  }
  return bytes
}

/** Bytes of plain letters, as URI-encoded text is; in pieces, because a call takes only so many arguments. */
export function plainLetters(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return pieces.join('')
}
