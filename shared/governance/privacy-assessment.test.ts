import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { data } from '../findings/testing/mini-design.ts'
import { assess, answered, chat } from './testing/assess.ts'

describe('the data protection impact assessment', () => {
  const privacy = (design: Design) => assess(design).privacy

  it('is needed from two criteria on, and open while open ones could make two', () => {
    expect(privacy(chat)).toMatchObject({ met: 1, verdict: 'open' })
    const deciding = { ...chat, context: { ...chat.context, decisionEffect: 'significant' } }
    expect(privacy(deciding)).toMatchObject({ met: 2, verdict: 'needed' })
    const special = { ...chat, data: [data('d-question', { personal: 'special' })] }
    expect(privacy(special).criteria.find(({ id }) => id === 'sensitive')).toMatchObject({
      state: 'yes',
      elements: ['d-question'],
    })
    const none = Object.fromEntries(privacy(chat).criteria.map(({ id }) => [`dpia.${id}`, false]))
    expect(privacy(answered(chat, none))).toMatchObject({ met: 0, open: 0, verdict: 'notNeeded' })
    expect(privacy(answered(chat, { ...none, 'dpia.monitoring': true })).verdict).toBe('notNeeded')
    expect(privacy(answered(chat, { ...none, 'dpia.monitoring': true, 'dpia.vulnerable': true })).verdict).toBe(
      'needed',
    )
  })

  it('counts records, and says nothing where nobody said what the data are', () => {
    const many = { ...chat, data: [data('d-question', { personal: 'personal', facts: { records: 250_000 } })] }
    expect(privacy(many).criteria.find(({ id }) => id === 'large-scale')?.state).toBe('yes')
    const few = { ...chat, data: [data('d-question', { personal: 'personal', facts: { records: 20 } })] }
    expect(privacy(few).criteria.find(({ id }) => id === 'large-scale')?.state).toBe('no')
    expect(privacy({ ...chat, data: [data('d-question')] }).verdict).toBe('open')
    expect(privacy({ ...chat, data: [data('d-question', { personal: 'none' })] }).verdict).toBe('noPersonalData')
  })
})
