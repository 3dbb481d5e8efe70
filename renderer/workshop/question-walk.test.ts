import { describe, expect, it } from 'vitest'
import type { QuestionGroup } from '../../shared/findings/finding.ts'
import { followQuestions, questionAt, startWalk, stepBack, stepForward, tally } from './question-walk.ts'

const group = (id: string, more: Partial<QuestionGroup> = {}): QuestionGroup => ({
  id,
  text: `${id}?`,
  topic: 'privacy',
  answer: 'yesNo',
  elements: [{ on: 'c-one', field: id }],
  rules: ['PRV-01'],
  requirements: [],
  weight: 'medium',
  verdicts: 1,
  ...more,
})
const [a, b, c] = [group('a'), group('b'), group('c')]

describe('a walk through questions', () => {
  it('goes from one to the next and ends behind the last', () => {
    const all = [a, b, c]
    const second = stepForward(startWalk(all), all)
    expect(questionAt(second, all)?.id).toBe('b')
    const end = stepForward(stepForward(second, all), all)
    expect(questionAt(end, all)).toBeUndefined()
    expect(end.at).toBe(3)
  })

  it('keeps its order when the ranking changes, passes over what is answered, and goes back', () => {
    const walk = startWalk([a, b, c])
    const now = [c, a]
    const third = stepForward(walk, now)
    expect(questionAt(third, now)?.id).toBe('c')
    expect(questionAt(stepBack(third, now), now)?.id).toBe('a')
    expect(stepBack(walk, now)).toBe(walk)
  })

  it('asks at the end what an answer has raised', () => {
    const walk = startWalk([a])
    const raised = followQuestions(walk, [b, a])
    expect(raised.order).toEqual(['a', 'b'])
    expect(questionAt(raised, [b, a])?.id).toBe('a')
    expect(followQuestions(raised, [a, b])).toBe(raised)
  })

  it('passes over what was answered elsewhere', () => {
    expect(questionAt(followQuestions(startWalk([a, b]), [b]), [b])?.id).toBe('b')
    expect(followQuestions(startWalk([a]), []).at).toBe(1)
  })

  it('counts what was answered, what somebody will say and what was passed over', () => {
    const walk = startWalk([a, b, c])
    const promised = group('b', { elements: [{ on: 'c-one', field: 'b', answered: 'unknown' }] })
    const { answered, asked, skipped } = tally(walk, [promised, c, group('raised later')])
    expect({ answered, asked: asked.map(({ id }) => id), skipped: skipped.map(({ id }) => id) }).toEqual({
      answered: 1,
      asked: ['b'],
      skipped: ['c'],
    })
  })
})
