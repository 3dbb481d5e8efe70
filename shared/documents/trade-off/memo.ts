import type { Decision } from '../../design/design.ts'
import { shorten } from '../../design/wording.ts'
import { type Matrix, type MatrixOption, weighOptions } from '../../decisions/matrix.ts'
import type { Outcome, Side } from '../../options/outcome.ts'
import type { DocumentContext } from '../document.ts'
import { outcomesOf } from '../sides.ts'

/** What every chapter of a memo reads: one decision, weighed on the drawings of its options. */
export interface Memo {
  readonly context: DocumentContext
  readonly decision: Decision
  readonly matrix: Matrix
  readonly outcomes: ReadonlyMap<Side, Outcome>
}

/** Letters of a name that the columns of a page have room for. */
const longestName = 80

/** A decision, weighed on the drawings of its options; names longer than `longest` are shortened. */
export function openMemo(context: DocumentContext, given: Decision, longest = longestName): Memo {
  const outcomes = outcomesOf(context)
  const decision = {
    ...given,
    options: given.options.map((option) => ({ ...option, title: shorten(option.title, longest) })),
  }
  const requirements = (context.design.requirements ?? []).map((requirement) =>
    requirement.name === undefined ? requirement : { ...requirement, name: shorten(requirement.name, longest) },
  )
  return { context, decision, outcomes, matrix: weighOptions(decision, { ...context.design, requirements }, outcomes) }
}

/** A decision can be weighed once there are two options and one of them has a score. */
export function canBeWeighed(context: DocumentContext, decision: Decision): boolean {
  if (decision.options.length < 2) return false
  return openMemo(context, decision).matrix.cells.some((row) => row.some(({ by }) => by !== 'nobody'))
}

export function optionOf({ matrix }: Memo, id: string | undefined): MatrixOption | undefined {
  return matrix.options.find(({ option }) => option === id)
}
