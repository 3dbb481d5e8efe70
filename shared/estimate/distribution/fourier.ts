interface Plan {
  readonly cos: Float64Array
  readonly sin: Float64Array
  readonly reversed: Uint32Array
}

const plans = new Map<number, Plan>()

function planFor(size: number): Plan {
  const known = plans.get(size)
  if (known) return known
  const cos = new Float64Array(size / 2)
  const sin = new Float64Array(size / 2)
  for (let index = 0; index < size / 2; index += 1) {
    cos[index] = Math.cos((2 * Math.PI * index) / size)
    sin[index] = Math.sin((2 * Math.PI * index) / size)
  }
  const reversed = new Uint32Array(size)
  for (let index = 1, bit = size >> 1; index < size; index += 1) {
    reversed[index] = ((reversed[index >> 1] ?? 0) >> 1) | (index & 1 ? bit : 0)
  }
  const plan = { cos, sin, reversed }
  plans.set(size, plan)
  return plan
}

/**
 * Fourier transform in place (radix 2); `re` and `im` have a power of two in length. The inverse is not scaled: divide by
 * the length.
 */
export function transform(re: Float64Array, im: Float64Array, inverse = false): void {
  const size = re.length
  const { cos, sin, reversed } = planFor(size)
  for (let index = 0; index < size; index += 1) {
    const other = reversed[index] as number
    if (other <= index) continue
    const real = re[index] as number
    const imaginary = im[index] as number
    re[index] = re[other] as number
    im[index] = im[other] as number
    re[other] = real
    im[other] = imaginary
  }
  const sign = inverse ? 1 : -1
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half)
    for (let start = 0; start < size; start += 2 * half) {
      for (let index = start, turn = 0; index < start + half; index += 1, turn += stride) {
        const c = cos[turn] as number
        const s = sign * (sin[turn] as number)
        const other = index + half
        const real = (re[other] as number) * c - (im[other] as number) * s
        const imaginary = (re[other] as number) * s + (im[other] as number) * c
        re[other] = (re[index] as number) - real
        im[other] = (im[index] as number) - imaginary
        re[index] = (re[index] as number) + real
        im[index] = (im[index] as number) + imaginary
      }
    }
  }
}

type Scratch = readonly [Float64Array, Float64Array, Float64Array, Float64Array]
const scratches = new Map<number, Scratch>()

/** Working space that is used again: hundreds of transforms an edit would otherwise be work for the collector. */
function scratchOf(size: number): Scratch {
  const known = scratches.get(size)
  if (known) return known
  const made: Scratch = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  scratches.set(size, made)
  return made
}

/** Convolution of two real series, by one transform of both packed as real and imaginary part. */
export function convolveSeries(a: Float64Array, b: Float64Array): Float64Array {
  const length = a.length + b.length - 1
  const size = powerOfTwoFrom(length)
  const [re, im, outRe, outIm] = scratchOf(size)
  re.fill(0, a.length)
  re.set(a)
  im.fill(0, b.length)
  im.set(b)
  transform(re, im)
  for (let index = 0; index < size; index += 1) {
    // With c = A + iB: A B = (c^2 - conj(c mirrored)^2) / 4i.
    const mirror = (size - index) & (size - 1)
    const x = re[index] as number
    const y = im[index] as number
    const u = re[mirror] as number
    const v = im[mirror] as number
    outRe[index] = (x * y + u * v) / 2
    outIm[index] = (y * y - x * x + u * u - v * v) / 4
  }
  transform(outRe, outIm, true)
  const result = new Float64Array(length)
  for (let index = 0; index < length; index += 1) result[index] = Math.max(0, (outRe[index] as number) / size)
  return result
}

/** The smallest power of two that holds so many points; at least 2. */
export function powerOfTwoFrom(length: number): number {
  let size = 2
  while (size < length) size *= 2
  return size
}
