import type { Design, Id } from '../../design/design.ts'
import { numberEditsBetween } from '../../design/number-edits.ts'
import { sameItems } from '../../design/same-json.ts'
import type { InputNode } from '../../kinds/formula/formula.ts'
import type { Answer } from './remembered.ts'

/** What a whole part of an estimate came to: of which design, and by each box which of its fields were read for it. */
export interface PartAnswer<T> extends Answer<T> {
  readonly design: Design
  readonly fields: ReadonlyMap<Id, ReadonlySet<string>>
}

/**
 * Parts of an estimate that look at a whole drawing. Somebody who edits a time changes no number of calls and no price:
 * parts that read none of the numbers that an edit changed are not asked again, not even box by box.
 */
export type RememberedParts<T> = WeakMap<object, readonly PartAnswer<T>[]>

/** The same part at the mean hour, at other traffic, and with other replicas. */
const answersAtMost = 4

/**
 * What the part came to of the same, for a design that differs in nothing but numbers that it did not read. Sound where
 * every number of the design reaches the part by way of the readers that note it, or in what it is `from`.
 */
export function recallPart<T>(
  remembered: RememberedParts<T>,
  of: object,
  design: Design,
  from: readonly unknown[],
): PartAnswer<T> | undefined {
  const answers = remembered.get(of) ?? []
  const index = answers.findIndex((answer) => {
    const edits = numberEditsBetween(answer.design, design)
    return edits?.every(({ on, field }) => answer.fields.get(on)?.has(field) !== true) && sameItems(answer.from, from)
  })
  const answer = answers[index]
  if (answer === undefined || answer.design === design) return answer
  // The next edit is one away from this design, however many led here.
  const moved = { ...answer, design }
  remembered.set(of, answers.with(index, moved))
  return moved
}

/** Keeps what a part came to, and every number that was `read` for it. */
export function keepPart<T>(
  remembered: RememberedParts<T>,
  of: object,
  { read, ...answer }: Omit<PartAnswer<T>, 'fields'>,
): void {
  const kept = (remembered.get(of) ?? []).slice(0, answersAtMost - 1)
  remembered.set(of, [{ ...answer, read, fields: fieldsOf(read) }, ...kept])
}

function fieldsOf(read: readonly InputNode[]): ReadonlyMap<Id, ReadonlySet<string>> {
  const fields = new Map<Id, Set<string>>()
  for (const { provenance } of read) {
    const { on, field } = provenance
    if (on === undefined || field === undefined) continue
    const known = fields.get(on)
    if (known) known.add(field)
    else fields.set(on, new Set([field]))
  }
  return fields
}
