import type { Decision } from '../../design/design.ts'
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

/** The decision of the context, weighed. Asking for one that is not in the design is a bug of the caller. */
export function openMemo(context: DocumentContext, decision: Decision): Memo {
  const outcomes = outcomesOf(context)
  return { context, decision, outcomes, matrix: weighOptions(decision, context.design, outcomes) }
}

/** A decision can be weighed once there are two options and one of them has a score. */
export function canBeWeighed(context: DocumentContext, decision: Decision): boolean {
  if (decision.options.length < 2) return false
  return openMemo(context, decision).matrix.cells.some((row) => row.some(({ by }) => by !== 'nobody'))
}

export function optionOf({ matrix }: Memo, id: string | undefined): MatrixOption | undefined {
  return matrix.options.find(({ option }) => option === id)
}
