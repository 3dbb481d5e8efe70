import type { Id } from '../../design/design.ts'
import { type InputNode, input } from '../formula/formula.ts'

/** What is read is never nothing: a call that costs 0 because nobody stated a text would be a promise. */
const unsaidQuestionTokens = 50

/**
 * The words of a question of which nobody said how long it is, as an input of formulas.
 * @param on where to state it: the action that starts with it (`Brings`), else the component that reads it (`Text`)
 * @param tokens what of them is in hand: all, or what a share of the requests has left
 */
export function unsaidQuestion(on: Id, tokens: number = unsaidQuestionTokens): InputNode {
  const source = 'assumed: a question that a person types, one to eight sentences'
  const question = input('Question', tokens, 'tokens', {
    from: 'default',
    on,
    field: 'tokens',
    confidence: 'C',
    source,
  })
  return { ...question, low: tokens * 0.3, high: tokens * 4 }
}
