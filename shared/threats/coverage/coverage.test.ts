import { describe, expect, it } from 'vitest'
import type { Assumption, Design, Risk } from '../../design/design.ts'
import { manualThreatRule } from '../../design/design.ts'
import type { Finding, QuestionGroup } from '../../findings/finding.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { anyFinding } from '../../findings/testing/finding.ts'
import { arrow, box, data, miniDesign } from '../../findings/testing/mini-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { kinds } from '../../kinds/index.ts'
import { manualThreats } from '../manual/manual-threats.ts'
import type { Cell, CellState, Coverage } from './coverage.ts'
import { consideredByHand } from './considered.ts'
import { coverDesign, lettersOf } from './cover-design.ts'
import { premiseNotStated } from './premises.ts'

const chat: Design = miniDesign({
  context: { multiTenant: false, dataResidency: ['EU'], decisionEffect: 'none' },
  components: [
    box('c-user', 'user'),
    box('c-chat', 'client'),
    box('c-agent', 'agent'),
    box('c-model', 'llm-api'),
    box('c-index', 'vector-store', { holds: ['d-pages'] }),
    box('c-old', 'relational-db', { outOfScope: 'Another team answers for it' }),
  ],
  flows: [
    arrow('c-user', 'c-chat'),
    arrow('c-chat', 'c-agent'),
    arrow('c-agent', 'c-model'),
    arrow('c-agent', 'c-index', { response: { data: ['d-pages'] } }),
    arrow('c-agent', 'c-old'),
  ],
  data: [data('d-pages'), data('d-other')],
})
const rule = (more: Partial<Rule>): Rule =>
  defineRule({
    id: 'X-01',
    lenses: ['threat'],
    title: 'Something',
    severity: 'high',
    topic: 'access',
    why: 'It matters.',
    references: [],
    check: () => [],
    ...more,
  })
const looking = (...ids: readonly string[]): Pick<Rule, 'looksAt'> => ({ looksAt: () => ids })
interface Said {
  readonly findings?: readonly Finding[]
  readonly questions?: readonly QuestionGroup[]
}
const cover = (asked: readonly Rule[], { findings = [], questions = [] }: Said = {}, design = chat): Coverage => {
  const graph = buildGraph(design, kinds, [])
  return coverDesign({ graph, rules: asked, findings, questions, context: () => undefined as never })
}
const cellOf = ({ rows }: Coverage, on: string, letter: string, method = 'stride'): Cell | undefined =>
  rows.find((row) => row.on === on)?.cells.find((cell) => cell.letter === letter && cell.method === method)
const stateOf = (...place: Parameters<typeof cellOf>): CellState | undefined => cellOf(...place)?.state
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

  it('is raised to a threat by a person alone', () => {
    const risk: Risk = {
      id: 'r-one',
      statement: 'Somebody answers for the model',
      cell: { on: 'c-model', method: 'stride', letter: 'S' },
    }
    const design = { ...chat, risks: [risk] }
    const covered = cover([], { findings: manualThreats(design, '2026-11-21') }, design)
    expect(cellOf(covered, 'c-model', 'S')).toMatchObject({ state: 'open', reasons: [{ rule: manualThreatRule }] })
    expect(covered.total.stride).toMatchObject({ decided: 1 })
  })

  it('counts a cell in which a person found no threat as decided, until somebody doubts it', () => {
    const cell = { on: 'c-model', method: 'stride', letter: 'S' } as const
    const assumption: Assumption = { id: 'n-one', statement: 'No spoofing: one caller', status: 'confirmed', cell }
    const of = (status: Assumption['status']) => {
      const covered = cover([], {}, { ...chat, assumptions: [{ ...assumption, status }] })
      return { ...cellOf(covered, 'c-model', 'S'), decided: covered.total.stride.decided }
    }
    const reasons = [{ rule: consideredByHand, title: assumption.statement, says: 'treated', by: 'n-one' }]
    expect(of('confirmed')).toMatchObject({ state: 'treated', reasons, decided: 1 })
    for (const status of ['open', 'refuted'] as const)
      expect(of(status)).toMatchObject({ state: 'notConsidered', reasons: [], decided: 0 })
  })

  it('leaves an open threat open, whoever found none there', () => {
    const cell = { on: 'c-model', method: 'stride', letter: 'S' } as const
    const design: Design = {
      ...chat,
      risks: [{ id: 'r-one', statement: 'Somebody answers for the model', cell }],
      assumptions: [{ id: 'n-one', statement: 'No spoofing: one caller', status: 'confirmed', cell }],
    }
    const covered = cover([], { findings: manualThreats(design, '2026-11-21') }, design)
    expect(cellOf(covered, 'c-model', 'S')).toMatchObject({ state: 'open' })
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

describe('what rules judge by and nobody stated', () => {
  const bare: Design = {
    ...chat,
    components: chat.components?.map((component) => ({ ...component, holds: [] })) ?? [],
    flows: chat.flows?.map((flow) => ({ ...flow, response: {} })) ?? [],
    data: [],
  }
  const quiet = [rule({ stride: 'TI', linddun: ['Dd'], ...looking('c-chat') })]
  const ofArrow = (coverage: Coverage, letter: string) => {
    const arrowRow = coverage.rows.find(({ type, cells }) => type === 'flow' && cells.some(({ reasons }) => reasons[0]))
    return arrowRow?.cells.find((cell) => cell.letter === letter)
  }

  it('leaves the disclosure of data unknown where no data is stated, and says so before the rules', () => {
    const coverage = cover(quiet, {}, bare)
    expect(stateOf(coverage, 'c-chat', 'I')).toBe('unknown')
    expect(cellOf(coverage, 'c-chat', 'I')?.reasons.map((each) => each.rule)).toEqual([premiseNotStated, 'X-01'])
    expect(stateOf(coverage, 'c-chat', 'Dd', 'linddun')).toBe('unknown')
    expect(stateOf(coverage, 'c-chat', 'T')).toBe('notApplicable')
    expect(stateOf(cover(quiet), 'c-chat', 'I')).toBe('notApplicable')
  })

  it('leaves an arrow unknown where no boundary says what it divides', () => {
    const all = [rule({ stride: 'T', looksAt: ({ graph }) => graph.flows.map(({ id }) => id) })]
    const withZones = (trust?: number): Coverage => {
      const design: Design = {
        ...chat,
        boundaries: [{ id: 'z-out', name: 'Out', ...(trust === undefined ? {} : { trust }) }],
      }
      const graph = buildGraph(design, kinds, [])
      return coverDesign({ graph, rules: all, findings: [], questions: [], context: () => ({ graph }) as never })
    }
    expect(ofArrow(withZones(), 'T')?.state).toBe('unknown')
    expect(ofArrow(withZones(20), 'T')?.state).toBe('notApplicable')
  })

  it('never hides what a rule found, nor what nobody looked at', () => {
    const found = anyFinding({ id: 'X-01@c-chat', rule: 'X-01', anchors: ['c-chat'], elements: ['c-chat'] })
    expect(stateOf(cover(quiet, { findings: [found] }, bare), 'c-chat', 'I')).toBe('open')
    expect(stateOf(cover([], {}, bare), 'c-chat', 'I')).toBe('notConsidered')
  })
})
