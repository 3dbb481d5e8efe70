import { Inflate } from 'fflate'

/** What one step may give at most is 1,032 times as much. */
const bytesInAStep = 2048

/**
 * Inflates raw deflate data (RFC 1951) to bytes. Undefined where the data is damaged, ends early or would give more than
 * `mostBytes`: it is read in steps, so that a bomb is left two megabytes beyond the limit at the latest.
 */
export function inflateRaw(data: Uint8Array, mostBytes: number): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((part) => {
    size += part.length
    if (size > mostBytes) throw new RangeError('more than allowed')
    parts.push(part)
  })
  try {
    for (let at = 0; at < data.length; at += bytesInAStep) {
      inflate.push(data.subarray(at, at + bytesInAStep), at + bytesInAStep >= data.length)
    }
  } catch {
    return undefined
  }
  if (data.length === 0) return undefined
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
