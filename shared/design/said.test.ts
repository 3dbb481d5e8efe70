import { describe, expect, it } from 'vitest'
import type { Design } from './design.ts'
import { blankDesign } from './edit/blank.ts'
import { linesSaid } from './said.ts'

const day = { date: '2026-11-21', by: 'Ada' }
const design: Design = {
  ...blankDesign('d', 'Room'),
  decisions: [
    { id: 'a-1', name: 'Host it', number: 1, status: 'accepted', options: [], ...day },
    { id: 'a-2', name: 'Undated', number: 2, status: 'proposed', options: [] },
    { id: 'a-3', name: 'Decided elsewhere', number: 3, status: 'accepted', options: [], date: day.date },
  ],
  assumptions: [{ id: 's-1', statement: 'Nine thousand tokens', status: 'open', owner: 'The archive team', ...day }],
  questions: [
    { id: 'q-1', text: 'Who reads it?', answer: 'Staff', about: { on: 'llm' }, ...day },
    { id: 'q-2', text: 'Who pays?', ask: 'The sponsor', ...day },
  ],
  risks: [{ id: 'r-1', statement: 'The model retires', about: ['llm'], ...day }],
  parked: [{ id: 'p-1', text: 'Voice', ...day }],
}

describe('lines that were said', () => {
  it('have a day, their record, what they are about and what became of them', () => {
    expect(linesSaid(design).map(({ id, text, about, standing }) => ({ id, text, about, standing }))).toEqual([
      { id: 'a-1', text: 'ADR-1: Host it', about: [], standing: 'accepted' },
      { id: 's-1', text: 'Nine thousand tokens', about: [], standing: 'The archive team would know' },
      { id: 'q-1', text: 'Who reads it?', about: ['llm'], standing: 'Staff' },
      { id: 'q-2', text: 'Who pays?', about: [], standing: 'The sponsor would know' },
      { id: 'r-1', text: 'The model retires', about: ['llm'], standing: undefined },
      { id: 'p-1', text: 'Voice', about: [], standing: undefined },
    ])
  })
})
