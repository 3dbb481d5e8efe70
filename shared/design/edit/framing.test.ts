import { describe, expect, it } from 'vitest'
import { takenIds } from '../collections.ts'
import type { Design } from '../design.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { soundDesign } from '../sound.ts'
import { frozen } from '../testing/shuffle.ts'
import { permissiveVocabulary } from '../vocabulary.ts'
import * as edits from './index.ts'

const base: Design = frozen({
  format: 'lintel/design',
  version: 1,
  id: 'd',
  name: 'D',
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'orchestrator' },
  ],
  flows: [{ id: 'ask', from: 'user', to: 'app' }],
  actions: [{ id: 'asks', name: 'Asks', starts: 'ask' }],
  requirements: [{ id: 'r', metric: 'latency.full', is: '<=', target: 8000, priority: 'must' }],
})

describe('the framing sheet', () => {
  it('keeps texts without the space around them, and goes when nothing is left on it', () => {
    const written = edits.setFramingText(base, 'problem', '  Analysts search for hours \n')
    expect(written.framing).toEqual({ problem: 'Analysts search for hours' })
    const more = edits.setNonGoals(written, ['No advice', '  ', ' No trading '])
    expect(more.framing?.nonGoals).toEqual(['No advice', 'No trading'])
    const emptied = edits.setNonGoals(edits.setFramingText(more, 'problem', ' '), [])
    expect('framing' in emptied).toBe(false)
    expect(emptied).toEqual(base)
  })

  it('changes one measure or kind of answer and shares the rest', () => {
    const one = edits.addMeasure(base, { id: 'm1', name: 'Minutes a case' })
    const two = edits.addMeasure(one, { id: 'm2', name: 'Cases reopened' })
    const changed = edits.changeMeasure(two, 'm1', (measure) => ({ ...measure, aim: '5' }))
    expect(changed.framing?.measures).toEqual([
      { id: 'm1', name: 'Minutes a case', aim: '5' },
      { id: 'm2', name: 'Cases reopened' },
    ])
    expect(changed.framing?.measures?.[1]).toBe(two.framing?.measures?.[1])
    expect(edits.changeMeasure(two, 'nowhere', () => undefined)).toBe(two)
    const gone = edits.changeMeasure(
      edits.changeMeasure(two, 'm1', () => undefined),
      'm2',
      () => undefined,
    )
    expect(gone.framing).toBeUndefined()
    const answer = edits.addAnswerKind(base, { id: 'k', name: 'Summary' })
    expect(edits.changeAnswerKind(answer, 'k', () => undefined).framing).toBeUndefined()
  })

  it('has ids that nothing else in the file can take', () => {
    const design = edits.addAnswerKind(edits.addMeasure(base, { id: 'm', name: 'M' }), { id: 'k', name: 'K' })
    expect([...takenIds(design)]).toEqual(expect.arrayContaining(['m', 'k']))
  })

  it('stops naming a requirement or an action that is deleted, and keeps what was written', () => {
    const named = edits.addAnswerKind(edits.addMeasure(base, { id: 'm', name: 'M', aim: '5', requirement: 'r' }), {
      id: 'k',
      name: 'K',
      wrong: 'It invents a source',
      action: 'asks',
    })
    expect(checkInvariants(named, permissiveVocabulary).filter(({ level }) => level === 'error')).toEqual([])
    // The action hangs on the arrow, the arrow on the box.
    const left = edits.removeElements(edits.removeElements(named, ['r']), ['app'])
    expect(left.framing).toEqual({
      measures: [{ id: 'm', name: 'M', aim: '5' }],
      answers: [{ id: 'k', name: 'K', wrong: 'It invents a source' }],
    })
    expect(edits.removeElements(named, ['user']).framing?.measures).toEqual(named.framing?.measures)
  })

  it('may name what only a variant has, until no variant has it', () => {
    const option = edits.addVariant(base, { id: 'v', name: 'V', type: 'option' })
    const within = edits.editWithin(option, 'v', (design) =>
      edits.addMeasure(
        edits.addRequirement(design, { id: 'own', metric: 'availability', is: '>=', target: 0.99, priority: 'must' }),
        { id: 'm', name: 'M', requirement: 'own' },
      ),
    )
    expect(within.framing?.measures).toEqual([{ id: 'm', name: 'M', requirement: 'own' }])
    expect(checkInvariants(within, permissiveVocabulary).filter(({ level }) => level === 'error')).toEqual([])
    const without = edits.editWithin(within, 'v', (design) => edits.removeElements(design, ['own']))
    expect(without.framing?.measures).toEqual([{ id: 'm', name: 'M' }])
  })

  it('is given to engines without a name that leads nowhere', () => {
    const broken: Design = { ...base, framing: { measures: [{ id: 'm', name: 'M', requirement: 'nowhere' }] } }
    expect(soundDesign(broken, permissiveVocabulary).framing?.measures).toEqual([{ id: 'm', name: 'M' }])
  })
})
