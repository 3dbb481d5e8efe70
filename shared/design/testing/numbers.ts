/** A repeatable source of numbers from 0 to 1, in place of chance. */
export function numbersFrom(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
