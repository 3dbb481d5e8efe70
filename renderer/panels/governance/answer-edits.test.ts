import { describe, expect, it } from 'vitest'
import type { QuestionState } from '../../../shared/governance/ai-act/act-tier.ts'
import { questionOf } from '../../../shared/governance/ai-act/questions.ts'
import { answerOf, lackOf, nextOpen, toggleOption } from './answer-edits.ts'

describe('answering a question', () => {
  it('lets "none" and the others exclude each other, and keeps one of those that do', () => {
    const areas = questionOf('annex-iii')
    expect(toggleOption(areas, [], '4a')).toEqual(['4a'])
    expect(toggleOption(areas, ['4a'], '8')).toEqual(['4a', '8'])
    expect(toggleOption(areas, ['4a', '8'], 'none')).toEqual(['none'])
    expect(toggleOption(areas, ['none'], '8')).toEqual(['8'])
    expect(toggleOption(areas, ['8'], '8')).toEqual([])
    expect(toggleOption(questionOf('profiling'), ['yes'], 'no')).toEqual(['no'])
  })

  it('asks why when the drawing is overruled, and only then', () => {
    expect(lackOf({ options: [], rationale: '' }, ['yes'])).toBe('Choose an answer.')
    expect(lackOf({ options: ['yes'], rationale: '' }, ['yes'])).toBeUndefined()
    expect(lackOf({ options: ['no'], rationale: ' ' }, ['yes'])).toBe('Say why it differs from the drawing.')
    expect(lackOf({ options: ['no'], rationale: 'A demo' }, ['yes'])).toBeUndefined()
    expect(lackOf({ options: ['no'], rationale: '' }, undefined)).toBeUndefined()
  })

  it('keeps what the drawing said, who answered and when', () => {
    const draft = { options: ['no'], rationale: ' A demo ' }
    expect(answerOf(questionOf('interacts'), draft, ['yes'], ' A. Architect ', '2026-11-21')).toEqual({
      value: false,
      drawn: true,
      rationale: 'A demo',
      by: 'A. Architect',
      date: '2026-11-21',
    })
    expect(answerOf(questionOf('role'), { options: ['deployer'], rationale: '' }, undefined, '', '2026-11-21')).toEqual(
      {
        value: ['deployer'],
        date: '2026-11-21',
      },
    )
  })

  it('goes on to what is open and matters, round the end', () => {
    const state = (id: QuestionState['id'], more: Partial<QuestionState>): QuestionState => ({
      id,
      matters: true,
      ...more,
    })
    const states = [
      state('eu-nexus', {}),
      state('ai-system', { from: 'person' }),
      state('excluded', { matters: false }),
      state('role', { from: 'drawing' }),
    ]
    expect(nextOpen(states, 'ai-system')).toBe('role')
    expect(nextOpen(states, 'role')).toBe('eu-nexus')
    expect(nextOpen([state('eu-nexus', {})], 'eu-nexus')).toBeUndefined()
  })
})
