import { sameInOrder } from '../../../shared/design/same-json.ts'
import type { FindingLine } from '../../../shared/findings/lines.ts'

/** A line as it is shown; `gone`: it was here a moment ago, and is not found any more. */
export interface ShownLine extends FindingLine {
  readonly gone?: true
}

/**
 * The lines while somebody points at them: each stays where it was with what is true of it now, what is gone keeps its
 * place, and what is new comes last. Nothing moves under the pointer.
 */
export function holdLines(before: readonly ShownLine[], now: readonly FindingLine[]): readonly ShownLine[] {
  const current = new Map(now.map((line) => [line.id, line]))
  const shown = new Set(before.map(({ id }) => id))
  const kept = before.map((line): ShownLine => current.get(line.id) ?? { ...line, gone: true })
  return [...kept, ...now.filter(({ id }) => !shown.has(id))]
}

/** The lines, with those of before in place of all that say the same; the very list of before, when nothing else is in it. */
export function keepLines(before: readonly ShownLine[], now: readonly ShownLine[]): readonly ShownLine[] {
  const known = new Map(before.map((line) => [line.id, line]))
  const kept = now.map((line) => {
    const old = known.get(line.id)
    return old !== undefined && sameInOrder(old, line) ? old : line
  })
  return kept.length === before.length && kept.every((line, index) => line === before[index]) ? before : kept
}
