import { expect, it } from 'vitest'
import type { AnswerKind, Design, Framing } from '../design/design.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { buildGraph } from './build-graph.ts'
import { framedAnswers, framedFallback, framedNotice } from './framed.ts'
import type { Graph } from './graph.ts'

const withFraming = (framing?: Framing): Graph => {
  const design: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'D', ...(framing ? { framing } : {}) }
  return buildGraph(design, kinds, products)
}
const withAnswers = (...answers: readonly AnswerKind[]): Graph => withFraming({ answers })

it('leaves the question open while nobody lists a kind of answer', () => {
  expect(framedFallback(withFraming())).toBeUndefined()
  expect(framedNotice(withAnswers())).toBeUndefined()
})

it('is answered once every kind of answer says it, blank words not counted', () => {
  const one: AnswerKind = { id: 'a', name: 'Summary', fallback: 'The plain search results' }
  expect(framedFallback(withAnswers(one))).toBe(true)
  expect(framedFallback(withAnswers(one, { id: 'b', name: 'Table', fallback: '  ' }))).toBe(false)
  expect(framedNotice(withAnswers(one))).toBe(false)
  expect(framedNotice(withAnswers({ ...one, noticedBy: 'The analyst' }))).toBe(true)
})

it('speaks of one action where asked, and a kind of answer without an action speaks of all', () => {
  const graph = withAnswers(
    { id: 'a', name: 'Summary', action: 'asks', fallback: 'Search results' },
    { id: 'b', name: 'Booking', action: 'books' },
  )
  expect(framedFallback(graph, 'asks')).toBe(true)
  expect(framedFallback(graph, 'books')).toBe(false)
  expect(framedFallback(graph, 'else')).toBeUndefined()
  const general = withAnswers({ id: 'a', name: 'Any', fallback: 'A person' })
  expect(framedAnswers(general, 'books').map(({ id }) => id)).toEqual(['a'])
  expect(framedFallback(general, 'books')).toBe(true)
})
