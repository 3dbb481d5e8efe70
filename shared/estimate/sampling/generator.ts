/** Paths of one sample: 64 x 64, so that two numbers can be laid across one another in full. */
export const paths = 4096

/** A seed of 32 bits from ids: the same ids give the same digits, today and on any machine (FNV-1a, then mixed). */
export function seedOf(...ids: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const id of ids) {
    for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
    hash = Math.imul(hash ^ 0xff, 0x01000193)
  }
  return finish(hash)
}

/** The last step of MurmurHash3: every bit of the input moves about half of the bits of the result. */
function finish(hash: number): number {
  let bits = hash >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Evenly spread numbers from 0 up to 1 (mulberry32), the same for the same seed. */
export function makeGenerator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296
  }
}

/** Numbers from 0 to `count` - 1 in an order drawn from `next` (Fisher-Yates). */
export function shuffled(count: number, next: () => number): Uint16Array {
  const order = new Uint16Array(count)
  for (let index = 1; index < count; index += 1) {
    const other = Math.floor(next() * (index + 1))
    order[index] = order[other] as number
    order[other] = index
  }
  return order
}
