import type { Decision, Design, Value } from '../../design/design.ts'
import type { Outcome, Side } from '../../options/outcome.ts'
import { weighOptions } from '../matrix.ts'

export const blank: Design = { format: 'lintel/design', version: 1, id: 'd-choice', name: 'Choice' }

/** A decision weighed by words alone: scores by option, in the order of the criteria a, b, c ... */
export const judged = (scores: readonly (readonly Value[])[], weights: readonly number[]): Decision => ({
  id: 'adr',
  name: 'Choose',
  number: 1,
  status: 'proposed',
  options: scores.map((row, index) => ({
    id: `o-${index}`,
    title: `Option ${index}`,
    scores: Object.fromEntries(row.map((score, column) => [`crit ${column}`, score])),
  })),
  weights: Object.fromEntries(weights.map((weight, column) => [`crit ${column}`, weight])),
})

/** What no engine has run for. */
export const none: ReadonlyMap<Side, Outcome> = new Map()

export const weigh = (decision: Decision) => weighOptions(decision, blank, none)
