import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { blankDesign } from '../../design/edit/index.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import { heading, list, paragraph, slide, table, unanswered, unstated } from '../blocks.ts'
import type { DocumentChoices } from '../brand.ts'
import { buildDocument, documents } from '../index.ts'
import type { Block } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { outlineOf } from '../testing/outline-of.ts'
import { applyChoices } from './apply-choices.ts'
import { partsOf } from './parts-of.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const chosen = (choices: DocumentChoices, ...blocks: readonly Block[]): readonly Block[] =>
  applyChoices(outlineOf(...blocks), choices).blocks

describe('a section that is left out', () => {
  const [one, two] = [heading(2, 'One'), heading(2, 'Two')]
  const inOne = [heading(3, 'Deeper'), paragraph('a')]

  it('goes with what is under it, and nothing else does', () => {
    expect(chosen({ leaveOut: ['one'] }, paragraph('before'), one, ...inOne, two, paragraph('b'))).toEqual([
      paragraph('before'),
      two,
      paragraph('b'),
    ])
  })

  it('ends where a slide begins', () => {
    const after = slide('After it', [paragraph('c')])
    expect(chosen({ leaveOut: ['one'] }, one, ...inOne, after)).toEqual([after])
  })

  it('is known by a key without the numbers of its title', () => {
    const keys = (cost: string): readonly string[] =>
      partsOf(outlineOf(heading(2, `It costs ${cost} a month`), slide('First words in 3.4 s', []))).map(
        ({ key }) => key,
      )
    expect(keys('$11k')).toEqual(keys('$9.5k'))
    const owned = (rest: string): readonly string[] =>
      partsOf(outlineOf(heading(2, `14 parts to run, ${rest}`))).map(({ key }) => key)
    expect(owned('each with an owner')).toEqual(owned('3 of them without an owner'))
    expect(partsOf(outlineOf(heading(2, 'One', 'an-anchor'))).map(({ key }) => key)).toEqual(['an-anchor'])
  })
})

describe('a passage that nobody has answered', () => {
  const open = unanswered('To be completed.')
  const owners = table(['Part', 'Owner'], [['API', [unstated('no owner named')]]])

  it('is left out with the heading that only it stood under', () => {
    expect(chosen({}, heading(2, 'One'), open, heading(2, 'Two'), paragraph('b'))).toEqual([
      heading(2, 'Two'),
      paragraph('b'),
    ])
    expect(chosen({}, owners)).toEqual([table(['Part'], [['API']])])
    expect(chosen({}, slide('Open', [open]))).toEqual([])
  })

  it('stays as a mark where that is chosen', () => {
    const blocks = [heading(2, 'One'), open, owners]
    expect(chosen({ unanswered: 'mark' }, ...blocks)).toEqual(blocks)
  })

  it('leaves a column that says something somewhere', () => {
    const some = table(
      ['Part', 'Owner'],
      [
        ['API', [unstated('no owner named')]],
        ['Model', 'Anna'],
      ],
    )
    expect(chosen({}, some)).toEqual([some])
  })
})

it('a heading with nothing under it but empty headings and lists goes', () => {
  expect(chosen({}, heading(2, 'One'), heading(3, 'Deeper'), list([]), heading(2, 'Two'), paragraph(''))).toEqual([])
})

describe('every document of every design', () => {
  const designs: readonly Design[] = [
    blankDesign('d-blank', 'Blank'),
    researchRagDesign,
    supportAgentDesign,
    JSON.parse(readFileSync('resources/templates/customer-support-agent.lintel.json', 'utf8')) as Design,
  ]

  it('holds no empty section and no empty slide, whatever is chosen', () => {
    for (const context of designs.map((design) => contextFor(design, prices))) {
      for (const document of documents) {
        const [first] = context.design.decisions ?? []
        if (document.perDecision === true && first === undefined) continue
        const own = first === undefined ? context : { ...context, decisionId: first.id }
        for (const unsaid of ['leaveOut', 'mark'] as const) {
          const outline = buildDocument(document, { ...own, choices: { unanswered: unsaid } })
          expect(emptySections(outline.blocks), `${document.id} of ${context.design.name}`).toEqual([])
        }
      }
    }
  })

  it('is the same document without a part that is left out, and keeps the others', () => {
    const context = contextFor(supportAgentDesign, prices)
    for (const document of documents.filter(({ perDecision }) => perDecision !== true)) {
      const all = partsOf(buildDocument(document, context)).map(({ key }) => key)
      const [, second] = all
      if (second === undefined) continue
      const rest = partsOf(buildDocument(document, { ...context, choices: { leaveOut: [second] } }))
      expect(rest.map(({ key }) => key)).toEqual(all.filter((key) => key !== second))
    }
  })
})

/** Titles of what nothing stands under: read on its own, not by the code under test. */
function emptySections(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'slide') return block.blocks.length === 0 ? [block.title] : emptySections(block.blocks)
    if (block.type === 'list') return block.items.length === 0 ? ['a list'] : []
    if (block.type !== 'heading' || block.level === 1) return []
    const end = blocks.findIndex(
      (other, at) => at > index && (other.type === 'slide' || (other.type === 'heading' && other.level <= block.level)),
    )
    const under = blocks.slice(index + 1, end < 0 ? undefined : end)
    return under.some(({ type }) => type !== 'heading' && type !== 'pageBreak') ? [] : [block.text]
  })
}
