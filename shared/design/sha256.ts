/**
 * SHA-256 of a text in UTF-8, as 64 hex digits (FIPS 180-4, section 6.2). Written out, as the domain has neither Node's
 * nor the browser's cryptography, and both of those answer later; it proves that two texts are the same, and keeps no
 * secret.
 */
export function sha256(text: string): string {
  const bytes = utf8(text)
  const length = bytes.length
  bytes.push(0x80)
  while (bytes.length % 64 !== 56) bytes.push(0)
  // The length in bits, as 64 bits; its upper half is beyond 2^32 bits.
  const bits = length * 8
  for (const half of [Math.floor(bits / 2 ** 32), bits >>> 0])
    for (let shift = 24; shift >= 0; shift -= 8) bytes.push((half >>> shift) & 0xff)
  const hash = [...initial]
  const words = new Uint32Array(64)
  for (let start = 0; start < bytes.length; start += 64) compress(hash, words, bytes, start)
  return hash.map((word) => word.toString(16).padStart(8, '0')).join('')
}

function compress(hash: number[], words: Uint32Array, bytes: readonly number[], start: number): void {
  for (let index = 0; index < 16; index += 1) {
    const at = start + index * 4
    const byte = (offset: number): number => bytes[at + offset] ?? 0
    words[index] = (byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)
  }
  const word = (index: number): number => words[index] ?? 0
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [word(index - 15), word(index - 2)]
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[index] = word(index - 16) + small + word(index - 7) + large
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash
  for (let round = 0; round < 64; round += 1) {
    const choice = (e & f) ^ (~e & g)
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (constants[round] ?? 0) + word(round)) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [index, each] of [a, b, c, d, e, f, g, h].entries()) hash[index] = ((hash[index] ?? 0) + each) >>> 0
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The bytes of a text; half of a surrogate pair becomes the replacement character, as everywhere else. */
function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point, 0))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point, 6), tail(point, 0))
    else bytes.push(0xf0 | (point >> 18), tail(point, 12), tail(point, 6), tail(point, 0))
  }
  return bytes
}

function tail(point: number, shift: number): number {
  return 0x80 | ((point >> shift) & 0x3f)
}

/** The first 32 bits behind the point of the square roots of the first 8 primes, and of the cube roots of the first 64. */
const primes = firstPrimes(64)
const initial = primes.slice(0, 8).map((prime) => behindThePoint(prime, 2))
const constants = primes.map((prime) => behindThePoint(prime, 3))

function firstPrimes(count: number): readonly number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** Exact, with whole numbers: the root of prime * 2^(32 * degree), less its whole part. */
function behindThePoint(prime: number, degree: 2 | 3): number {
  const wanted = BigInt(prime) << BigInt(32 * degree)
  let low = 0n
  let high = 1n << 40n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (middle ** BigInt(degree) <= wanted) low = middle
    else high = middle
  }
  return Number(low & 0xffffffffn)
}
