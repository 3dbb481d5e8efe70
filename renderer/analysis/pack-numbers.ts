import type { Numbers } from '../../shared/analysis.ts'
import type { Estimate } from '../../shared/estimate/estimate.ts'

/** Parts of an estimate that hold a formula or a source per line: long, and read only by who opens them. */
const longParts = ['lines', 'ledger', 'capacity', 'tornados', 'buildOrBuy', 'serving'] as const
type LongPart = (typeof longParts)[number]

/** Numbers without their long parts: what is there a moment after an edit, and crosses as it is. */
export interface EarlyNumbers extends Pick<Numbers, 'problems' | 'requirements'> {
  readonly estimate: Omit<Estimate, LongPart>
}

/** The long parts as text, which crosses as one block of memory. */
export type PackedParts = Readonly<Record<LongPart, string>>

/** In the worker. Does not touch the long parts, which an estimate works out when they are first read. */
export function earlyIn({ problems, requirements, estimate }: Numbers): EarlyNumbers {
  const short: Partial<Record<keyof Estimate, unknown>> = {}
  for (const part of Object.keys(estimate) as (keyof Estimate)[]) if (!isLong(part)) short[part] = estimate[part]
  return { problems, requirements, estimate: short as EarlyNumbers['estimate'] }
}

const long: ReadonlySet<keyof Estimate> = new Set(longParts)

function isLong(part: keyof Estimate): part is LongPart {
  return long.has(part)
}

/** In the worker: one step for each long part, so that whoever edits on need not wait for all of them. */
export function packInSteps(estimate: Estimate, done: (parts: PackedParts) => void): readonly (() => void)[] {
  const packed: Partial<Record<LongPart, string>> = {}
  const pack = longParts.map((part) => () => {
    packed[part] = JSON.stringify(estimate[part])
  })
  return [...pack, () => done(packed as PackedParts)]
}

/** In the page. A long part is read when somebody first looks at it, so that an edit that nobody examines costs nothing. */
export function joinNumbers({ problems, requirements, estimate: short }: EarlyNumbers, parts: PackedParts): Numbers {
  const estimate = { ...short }
  for (const part of longParts) {
    let read: unknown
    Object.defineProperty(estimate, part, { enumerable: true, get: () => (read ??= JSON.parse(parts[part])) })
  }
  return { problems, requirements, estimate: estimate as Estimate }
}
