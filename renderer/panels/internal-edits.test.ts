import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { supportAgentDesign } from '../../shared/design/testing/fixtures.ts'
import { buildDocument, findDocument } from '../../shared/documents/index.ts'
import { contextFor } from '../../shared/documents/testing/context-for.ts'
import { isQuestionInternal, withQuestionInternal } from './internal-edits.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const groups = contextFor(supportAgentDesign, prices).analysis.questions
const said = (design: Design): string =>
  JSON.stringify(buildDocument(findDocument('threat-model')!, contextFor(design, prices)).blocks)

it('a question of the rules is kept out of documents, on all its elements, and let out again as it was', () => {
  const group = groups.find(({ elements }) => elements.length > 1)!
  const words = JSON.stringify(group.text).slice(1, -1)
  expect(said(supportAgentDesign)).toContain(words)
  const kept = withQuestionInternal(supportAgentDesign, group, true)
  expect(isQuestionInternal(kept, group)).toBe(true)
  expect(said(kept)).not.toContain(words)
  expect(withQuestionInternal(kept, group, true)).toBe(kept)
  const out = withQuestionInternal(kept, group, false)
  expect(isQuestionInternal(out, group)).toBe(false)
  expect(said(out)).toContain(words)
})

it('the other questions of the same elements stay', () => {
  const [first, ...rest] = groups.filter(({ elements }) => elements.length > 0)
  const kept = said(withQuestionInternal(supportAgentDesign, first!, true))
  for (const { text } of rest) expect(kept).toContain(JSON.stringify(text).slice(1, -1))
})
