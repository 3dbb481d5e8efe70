import { describe, expect, it } from 'vitest'
import { setAnswer } from '../../design/edit/answer.ts'
import { confirmationOf, isPrintable } from './index.ts'
import { today, word, chat } from '../testing/assess.ts'

describe('laws that nobody read at their source', () => {
  it('may be printed once a person with a name confirmed them on a day', () => {
    const id = 'ai-act.transparency'
    expect(isPrintable(chat, id)).toBe(false)
    const key = `law.${id}`
    expect(isPrintable(setAnswer(chat, key, { value: true }), id)).toBe(false)
    expect(isPrintable(setAnswer(chat, key, { value: true, by: ' ', date: today }), id)).toBe(false)
    expect(isPrintable(setAnswer(chat, key, { value: false, by: 'L. Legal', date: today }), id)).toBe(false)
    expect(confirmationOf(setAnswer(chat, key, word(true)), id)?.by).toBe('L. Legal')
    expect(isPrintable(setAnswer(chat, key, word(true)), id)).toBe(true)
  })
})
