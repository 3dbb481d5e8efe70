/**
 * Inflates raw deflate data (RFC 1951) to bytes. Undefined where the data is damaged or would give more than
 * `mostBytes`: nothing beyond that is ever held, so a bomb costs no more than the limit.
 */
export function inflateRaw(data: Uint8Array, mostBytes: number): Uint8Array | undefined {
  const bits = new Bits(data)
  const out = new Output(mostBytes)
  try {
    for (let isLast = false; !isLast;) {
      isLast = bits.take(1) === 1
      const type = bits.take(2)
      if (type === 0) copyStored(bits, out)
      else if (type === 1) expand(bits, out, fixedLengths, fixedDistances)
      else if (type === 2) expand(bits, out, ...readTables(bits))
      else return undefined
    }
    return out.bytes()
  } catch (error) {
    if (error instanceof Damage) return undefined
    throw error
  }
}

/** The data ends early, says what no data may say, or gives too much. */
class Damage extends Error {}

class Bits {
  private at = 0
  private held = 0
  private count = 0
  private readonly data: Uint8Array

  constructor(data: Uint8Array) {
    this.data = data
  }

  take(wanted: number): number {
    while (this.count < wanted) {
      this.held |= this.nextByte() << this.count
      this.count += 8
    }
    const value = this.held & ((1 << wanted) - 1)
    this.held >>>= wanted
    this.count -= wanted
    return value
  }

  nextByte(): number {
    const byte = this.data[this.at]
    if (byte === undefined) throw new Damage()
    this.at += 1
    return byte
  }

  skipToByte(): void {
    this.held = 0
    this.count = 0
  }
}

class Output {
  private held = new Uint8Array(4096)
  private length = 0
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  put(byte: number): void {
    if (this.length >= this.most) throw new Damage()
    if (this.length === this.held.length) {
      const larger = new Uint8Array(Math.min(this.most, this.length * 2))
      larger.set(this.held)
      this.held = larger
    }
    this.held[this.length] = byte
    this.length += 1
  }

  repeat(distance: number, length: number): void {
    if (distance > this.length) throw new Damage()
    for (let count = 0; count < length; count += 1) this.put(this.held[this.length - distance] ?? 0)
  }

  bytes(): Uint8Array {
    return this.held.subarray(0, this.length)
  }
}

/** A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[]
  readonly symbols: readonly number[]
}

const longestCode = 15

function codeOf(lengths: readonly number[]): Code {
  const counts = Array.from(
    { length: longestCode + 1 },
    (_, bits) => lengths.filter((length) => length === bits).length,
  )
  let open = 1
  for (const count of counts.slice(1)) {
    open = open * 2 - count
    if (open < 0) throw new Damage()
  }
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .toSorted((one, other) => one.length - other.length)
  return { counts, symbols: symbols.map(({ symbol }) => symbol) }
}

function readSymbol(bits: Bits, { counts, symbols }: Code): number {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length <= longestCode; length += 1) {
    code |= bits.take(1)
    const count = counts[length] ?? 0
    if (code - first < count) return symbols[index + code - first] ?? 0
    index += count
    first = (first + count) * 2
    code *= 2
  }
  throw new Damage()
}

// Tables of RFC 1951, sections 3.2.5 to 3.2.7.
const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBits = Array.from({ length: 30 }, (_, code) => Math.max(0, (code >> 1) - 1))
const distanceBases = distanceBits.map((more, code) => (code < 2 ? code + 1 : ((2 + (code & 1)) << more) + 1))
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const fixedLengths = codeOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
)
const fixedDistances = codeOf(Array.from({ length: 30 }, () => 5))
const endOfBlock = 256

function copyStored(bits: Bits, out: Output): void {
  bits.skipToByte()
  const length = bits.nextByte() | (bits.nextByte() << 8)
  const check = bits.nextByte() | (bits.nextByte() << 8)
  if ((length ^ 0xffff) !== check) throw new Damage()
  for (let count = 0; count < length; count += 1) out.put(bits.nextByte())
}

function readTables(bits: Bits): [Code, Code] {
  const literals = bits.take(5) + 257
  const distances = bits.take(5) + 1
  const described = bits.take(4) + 4
  const small: number[] = Array.from({ length: 19 }, () => 0)
  for (const symbol of orderOfLengths.slice(0, described)) small[symbol] = bits.take(3)
  const code = codeOf(small)
  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const symbol = readSymbol(bits, code)
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 16) pushTimes(lengths, lengths.at(-1), 3 + bits.take(2))
    else pushTimes(lengths, 0, symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7))
  }
  if (lengths.length > literals + distances) throw new Damage()
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))]
}

function pushTimes(list: number[], value: number | undefined, times: number): void {
  if (value === undefined) throw new Damage()
  for (let count = 0; count < times; count += 1) list.push(value)
}

function expand(bits: Bits, out: Output, lengths: Code, distances: Code): void {
  for (;;) {
    const symbol = readSymbol(bits, lengths)
    if (symbol === endOfBlock) return
    if (symbol < endOfBlock) {
      out.put(symbol)
      continue
    }
    const length = take(bits, lengthBases, lengthBits, symbol - 257)
    out.repeat(take(bits, distanceBases, distanceBits, readSymbol(bits, distances)), length)
  }
}

function take(bits: Bits, bases: readonly number[], more: readonly number[], index: number): number {
  const base = bases[index]
  if (base === undefined) throw new Damage()
  return base + bits.take(more[index] ?? 0)
}
