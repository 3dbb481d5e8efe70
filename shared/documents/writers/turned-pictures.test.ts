import { describe, expect, it } from 'vitest'
import { diagram, heading, paragraph } from '../blocks.ts'
import type { Block, Picture } from '../outline.ts'
import { placeTurned } from './turned-pictures.ts'

const picture: Picture = { width: 10, height: 10, nodes: [], edges: [], boundaries: [] }
const wide = diagram(picture, 'Wide')
const isTurned = (block: { readonly type: string }): boolean => block.type === 'diagram'

describe('placeTurned', () => {
  it('lets the words of a section fill the page before its picture, and no words of the next', () => {
    const [one, before, after, two, other] = [
      heading(2, 'One'),
      paragraph('before'),
      paragraph('after'),
      heading(2, 'Two'),
      paragraph('other'),
    ]
    expect(placeTurned([one, before, wide, after, two, other], isTurned)).toEqual([
      one,
      before,
      after,
      wide,
      two,
      other,
    ])
  })

  it('takes subsections along, and leaves the picture of a subsection in it', () => {
    const [one, below, words, two] = [heading(2, 'One'), heading(3, 'Below'), paragraph('words'), heading(2, 'Two')]
    expect(placeTurned([one, wide, below, words, two], isTurned)).toEqual([one, below, words, wide, two])
    expect(placeTurned([one, below, wide, words, two], isTurned)).toEqual([one, below, words, wide, two])
  })

  it('leaves the order where words lead from one picture to the next', () => {
    const blocks = [paragraph('first'), wide, paragraph('second'), wide]
    expect(placeTurned(blocks, isTurned)).toEqual(blocks)
  })
})

describe('the hole before a picture that turns its page', () => {
  /** Every block but headings fills three tenths of a page. */
  const fill = (blocks: readonly Block[]): number => (blocks.filter(({ type }) => type !== 'heading').length * 0.3) % 1
  const words = paragraph('words')
  const [one, first, second, two] = [heading(2, 'One'), heading(3, 'First'), heading(3, 'Second'), heading(2, 'Two')]

  it('is smaller between two subsections than at the end of the section', () => {
    const blocks = [one, wide, first, words, words, words, second, words, two, words]
    expect(placeTurned(blocks, isTurned, fill)).toEqual([
      one,
      first,
      words,
      words,
      words,
      wide,
      second,
      words,
      two,
      words,
    ])
    expect(placeTurned(blocks, isTurned)).toEqual([one, first, words, words, words, second, words, wide, two, words])
  })

  it('is left where another place is hardly better', () => {
    const even = (blocks: readonly Block[]): number => 0.8 + blocks.length / 1000
    expect(placeTurned([one, wide, first, words, two], isTurned, even)).toEqual([one, first, words, wide, two])
  })

  const [alone, three] = [heading(2, 'Drawing'), heading(2, 'Three')]
  const chapters = (title: Block): readonly Block[] => [one, words, words, words, two, words, title, wide, three, words]

  it('moves a chapter that is a picture alone past those beside it', () => {
    expect(placeTurned(chapters(alone), isTurned, fill)).toEqual([
      one,
      words,
      words,
      words,
      alone,
      wide,
      two,
      words,
      three,
      words,
    ])
  })

  it('leaves chapters with numbers in their order, and the first one first', () => {
    const numbered = chapters(heading(2, '3. Drawing'))
    expect(placeTurned(numbered, isTurned, fill)).toEqual(numbered)
    const after = [one, words, alone, wide, two]
    expect(placeTurned(after, isTurned, (blocks) => (blocks.length === 0 ? 1 : 0))).toEqual(after)
  })

  it('is filled with the next subsection where that is much, and the picture says which one it belongs to', () => {
    const third = heading(3, 'Third')
    const named = diagram(picture, 'First. Wide')
    const blocks = [one, first, words, wide, second, words, words, third, words, two]
    expect(placeTurned(blocks, isTurned, fill)).toEqual([
      one,
      first,
      words,
      second,
      words,
      words,
      named,
      third,
      words,
      two,
    ])
    expect(placeTurned(blocks, isTurned)).toEqual(blocks)
  })
})
