import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { buildDocument, findDocument } from '../index.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const prices = read('resources/prices/price-book.json') as object
const rag = read('resources/templates/well-built-rag.lintel.json') as Design
const [first] = rag.decisions ?? []
const id = first?.id ?? ''

async function recordOf(basis: Readonly<Record<string, number>>): Promise<string> {
  const decisions = rag.decisions?.map((each) => (each.id === id ? { ...each, basis } : each)) ?? []
  const context = { ...contextFor({ ...rag, decisions }, prices), decisionId: id }
  return String(await writeDocument(buildDocument(findDocument('adr')!, context), 'markdown'))
}

describe('the record of a decision whose numbers have moved', () => {
  it('says which have, and keeps what was signed', async () => {
    const text = await recordOf({ 'cost.perMonthUsd': 900 })
    expect(text).toContain('Outdated: one number that it was accepted on has moved')
    expect(text).toMatch(/Cost: \$900 then, \$[\d.]+k .* now/)
    expect(text).toContain(first?.name)
  })

  it('says nothing while its numbers stand', async () => {
    const { estimate } = contextFor(rag, prices).analysis
    expect(await recordOf({ 'cost.perMonthUsd': estimate.totalUsdPerMonth.value })).not.toContain('Outdated')
  })
})
