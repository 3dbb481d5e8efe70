/** An image of at most 256 colours: one byte a point, row by row. */
export interface IndexedImage {
  readonly width: number
  readonly height: number
  readonly points: Uint8Array
  /** "#rrggbb", by number. */
  readonly palette: readonly string[]
}

/** The image as a PNG file. It is stored, not squeezed: whoever puts it into a package compresses that. */
export function encodePng({ width, height, points, palette }: IndexedImage): Uint8Array {
  const colours = new Uint8Array(palette.length * 3)
  for (const [index, colour] of palette.entries()) {
    for (let part = 0; part < 3; part += 1)
      colours[index * 3 + part] = Number.parseInt(colour.slice(1 + part * 2, 3 + part * 2), 16)
  }
  const head = new Uint8Array([...bytesOf(width), ...bytesOf(height), 8, 3, 0, 0, 0])
  // Every row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.set(points.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  return joined([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

const longestBlock = 65_535

/** A zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4). */
function stored(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0x78, 0x01])]
  for (let start = 0; start < data.length || start === 0; start += longestBlock) {
    const block = data.subarray(start, start + longestBlock)
    const isLast = start + longestBlock >= data.length
    const { length } = block
    parts.push(new Uint8Array([isLast ? 1 : 0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]), block)
  }
  parts.push(new Uint8Array(bytesOf(adler32(data))))
  return joined(parts)
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

function adler32(data: Uint8Array): number {
  let a = 1
  let b = 0
  for (let start = 0; start < data.length; start += 3800) {
    for (const byte of data.subarray(start, start + 3800)) {
      a += byte
      b += a
    }
    a %= 65_521
    b %= 65_521
  }
  return ((b << 16) | a) >>> 0
}
