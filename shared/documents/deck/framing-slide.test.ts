import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design, Framing } from '../../design/design.ts'
import { buildDocument, findDocument } from '../index.ts'
import type { Slide } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const research = JSON.parse(readFileSync('resources/templates/analyst-research-rag.lintel.json', 'utf8')) as Design
const [action] = research.actions ?? []

const framing: Framing = {
  problem: 'Analysts search for hours',
  users: 'Analysts of the research desk',
  decision: 'Which companies to look at',
  baseline: 'Three hours a question',
  measures: [
    { id: 'm-1', name: 'Minutes a question', baseline: '180', aim: '20' },
    { id: 'm-2', name: 'Answers reopened' },
  ],
  nonGoals: ['Advice to clients', 'Trading'],
  answers: [
    {
      id: 'k-1',
      name: 'Summary',
      wrong: 'It invents a source',
      noticedBy: 'The analyst',
      shown: 'The sources beside it',
      fallback: 'The search results',
    },
    { id: 'k-2', name: 'Table' },
  ],
}
const outlineOf = (id: string, more: Partial<Design>) => {
  const document = findDocument(id)
  if (document === undefined) throw new Error(id)
  const context = contextFor({ ...research, ...more }, prices)
  return buildDocument(document, {
    ...context,
    ...(context.design.decisions?.[0] ? { decisionId: context.design.decisions[0].id } : {}),
  })
}
const slidesOf = (more: Partial<Design>): readonly Slide[] =>
  outlineOf('deck', more).blocks.filter((block): block is Slide => block.type === 'slide')

describe('what we set out to do', () => {
  it('comes second once somebody has said it, and none before', () => {
    const { framing: _framing, ...unframed } = research
    const without = slidesOf(unframed)
    expect(slidesOf({ framing: {} })).toHaveLength(6)
    const slides = slidesOf({ framing })
    expect(slides).toHaveLength(8)
    expect(without.some(({ title }) => title.includes('say whether it works'))).toBe(false)
    expect(slides[1]?.title).toBe('2 figures say whether it works, first of all minutes a question, today 180, aim 20')
    expect(slides[2]?.title).toBe('2 kinds of answer can be wrong, and 1 of them has a fallback')
    const text = JSON.stringify(slides.slice(1, 3))
    for (const words of [
      'Analysts search for hours.',
      'Advice to clients and trading',
      'It invents a source',
      'today 180, aim 20',
      'not said yet',
    ])
      expect(text).toContain(words)
  })

  it('says that nothing was agreed where nothing was', () => {
    expect(slidesOf({ framing: { problem: 'Slow' } })).toHaveLength(7)
    expect(slidesOf({ framing: { problem: 'Slow' } })[1]?.title).toBe(
      'We set out with no measure of success agreed yet',
    )
    const titleOf = (...fallbacks: readonly (string | undefined)[]) =>
      slidesOf({
        framing: {
          answers: fallbacks.map((fallback, index) => ({
            id: `k-${index}`,
            name: 'A',
            ...(fallback === undefined ? {} : { fallback }),
          })),
        },
      })[1]?.title
    expect(titleOf('x')).toBe('One kind of answer can be wrong, and it has a fallback')
    expect(titleOf(undefined, undefined)).toBe('2 kinds of answer can be wrong, and none has a fallback')
  })

  it('leaves out the answers of an action that is internal', () => {
    if (action === undefined) throw new Error('no action')
    const answers = [{ id: 'k-9', name: 'Nightjar summary', action: action.id }]
    const actions = (research.actions ?? []).map((each) => (each.id === action.id ? { ...each, internal: true } : each))
    expect(JSON.stringify(slidesOf({ framing: { ...framing, answers } }))).toContain('Nightjar')
    for (const id of ['deck', 'threat-model'])
      expect(JSON.stringify(outlineOf(id, { framing: { ...framing, answers }, actions }))).not.toContain('Nightjar')
  })

  it('stands in the threat model and in decision records too', () => {
    const model = JSON.stringify(outlineOf('threat-model', { framing }))
    expect(model).toContain('What happens when an answer is wrong')
    expect(model).toContain('Advice to clients; Trading.')
    const decisions = research.decisions ?? [
      { id: 'adr-1', name: 'One', number: 1, status: 'proposed', options: [] } as const,
    ]
    expect(JSON.stringify(outlineOf('adr', { framing, decisions }))).toContain('What the design is for: ')
  })
})
