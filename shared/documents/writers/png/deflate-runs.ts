/**
 * Data as a zlib stream (RFC 1950) that squeezes runs of equal bytes and nothing else: in a drawing of boxes and lines
 * they are nearly all there is, and looking for no other matches takes a tenth of the time. One block of fixed Huffman
 * codes (RFC 1951, 3.2.6): a literal, then matches of distance one.
 */
export function deflateRuns(data: Uint8Array): Uint8Array {
  const bits = new BitWriter()
  // The last block, of fixed codes.
  bits.write(0b011, 3)
  let at = 0
  while (at < data.length) {
    const byte = data[at] ?? 0
    let end = at + 1
    while (end < data.length && data[end] === byte) end += 1
    writeLiteral(bits, byte)
    let repeats = end - at - 1
    while (repeats >= shortestMatch) {
      const length = Math.min(repeats, longestMatch)
      writeRepeat(bits, length)
      repeats -= length
    }
    for (; repeats > 0; repeats -= 1) writeLiteral(bits, byte)
    at = end
  }
  bits.writeCode(0, 7)
  return bits.finish(adler32(data))
}

const shortestMatch = 3
const longestMatch = 258

function writeLiteral(bits: BitWriter, byte: number): void {
  if (byte < 144) bits.writeCode(0x30 + byte, 8)
  else bits.writeCode(0x190 + byte - 144, 9)
}

/** The byte before, so many times. */
function writeRepeat(bits: BitWriter, length: number): void {
  const code = lengthCodes.findLast(({ from }) => from <= length)
  if (code === undefined) return
  if (code.symbol < 280) bits.writeCode(code.symbol - 256, 7)
  else bits.writeCode(0xc0 + code.symbol - 280, 8)
  bits.write(length - code.from, code.extraBits)
  bits.writeCode(0, 5)
}

/** The 29 length codes: eight without extra bits, then four of each number of them; 258 has a code of its own. */
const lengthCodes = Array.from({ length: 29 }, (_, index) => {
  if (index === 28) return { symbol: 285, from: longestMatch, extraBits: 0 }
  if (index < 8) return { symbol: 257 + index, from: shortestMatch + index, extraBits: 0 }
  const extraBits = (index >> 2) - 1
  return { symbol: 257 + index, from: shortestMatch + ((4 + (index & 3)) << extraBits), extraBits }
})

class BitWriter {
  private bytes = new Uint8Array(4096)
  private size = 2
  private held = 0
  private count = 0

  constructor() {
    this.bytes.set([0x78, 0x01])
  }

  /** The lowest bit first, as numbers stand. */
  write(value: number, length: number): void {
    this.held |= value << this.count
    this.count += length
    for (; this.count >= 8; this.count -= 8) {
      this.put(this.held & 255)
      this.held >>>= 8
    }
  }

  /** The highest bit first, as Huffman codes stand. */
  writeCode(code: number, length: number): void {
    let turned = 0
    for (let bit = 0; bit < length; bit += 1) turned |= ((code >> bit) & 1) << (length - 1 - bit)
    this.write(turned, length)
  }

  /** All of it, with the check sum behind. */
  finish(sum: number): Uint8Array {
    if (this.count > 0) this.put(this.held & 255)
    for (const shift of [24, 16, 8, 0]) this.put((sum >>> shift) & 255)
    return this.bytes.slice(0, this.size)
  }

  private put(byte: number): void {
    if (this.size === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2)
      larger.set(this.bytes)
      this.bytes = larger
    }
    this.bytes[this.size] = byte
    this.size += 1
  }
}

function adler32(data: Uint8Array): number {
  let a = 1
  let b = 0
  for (let start = 0; start < data.length; start += 3800) {
    const end = Math.min(data.length, start + 3800)
    for (let at = start; at < end; at += 1) {
      a += data[at] ?? 0
      b += a
    }
    a %= 65_521
    b %= 65_521
  }
  return ((b << 16) | a) >>> 0
}
