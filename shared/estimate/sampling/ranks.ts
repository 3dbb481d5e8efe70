const radix = 2048
const counts = new Uint32Array(radix)

/**
 * Indexes of the values from the smallest to the largest, equal ones in their order. By digits of their single-precision
 * bits: values that differ by less than one part in ten million count as equal.
 */
export function ascending(values: Float64Array): Uint16Array {
  const keys = new Uint32Array(Float32Array.from(values).buffer)
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number
    keys[index] = key >>> 31 ? ~key : key | 0x80000000
  }
  let order = new Uint16Array(values.length)
  let next = new Uint16Array(values.length)
  for (let index = 0; index < order.length; index += 1) order[index] = index
  for (let shift = 0; shift < 32; shift += 11) {
    counts.fill(0)
    for (let index = 0; index < keys.length; index += 1) count((keys[index] as number) >>> shift)
    let start = 0
    for (let digit = 0; digit < radix; digit += 1) {
      const here = counts[digit] as number
      counts[digit] = start
      start += here
    }
    for (let index = 0; index < order.length; index += 1) {
      const which = order[index] as number
      const digit = ((keys[which] as number) >>> shift) & (radix - 1)
      next[counts[digit] as number] = which
      counts[digit] = (counts[digit] as number) + 1
    }
    const done = order
    order = next
    next = done
  }
  return order
}

function count(key: number): void {
  const digit = key & (radix - 1)
  counts[digit] = (counts[digit] as number) + 1
}
