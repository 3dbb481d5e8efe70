import { namesOfProduct } from '../graph/decide-condition.ts'
import { matchesName } from '../graph/match-name.ts'
import { findProduct } from '../kinds/products/index.ts'
import type { Standards, Technology, TechnologyStatus } from './standards.ts'

/** What the list says about a product. `unlisted` is said only of an exhaustive list. */
export interface Standing {
  readonly status: TechnologyStatus | 'unlisted'
  /** Tolerated once, and the day has passed. */
  readonly isOver: boolean
  readonly line?: Technology
}

const worst: readonly TechnologyStatus[] = ['forbidden', 'tolerated', 'approved']

/**
 * The line of the list that speaks of a product most closely: by its id or one of its names before a pattern, a pattern
 * before its vendor; of two alike the stricter. Undefined when the list is silent and does not claim to name all.
 */
export function standingOf(product: string, standards: Standards, today: string): Standing | undefined {
  const described = findProduct(product)
  const names = namesOfProduct(product, described)
  const vendor = described?.vendor
  const closeness = ({ name }: Technology): number => {
    if (!names.some((each) => matchesName(each, name))) return 0
    if (vendor !== undefined && matchesName(vendor, name)) return 1
    return name.includes('*') ? 2 : 3
  }
  const [first] = (standards.technologies ?? [])
    .map((line) => ({ line, closeness: closeness(line) }))
    .filter((each) => each.closeness > 0)
    .toSorted((a, b) => b.closeness - a.closeness || worst.indexOf(a.line.status) - worst.indexOf(b.line.status))
  if (first !== undefined) return { status: first.line.status, isOver: isOver(first.line, today), line: first.line }
  return standards.exhaustive === true ? { status: 'unlisted', isOver: false } : undefined
}

/** Whether a technology was tolerated up to a day before `today` (ISO dates). */
export function isOver({ status, until }: Technology, today: string): boolean {
  return status === 'tolerated' && until !== undefined && until < today
}
