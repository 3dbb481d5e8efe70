import { describe, expect, it } from 'vitest'
import type { Finding, QuestionGroup } from '../../findings/finding.ts'
import { anyFinding } from '../../findings/testing/finding.ts'
import { cellOf, cover, looking, rule, stateOf } from '../testing/cover-chat.ts'
import type { CellState, Coverage } from './coverage.ts'
import { lettersOf } from './cover-design.ts'

const question = (more: Partial<QuestionGroup>): QuestionGroup => ({
  id: 'settings.x',
  text: 'X?',
  topic: 'access',
  answer: 'field',
  elements: [],
  rules: ['X-01'],
  requirements: [],
  weight: 'high',
  verdicts: 1,
  ...more,
})

describe('the matrix of coverage', () => {
  it('has a row for each box and arrow in scope, with the letters of its type', () => {
    const { rows } = cover([])
    const letters = Object.fromEntries(
      rows.map(({ on, type, cells }) => [
        on,
        `${type} ${cells
          .filter(({ method }) => method === 'stride')
          .map(({ letter }) => letter)
          .join('')}`,
      ]),
    )
    expect(letters).toEqual({
      'c-user': 'actor SR',
      'c-chat': 'process STRIDE',
      'c-agent': 'process STRIDE',
      'c-model': 'process STRIDE',
      'c-index': 'store TRID',
      'a-user-chat': 'flow TID',
      'a-chat-agent': 'flow TID',
      'a-agent-model': 'flow TID',
      'a-agent-index': 'flow TID',
    })
    expect(
      rows
        .find(({ on }) => on === 'c-user')
        ?.cells.filter(({ method }) => method === 'linddun')
        .map(({ letter }) => letter),
    ).toEqual(['L', 'I', 'U'])
    expect(
      rows
        .find(({ on }) => on === 'c-index')
        ?.cells.filter(({ method }) => method === 'linddun')
        .map(({ letter }) => letter),
    ).toEqual(['L', 'I', 'Nr', 'D', 'Dd', 'Nc'])
  })

  it('has considered nothing where no rule looked, and counts nothing of it as decided', () => {
    const { rows, total } = cover([])
    expect(
      rows
        .flatMap(({ cells }) => cells)
        .every(({ state, reasons }) => state === 'notConsidered' && reasons.length === 0),
    ).toBe(true)
    expect(total.stride).toMatchObject({ applicable: 36, decided: 0 })
  })

  it('says which rule looked at an element for a letter, and that it does not apply where it found nothing', () => {
    const covered = cover([rule({ stride: 'TE', linddun: ['Dd'], ...looking('c-agent', 'a-agent-model', 'c-old') })])
    expect(cellOf(covered, 'c-agent', 'T')).toMatchObject({
      state: 'notApplicable',
      reasons: [{ rule: 'X-01', says: 'notApplicable' }],
    })
    expect(stateOf(covered, 'a-agent-model', 'T')).toBe('notApplicable')
    expect(stateOf(covered, 'a-agent-model', 'E')).toBeUndefined()
    expect(stateOf(covered, 'c-agent', 'Dd', 'linddun')).toBe('notApplicable')
    expect(stateOf(covered, 'c-agent', 'S')).toBe('notConsidered')
    expect(covered.total.stride.decided).toBe(3)
  })

  it.each<readonly [Finding['status'], CellState]>([
    ['open', 'open'],
    ['mitigated', 'mitigated'],
    ['accepted', 'treated'],
    ['transferred', 'treated'],
    ['avoided', 'treated'],
    ['disputed', 'treated'],
  ])('a finding that is %s makes its cells %s, also one of another rule with the same cause', (status, state) => {
    const found = anyFinding({
      rule: 'Y-01',
      aliases: ['X-01'],
      anchors: ['c-agent'],
      elements: ['c-agent', 'a-agent-model', 'c-chat'],
      status,
      treatedBy: 'k-one',
    })
    const covered = cover([rule({ stride: 'T', ...looking('a-agent-model') })], { findings: [found] })
    expect(cellOf(covered, 'c-agent', 'T')).toMatchObject({ state, reasons: [{ finding: found.id, by: 'k-one' }] })
    expect(stateOf(covered, 'a-agent-model', 'T')).toBe(state)
    expect(stateOf(covered, 'c-chat', 'T')).toBe('notConsidered')
  })

  it('is unknown while a question is open, and unknown is never decided', () => {
    const asked = rule({ stride: 'T', ...looking('c-agent', 'c-model', 'c-index', 'a-agent-index', 'a-user-chat') })
    const at = (on: string): Coverage => cover([asked], { questions: [question({ elements: [{ on }] })] })
    expect(cellOf(at('c-model'), 'c-model', 'T')).toMatchObject({
      state: 'unknown',
      reasons: [{ question: 'settings.x' }],
    })
    expect(at('c-model').total.stride).toMatchObject({ decided: 4, byState: { unknown: 1 } })
    const ofData = at('d-pages')
    const unknown = ofData.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'unknown')
    // What holds them, what brings them, who gets them; and arrows that state nothing may carry them.
    expect(unknown.map(({ on }) => on).toSorted()).toEqual([
      'a-agent-index',
      'a-user-chat',
      'c-agent',
      'c-index',
      'c-model',
    ])
    expect(
      at('d-other')
        .rows.flatMap(({ cells }) => cells)
        .filter(({ state, on }) => state === 'unknown' && on === 'a-agent-index'),
    ).toEqual([])
    expect(at('x-design').total.stride).toMatchObject({ decided: 0, byState: { unknown: 5 } })
    const others = cover([asked], { questions: [question({ rules: ['Y-01'], elements: [{ on: 'c-model' }] })] })
    expect(others.total.stride).toMatchObject({ decided: 5, byState: { unknown: 0 } })
  })

  it('shows the worst of what several rules say, and all of it', () => {
    const quiet = rule({ id: 'Y-01', stride: 'T', ...looking('c-agent') })
    const loud = rule({ id: 'X-01', stride: 'T', ...looking('c-agent') })
    const covered = cover([quiet, loud], { findings: [anyFinding({ anchors: ['c-agent'] })] })
    expect(cellOf(covered, 'c-agent', 'T')?.reasons.map(({ rule: id, says }) => [id, says])).toEqual([
      ['X-01', 'open'],
      ['Y-01', 'notApplicable'],
    ])
  })

  it('asks unawareness of the people behind a box', () => {
    const covered = cover([rule({ linddun: ['U'], ...looking('c-agent') })], {
      findings: [anyFinding({ anchors: ['c-agent'] })],
    })
    expect(stateOf(covered, 'c-user', 'U', 'linddun')).toBe('open')
    expect(stateOf(covered, 'c-agent', 'U', 'linddun')).toBeUndefined()
  })

  it('gives a reason of unawareness once, however many boxes lead to it', () => {
    const unaware = rule({ linddun: ['U'], ...looking('c-agent', 'c-model', 'c-index') })
    const reasons = (findings: readonly Finding[]) =>
      cellOf(cover([unaware], { findings }), 'c-user', 'U', 'linddun')?.reasons.map(({ says }) => says)
    expect(reasons([])).toEqual(['notApplicable'])
    expect(reasons([anyFinding({ anchors: ['c-agent', 'c-model'] })])).toEqual(['open'])
    expect(
      reasons([
        anyFinding({ id: 'X-01 one', anchors: ['c-agent'] }),
        anyFinding({ id: 'X-01 two', anchors: ['c-model'] }),
      ]),
    ).toEqual(['open', 'open'])
  })

  it('takes the letters of LINDDUN from what a rule refers to, where it has none of its own', () => {
    const references = [{ framework: 'linddun', edition: '2020', id: 'Nc' }]
    expect(lettersOf(rule({ stride: 'IT', references }))).toEqual([
      ['stride', 'I'],
      ['stride', 'T'],
      ['linddun', 'Nc'],
    ])
    expect(lettersOf(rule({ linddun: ['L'], references }))).toEqual([['linddun', 'L']])
  })

  it('puts each box on a layer of MAESTRO, and each arrow on that of what it calls', () => {
    const { rows, byLayer } = cover([])
    expect(Object.fromEntries(rows.map(({ on, layer }) => [on, layer]))).toMatchObject({
      'c-user': 'L7',
      'c-chat': 'L7',
      'c-agent': 'L3',
      'c-model': 'L1',
      'c-index': 'L2',
      'a-agent-model': 'L1',
    })
    expect(Object.keys(byLayer)).toEqual(['L1', 'L2', 'L3', 'L7'])
  })
})
