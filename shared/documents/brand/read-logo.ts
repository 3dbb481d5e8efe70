import type { Logo } from '../brand.ts'

/** What a logo may have: more makes every file heavy and no page better. */
export const logoLimits = { bytes: 2_000_000, pixels: 4096 } as const
/** Above this, not even the picture's header is trusted. */
const mostBytes = 50_000_000

/**
 * `tooLarge`: a picture that whoever can draw may scale down to `logoLimits` and read again. `drawing`: an SVG, which they
 * may draw as PNG and read again. The others are refused.
 */
export type LogoReading =
  | { readonly ok: true; readonly logo: Logo }
  | { readonly ok: false; readonly reason: 'tooLarge' | 'drawing' | 'refused'; readonly problem: string }

/**
 * A logo from a file's bytes, which its own header names and measures: an ending or a type that a browser guessed is
 * not trusted, and nothing is decoded. PNG and JPEG alone, since Word, PowerPoint and Excel all draw them.
 */
export function readLogo(bytes: Uint8Array): LogoReading {
  if (bytes.length === 0) return refused('The file of the logo is empty. Choose another one.')
  const type = typeOf(bytes)
  if (type === undefined) return isDrawing(bytes) ? drawing : refused(unknownType(bytes))
  const size = type === 'image/png' ? pngSize(bytes) : jpegSize(bytes)
  if (size === undefined || size.width === 0 || size.height === 0)
    return refused('The logo is damaged: its width and height cannot be read. Export it again as PNG.')
  const { width, height } = size
  if (bytes.length > mostBytes)
    return refused(`The logo has ${megabytes(bytes.length)}. Save it smaller, ${limitWords}.`)
  if (bytes.length > logoLimits.bytes || Math.max(width, height) > logoLimits.pixels) {
    const found = `${width} × ${height} pixels and ${megabytes(bytes.length)}`
    return { ok: false, reason: 'tooLarge', problem: `The logo has ${found}. Save it smaller, ${limitWords}.` }
  }
  return { ok: true, logo: { type, bytes, width, height } }
}

const limitWords = `at most ${logoLimits.pixels} pixels wide and high and ${megabytes(logoLimits.bytes)}`

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0).replace(/\.0$/, '')} MB`
}

function refused(problem: string): LogoReading {
  return { ok: false, reason: 'refused', problem }
}

function typeOf(bytes: Uint8Array): Logo['type'] | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? 'image/jpeg' : undefined
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** SVG can hold scripts, and not every Word and PowerPoint draws it: what stands in a file is a PNG of it. */
const drawing: LogoReading = {
  ok: false,
  reason: 'drawing',
  problem:
    'The logo is an SVG, which only the export screen can draw. Choose it there, or export it as PNG, 1000 pixels wide or more.',
}

const startOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1000))

function isDrawing(bytes: Uint8Array): boolean {
  return bytes.length <= logoLimits.bytes && /<svg[\s>]|^\S{0,3}<\?xml\s/i.test(startOf(bytes))
}

function unknownType(bytes: Uint8Array): string {
  const start = startOf(bytes)
  const other = start.startsWith('GIF8') ? 'a GIF' : /^RIFF.{4}WEBP/s.test(start) ? 'a WebP picture' : undefined
  return other === undefined
    ? 'The logo is neither PNG nor JPEG. Export it as PNG.'
    : `The logo is ${other}, which Word and PowerPoint do not all draw. Export it as PNG.`
}

interface Size {
  readonly width: number
  readonly height: number
}

/** PNG, third edition, 11.2.1: the first chunk is IHDR, with width and height at bytes 16 and 20. */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 33 || String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** Markers that start a frame (ITU-T T.81, table B.1): C0 to CF without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Runs over the segments of a JPEG to its first frame, which has height and width. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    // Padding before a marker, and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return undefined
}
