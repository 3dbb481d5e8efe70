import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { arrow, box, miniDesign } from '../../findings/testing/mini-design.ts'
import { contextFor } from '../testing/context-for.ts'
import { threatModel } from './threat-model.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const saidOf = (design: Design): string => JSON.stringify(threatModel.build(contextFor(design, prices)))

describe('what a threat model says was looked at', () => {
  it('names each list of threats with what applies and what was decided, where no threat was found', () => {
    const said = saidOf(JSON.parse(readFileSync('resources/templates/well-built-rag.lintel.json', 'utf8')) as Design)
    expect(said).toContain('No threats found')
    for (const list of ['LLM applications, 2026', 'agentic applications, 2025', 'MCP Top 10, 2025-beta'])
      expect(said).toContain(list)
    expect(said).toContain('An entry applies unless')
    expect(said).not.toContain('what was looked for on this design')
  })

  it('tells two arrows of one name apart by their ends', () => {
    const design = miniDesign({
      components: [box('c-a', 'client'), box('c-b', 'orchestrator'), box('c-c', 'llm-api')],
      flows: [
        { ...arrow('c-a', 'c-b'), name: 'asks' },
        { ...arrow('c-b', 'c-c'), name: 'asks' },
      ],
    })
    const said = saidOf(design)
    expect(new Set(said.match(/asks \([^)]+ → [^)]+\)/gu)).size).toBe(2)
  })

  it('says that no data is stated, and counts nothing as decided that rests on it', () => {
    const said = saidOf(
      miniDesign({ components: [box('c-a', 'client'), box('c-b', 'orchestrator')], flows: [arrow('c-a', 'c-b')] }),
    )
    expect(said).toContain('No data is stated, so no rule can tell what would be disclosed.')
    expect(said).not.toContain('Every fact that a rule asks for has been stated.')
  })

  it('shows every element under STRIDE and LINDDUN, at the end where there are many', () => {
    const many = (count: number): Design =>
      miniDesign({
        components: [box('c-a', 'client'), ...Array.from({ length: count }, (_, index) => box(`c-s${index}`, 'tool'))],
        flows: Array.from({ length: count }, (_, index) => arrow('c-a', `c-s${index}`)),
      })
    expect(saidOf(many(5))).not.toContain('Coverage by element')
    const said = saidOf(many(40))
    expect(said.match(/Coverage by element/gu)).toHaveLength(2)
    for (let index = 0; index < 40; index += 1)
      for (const name of [`S${index}`, `A to S${index}`]) expect(said.split(`"${name}"`).length).toBeGreaterThan(2)
    expect(said).not.toContain('not listed here')
  })
})
