import { describe, expect, it } from 'vitest'
import { slide, strong, table } from '../blocks.ts'
import { outlineOf } from '../testing/outline-of.ts'
import { listSingleRows } from './single-rows.ts'

const columns = ['Model', 'Product', 'Run by']
const single = [[[strong('Answer model')], '–', 'vendor']]

describe('a table of one row', () => {
  it('is said as points on a slide, without what is empty', () => {
    const { blocks } = listSingleRows(outlineOf(slide('One model', [table(columns, single, 'Worst first')])))
    expect(blocks).toMatchObject([
      {
        blocks: [
          {
            type: 'list',
            items: [
              [strong('Model: '), 'Answer model'],
              [strong('Run by: '), 'vendor'],
            ],
          },
        ],
      },
    ])
  })

  it('keeps a caption that is a sentence', () => {
    const { blocks } = listSingleRows(outlineOf(slide('One model', [table(columns, single, 'Role: Provider.')])))
    expect(blocks).toMatchObject([{ blocks: [{ type: 'paragraph', text: ['Role: Provider.'] }, { type: 'list' }] }])
  })

  it('stays a table with a second row, and in a text', () => {
    const outline = outlineOf(slide('Two models', [table(columns, [...single, ...single])]), table(columns, single))
    expect(listSingleRows(outline)).toEqual(outline)
  })
})
