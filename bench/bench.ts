/** One figure of a benchmark. */
export interface Measurement {
  what: string
  value: number
  unit: 'ms' | 'MB' | 'per second' | 'of 300 edits'
}

/** What a benchmark gets: a benchmark file exports `measure(surroundings)`. */
export interface BenchSurroundings {
  /** The desktop runtime; absent where none could be had. */
  executable: string | undefined
  /** The system's browser; absent where there is none. */
  chromium: string | undefined
  root: string
  display: string | undefined
}

export type Measure = (surroundings: BenchSurroundings) => Promise<Measurement[]> | Measurement[]

/** The middle of several runs: one slow run says more of the machine than of the program. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How long a piece of work takes, as the median of several runs after a few that warm up. */
export function timeOf(work: () => unknown, runs = 15): number {
  for (let index = 0; index < 3; index += 1) work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}
