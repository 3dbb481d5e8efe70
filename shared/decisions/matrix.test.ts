import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import type { Decision, Design } from '../design/design.ts'
import { setSetting } from '../design/edit/element.ts'
import { addVariant, editWithin } from '../design/edit/variant.ts'
import { type Outcome, outcomeOf, type Side } from '../options/outcome.ts'
import { withSide } from '../options/reuse.ts'
import { sayChosenOut } from './chosen-out.ts'
import { weighOptions } from './matrix.ts'
import { recommend, risksOf, scoreWords } from './recommend.ts'
import { judged, weigh } from './testing/judged.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }

const rag = read('resources/templates/analyst-research-rag.lintel.json') as Design

const model = rag.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''

describe('a matrix of judged scores', () => {
  it('adds up by weight', () => {
    const matrix = weigh(
      judged(
        [
          [5, 1],
          [2, 4],
        ],
        [3, 1],
      ),
    )
    expect(matrix.options.map(({ total }) => total)).toEqual([4, 2.5])
    expect(matrix.first).toBe('o-0')
    expect(matrix.sensitivity).toEqual([
      { criterion: 'crit 0', title: 'crit 0', weight: 3, below: 1, rival: 'o-1' },
      { criterion: 'crit 1', title: 'crit 1', weight: 1, above: 3, rival: 'o-1' },
    ])
    expect(recommend(matrix)).toBe(
      'Option 0 comes first with 4 of 5, before Option 1 with 2.5. Option 1 would come first if the weight of "crit 0" falls to 1 (it is 3).',
    )
  })

  it('leaves out what has the weight 0', () => {
    expect(
      weigh(
        judged(
          [
            [5, 1],
            [2, 4],
          ],
          [1, 0],
        ),
      ).criteria.map(({ id }) => id),
    ).toEqual(['crit 0'])
  })

  it('shows a range and a question where a score is missing, and recommends nothing that it could turn', () => {
    const matrix = weigh(
      judged(
        [
          [5, 3],
          [2, { unknown: true }],
        ],
        [1, 1],
      ),
    )
    expect(matrix.options[1]).toMatchObject({ low: 1.5, high: 3.5 })
    expect(matrix.options[1]).not.toHaveProperty('total')
    expect(matrix.questions).toEqual(['How well does Option 1 meet "crit 1"?'])
    expect(matrix.first).toBe('o-0')
    expect(recommend(matrix)).toContain('No open question changes that.')
    const open = weigh(
      judged(
        [
          [4, 3],
          [2, { unknown: true }],
        ],
        [1, 2],
      ),
    )
    expect(open.first).toBeUndefined()
    expect(recommend(open)).toBe(
      'Nothing can be recommended yet: one open question decides. The first of them: How well does Option 1 meet "crit 1"?',
    )
    expect(open.sensitivity).toEqual([])
  })

  it('says so at a draw, and with nothing to choose or to weigh', () => {
    expect(
      recommend(
        weigh(
          judged(
            [
              [3, 3],
              [3, 3],
            ],
            [1, 1],
          ),
        ),
      ),
    ).toBe('Option 0 and Option 1 are level at 3 of 5: the weights do not decide.')
    expect(recommend(weigh(judged([[3]], [1])))).toMatch(/at least two options/u)
    expect(recommend(weigh(judged([[], []], [])))).toMatch(/what drives the decision/u)
  })
})

describe('a matrix that the engines fill', () => {
  const dear = addVariant(rag, { id: 'v-dear', name: 'Dear model', type: 'option' })
  const design = editWithin(dear, 'v-dear', (before) => setSetting(before, model, 'settings', 'usdPerMOutput', 9000))
  const decision: Decision = {
    id: 'adr-model',
    name: 'Which model answers',
    number: 9,
    status: 'proposed',
    drivers: ['r-cost', 'r-full', 'r-ground'],
    options: [
      {
        id: 'o-now',
        title: 'The model of today',
        base: true,
        scores: { 'r-ground': { value: 4, source: 'Trial of 2026-10-30' } },
      },
      { id: 'o-dear', title: 'A dear model', variant: 'v-dear', scores: { 'r-ground': 5 } },
      { id: 'o-other', title: 'A model of our own', bad: ['Nobody here has run one'] },
    ],
  }
  const outcomes = new Map<Side, Outcome>(
    [null, 'v-dear'].map((side) => [side, outcomeOf(analyse(withSide(design, side), knowledge))] as const),
  )
  const matrix = weighOptions(decision, design, outcomes)

  it('shows the numbers of each option as its own run gives them', () => {
    const row = matrix.criteria.findIndex(({ id }) => id === 'r-cost')
    for (const [column, side] of [null, 'v-dear'].entries()) {
      const verified = analyse(withSide(design, side), knowledge).requirements.find(
        ({ requirement }) => requirement === 'r-cost',
      )
      expect(matrix.cells[row]?.[column]).toMatchObject({
        by: 'engines',
        verdict: verified?.verdict,
        number: { value: verified?.value, low: verified?.low, high: verified?.high },
      })
    }
  })

  it('takes out what fails a must, and says by which', () => {
    expect(matrix.options[1]?.knockedOutBy).toEqual(['Run cost'])
    expect(matrix.ranking).not.toContain('o-dear')
    expect(recommend(matrix)).toContain('A dear model is out: it misses "Run cost".')
  })

  it('says when what was chosen is out, and is silent about what is not', () => {
    expect(sayChosenOut({ chosen: 'o-dear' }, matrix)).toBe('A dear model misses "Run cost", which must be met.')
    expect(sayChosenOut({ chosen: 'o-now' }, matrix)).toBeUndefined()
    expect(sayChosenOut({ chosen: 'o-other' }, matrix)).toBeUndefined()
    expect(sayChosenOut({}, matrix)).toBeUndefined()
  })

  it('puts nobody first of whom a must is open, also where all others are out', () => {
    const open = weighOptions(
      { ...decision, options: [...decision.options.slice(1, 2), ...decision.options.slice(2)] },
      design,
      outcomes,
    )
    expect(open.ranking).toEqual(['o-other'])
    expect(open.options[1]?.openMusts).toEqual(['Full answer', 'Run cost', 'Answers rest on the documents'])
    expect(open.first).toBeUndefined()
    expect(recommend(open)).toMatch(/^Nothing can be recommended yet: 3 open questions decide/u)
  })

  it('asks nothing more about an option that is out', () => {
    const { scores: _scores, ...unjudged } = decision.options[1] ?? { id: '', title: '' }
    const asked = weighOptions({ ...decision, options: [decision.options[0] ?? unjudged, unjudged] }, design, outcomes)
    expect(asked.options[1]?.knockedOutBy).toEqual(['Run cost'])
    expect(asked.questions).toEqual([])
  })

  it('says which must the first place may miss', () => {
    const two = weighOptions({ ...decision, options: decision.options.slice(0, 2) }, design, outcomes)
    expect(two.first).toBe('o-now')
    expect(recommend(two)).toContain('It may miss "Run cost".')
  })

  it('asks about what nobody has drawn, and about what only people can judge', () => {
    expect(matrix.questions).toEqual([
      'A model of our own is not drawn: how well does it meet "Full answer"?',
      'A model of our own is not drawn: how well does it meet "Run cost"?',
      'How well does A model of our own meet "Answers rest on the documents"?',
    ])
    const ground = matrix.cells[matrix.criteria.findIndex(({ id }) => id === 'r-ground')]
    expect(ground?.[0]).toMatchObject({ value: 4, by: 'people', because: 'Trial of 2026-10-30', isKnockOut: false })
    expect(scoreWords(matrix.options[2] ?? { low: 0, high: 0 }, matrix.options)).toBe('1 to 5')
  })

  it('reads totals to one place, and to two where they would read alike', () => {
    const [one, close, other] = [3.93, 3.86, 2.5].map((total) => ({ total, low: total, high: total }))
    expect(scoreWords(one!, [one!, other!])).toBe('3.9')
    expect([one!, close!].map((each) => scoreWords(each, [one!, close!, other!]))).toEqual(['3.93', '3.86'])
    expect(scoreWords(other!, [one!, close!, other!])).toBe('2.5')
    expect(scoreWords(one!, [one!, { ...one! }])).toBe('3.9')
  })

  it('asks once what several criteria wait for', () => {
    const base = outcomes.get(null)
    if (base === undefined) throw new Error('The base has no outcome')
    const requirements = base.requirements.map(({ value: _value, ...result }) => ({
      ...result,
      verdict: 'unknown' as const,
      question: 'How will it fit?',
    }))
    const asked = weighOptions(
      { ...decision, options: decision.options.slice(0, 2).map(({ scores: _scores, ...option }) => option) },
      design,
      new Map([...outcomes, [null, { ...base, requirements }]]),
    )
    expect(asked.questions.filter((question) => question.endsWith('How will it fit?'))).toHaveLength(1)
  })

  it('moves no score when another option comes in', () => {
    const fewer = weighOptions({ ...decision, options: decision.options.slice(0, 2) }, design, outcomes)
    expect(fewer.cells.map((row) => row.slice(0, 2))).toEqual(matrix.cells.map((row) => row.slice(0, 2)))
  })

  it('lists what may go wrong with each, found and written', () => {
    const risks = risksOf(decision, outcomes)
    expect(risks.filter(({ option }) => option === 'o-other')).toEqual([
      { option: 'o-other', risk: 'Nobody here has run one', from: 'person' },
    ])
    const graves = (outcomes.get(null)?.findings ?? []).filter(
      ({ status, severity }) => status === 'open' && (severity === 'critical' || severity === 'high'),
    )
    expect(
      risks.filter(({ option, from }) => option === 'o-now' && from === 'finding').map(({ risk }) => risk),
    ).toEqual(graves.slice(0, 3).map(({ problem }) => problem))
  })

  it('waits for a side that is being worked on', () => {
    const waiting = weighOptions(decision, design, new Map([[null, outcomes.get(null)]]))
    expect(waiting.options[1]).not.toHaveProperty('total')
    expect(waiting.options[1]?.knockedOutBy).toEqual([])
  })

  it('says of a first place that rests on likely values who could take it, as trying both ends of every band does', () => {
    const options = [
      { id: 'o-now', title: 'Now', base: true },
      { id: 'o-dear', title: 'Dear', variant: 'v-dear' },
    ]
    const own: Decision = { ...decision, drivers: ['r-cost'], options }
    const likely = outcomes.get(null)!
    const withCost = (value: number, low: number, high: number): Outcome => ({
      ...likely,
      requirements: likely.requirements.map((each) =>
        each.requirement === 'r-cost' ? { ...each, verdict: 'pass', value, low, high } : each,
      ),
    })
    const ends = fc.array(fc.integer({ min: 2000, max: 8000 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(ends, ends, (one, other) => {
        const bands = [one, other].map((each) => each.toSorted((a, b) => a - b))
        const [[lowA = 0, a = 0, highA = 0] = [], [lowB = 0, b = 0, highB = 0] = []] = bands
        const weighed = weighOptions(
          own,
          design,
          new Map([
            [null, withCost(a, lowA, highA)],
            ['v-dear', withCost(b, lowB, highB)],
          ]),
        )
        const leader = weighed.first
        if (leader === undefined) return
        const firsts = [lowA, highA].flatMap((costA) =>
          [lowB, highB].map(
            (costB) =>
              weighOptions(
                own,
                design,
                new Map([
                  [null, withCost(costA, costA, costA)],
                  ['v-dear', withCost(costB, costB, costB)],
                ]),
              ).first,
          ),
        )
        expect(weighed.rivals.length === 0).toBe(firsts.every((each) => each === leader))
        expect(recommend(weighed)).toContain(
          weighed.rivals.length > 0
            ? 'by likely values'
            : weighed.cells[0]?.some(({ within }) => within.high > within.low)
              ? 'wherever in their bands'
              : 'comes first',
        )
      }),
      { numRuns: 60 },
    )
  })
})
