import type { Numbers } from '../../shared/analysis.ts'
import type { Estimate } from '../../shared/estimate/estimate.ts'

/** Parts of an estimate that hold a formula or a source per line: long, and read only by who opens them. */
const longParts = ['lines', 'ledger', 'capacity', 'tornados', 'buildOrBuy', 'serving'] as const
type LongPart = (typeof longParts)[number]

/** Numbers on their way to the page: short parts as they are, long ones as text, which crosses as one block of memory. */
export interface PackedNumbers {
  readonly problems: Numbers['problems']
  readonly requirements: Numbers['requirements']
  readonly short: Omit<Estimate, LongPart>
  readonly long: Readonly<Partial<Record<LongPart, string>>>
}

/** In the worker. */
export function packNumbers({ problems, requirements, estimate }: Numbers): PackedNumbers {
  const short: Partial<Record<keyof Estimate, unknown>> = { ...estimate }
  const long: Partial<Record<LongPart, string>> = {}
  for (const part of longParts) {
    delete short[part]
    if (estimate[part] !== undefined) long[part] = JSON.stringify(estimate[part])
  }
  return { problems, requirements, short: short as Omit<Estimate, LongPart>, long }
}

/** In the page. A long part is read when somebody first looks at it, so that an edit that nobody examines costs nothing. */
export function unpackNumbers({ problems, requirements, short, long }: PackedNumbers): Numbers {
  const estimate = { ...short }
  for (const [part, text] of Object.entries(long)) {
    let read: unknown
    Object.defineProperty(estimate, part, { enumerable: true, get: () => (read ??= JSON.parse(text)) })
  }
  return { problems, requirements, estimate: estimate as Estimate }
}
