import { describe, expect, it } from 'vitest'
import { arrow, box } from '../graph/testing/draw.ts'
import { readAsAnswersWords } from './read-as-answers.ts'
import { estimateOf } from './testing/estimate-drawing.ts'

const user = box('user', 'actor')
const app = box('app', 'service')

describe('arrows that lead back to who is still waiting', () => {
  it('are named by the action whose numbers leave them out', () => {
    const { actions } = estimateOf([user, app], [arrow('user>app'), arrow('app>user as answer')])
    expect(actions[0]?.readAsAnswers).toEqual(['answer'])
  })
  it('are calls where nobody waits', () => {
    const back = arrow('app>user as notice', { mode: 'async' })
    expect(estimateOf([user, app], [arrow('user>app'), back]).actions[0]).not.toHaveProperty('readAsAnswers')
  })
  it('are told in a sentence that counts them', () => {
    expect(readAsAnswersWords(['Reply'])).toMatch(/^"Reply" leads back .* make it asynchronous\.$/)
    expect(readAsAnswersWords(['A', 'B'])).toMatch(/^"A" and "B" lead back /)
    expect(readAsAnswersWords(['A', 'B', 'C', 'D', 'E'])).toMatch(/^"A", "B", "C" and 2 more lead back /)
  })
})
