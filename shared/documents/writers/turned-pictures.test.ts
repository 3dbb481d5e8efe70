import { describe, expect, it } from 'vitest'
import { diagram, heading, paragraph } from '../blocks.ts'
import type { Picture } from '../outline.ts'
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
