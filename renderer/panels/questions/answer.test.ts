import { describe, expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import type { QuestionGroup } from '../../../shared/findings/finding.ts'
import { fieldOfQuestion } from '../../../shared/findings/question-field.ts'
import { answerAll, doesNotApply } from './answer.ts'

const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  components: [
    { id: 'one', name: 'One', kind: 'vector-store' },
    { id: 'two', name: 'Two', kind: 'vector-store', settings: { dimensions: 512 } },
  ],
  flows: [{ id: 'f', from: 'one', to: 'two' }],
  data: [{ id: 'chunks', name: 'Chunks' }],
}
const group = (on: readonly string[], field: string): QuestionGroup => ({
  id: field,
  text: '?',
  topic: 'privacy',
  elements: on.map((id) => ({ on: id, field })),
  answer: 'field',
  rules: ['PRV-01'],
  requirements: [],
  weight: 'high',
  verdicts: on.length,
})

describe('an answer', () => {
  it('fills the model for all alike', () => {
    const answered = answerAll(design, group(['one', 'two'], 'settings.encryptedAtRest'), true)
    expect(answered.components?.map((one) => one.settings)).toEqual([
      { encryptedAtRest: true },
      { dimensions: 512, encryptedAtRest: true },
    ])
  })
  it('goes where the field says: element, data, context', () => {
    expect(answerAll(design, group(['f'], 'encrypted'), false).flows?.[0]?.encrypted).toBe(false)
    expect(answerAll(design, group(['chunks'], 'facts.retentionDays'), 30).data?.[0]?.facts).toEqual({
      retentionDays: 30,
    })
    expect(answerAll(design, group(['d'], 'context.audience'), 'external').context).toEqual({ audience: 'external' })
  })
  it('has the control of its field', () => {
    expect(fieldOfQuestion(design, group(['one'], 'settings.encryptedAtRest'))?.type).toBe('boolean')
    expect(fieldOfQuestion(design, group(['chunks'], 'personal'))?.type).toBe('choice')
    expect(fieldOfQuestion(design, group(['f'], 'encrypted'))?.type).toBe('boolean')
    expect(fieldOfQuestion(design, group(['d'], 'context.stage'))?.type).toBe('choice')
  })
  it('"does not apply" settles the rules that asked, with the reason', () => {
    const settled = doesNotApply(design, group(['one', 'two'], 'settings.encryptedAtRest'), 'No data of ours')
    expect(settled.treatments?.map(({ rule, on, response, reason }) => ({ rule, on, response, reason }))).toEqual([
      { rule: 'PRV-01', on: ['one'], response: 'dispute', reason: 'No data of ours' },
      { rule: 'PRV-01', on: ['two'], response: 'dispute', reason: 'No data of ours' },
    ])
  })
})
