/** What a column of measurements holds; 'time' does not say which time of its component it is. */
export type Quantity = 'ttft' | 'latency' | 'time' | 'speed' | 'tokenTime'
export type Column =
  | { readonly holds: 'name' | 'count' | 'date' }
  | {
      readonly holds: Quantity
      /** 'sample': one call, or a median that does not say so. 'left out': a statistic that no field takes. */
      readonly statistic: 'p50' | 'p95' | 'sample' | 'left out'
      readonly unit?: 'ms' | 's'
    }

const names = new Set(['model', 'component', 'name', 'deployment', 'service', 'endpoint', 'product', 'step', 'span'])
const counts = new Set(['n', 'count', 'samples', 'requests', 'calls', 'size'])
const dates = new Set(['date', 'day', 'measured', 'asof', 'timestamp', 'time_stamp', 'created'])
const units: Readonly<Record<string, 'ms' | 's'>> = {
  ms: 'ms',
  msec: 'ms',
  millis: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
}

/**
 * What a header says, however it is written: 'ttft_p95_ms', 'Time to first token (s)', 'P50 latency [ms]', 'output_tps',
 * 'tokens/s'. Undefined for what says nothing that an estimate could use.
 */
export function readHeader(header: string): Column | undefined {
  const words = wordsOf(header)
  const has = (...any: readonly string[]): boolean => any.some((word) => words.includes(word))
  const statistic = statisticOf(words)
  const unit = words.map((word) => units[word]).find((found) => found !== undefined)
  const time = (holds: Quantity): Column => ({ holds, statistic, ...(unit === undefined ? {} : { unit }) })
  if (has('ttft') || (has('first') && has('token', 'tokens', 'byte', 'chunk', 'word'))) return time('ttft')
  if (has('tpot', 'itl') || (has('inter') && has('token')) || (has('per') && has('time') && has('token')))
    return time('tokenTime')
  if (
    has('tps', 'throughput', 'speed', 'tokps') ||
    (has('tok', 'token', 'tokens') && has('s', 'sec', 'second', 'seconds'))
  )
    return { holds: 'speed', statistic }
  if (has('latency', 'duration', 'elapsed', 'response', 'runtime', 'took')) return time('latency')
  if (words.some((word) => names.has(word))) return { holds: 'name' }
  if (words.length === 1 && words.some((word) => counts.has(word))) return { holds: 'count' }
  if (words.some((word) => dates.has(word))) return { holds: 'date' }
  if (has('sample', 'number') && has('size', 'samples', 'requests', 'calls')) return { holds: 'count' }
  const bare = statistic !== 'sample' || has('time') || (words.length === 1 && unit !== undefined)
  return bare ? time('time') : undefined
}

/** 'timeToFirstToken (ms)' -> time, to, first, token, ms. */
function wordsOf(header: string): readonly string[] {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

function statisticOf(words: readonly string[]): 'p50' | 'p95' | 'sample' | 'left out' {
  for (const [index, word] of words.entries()) {
    const percentile = /^(?:p|q|pct|perc)?(\d{2})(?:th|p)?$/.exec(word)?.[1]
    const alone = /^\d{2}$/.test(word) && !['percentile', 'pct', 'p'].some((each) => words.includes(each))
    if (percentile === undefined || alone) {
      if (word === 'median' || word === 'med') return 'p50'
      if (['mean', 'avg', 'average', 'min', 'max', 'minimum', 'maximum', 'stddev', 'std'].includes(word))
        return 'left out'
      if (word === 'p' && /^\d{2}$/.test(words[index + 1] ?? '')) continue
      continue
    }
    if (percentile === '50') return 'p50'
    return percentile === '95' ? 'p95' : 'left out'
  }
  return 'sample'
}
