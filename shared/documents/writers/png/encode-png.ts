import { zlibSync } from 'fflate'

/** An image of at most 256 colours: one byte a point, row by row. */
export interface IndexedImage {
  readonly width: number
  readonly height: number
  readonly points: Uint8Array
  /** "#rrggbb", by number. */
  readonly palette: readonly string[]
}

/** The image as a PNG file. */
export function encodePng({ width, height, points, palette }: IndexedImage): Uint8Array {
  const colours = new Uint8Array(palette.length * 3)
  for (const [index, colour] of palette.entries()) {
    for (let part = 0; part < 3; part += 1)
      colours[index * 3 + part] = Number.parseInt(colour.slice(1 + part * 2, 3 + part * 2), 16)
  }
  const head = new Uint8Array([...bytesOf(width), ...bytesOf(height), 8, 3, 0, 0, 0])
  // Every row begins with its filter: the difference from the row above, which is mostly none.
  const rows = new Uint8Array((width + 1) * height)
  for (let row = 0; row < height; row += 1) {
    const start = row * (width + 1)
    rows[start] = 2
    for (let column = 0, at = row * width; column < width; column += 1, at += 1) {
      rows[start + 1 + column] = (points[at] ?? 0) - (points[at - width] ?? 0)
    }
  }
  return joined([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', zlibSync(rows, { level: 4 })),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data])
  return joined([new Uint8Array(bytesOf(data.length)), named, new Uint8Array(bytesOf(crc32(named)))])
}

function bytesOf(number: number): readonly number[] {
  return [(number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(data: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of data) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
