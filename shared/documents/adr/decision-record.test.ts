import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { researchRagDesign, supportAgentDesign } from '../../design/testing/fixtures.ts'
import type { DocumentContext } from '../document.ts'
import { buildDocument, buildForDecisions, findDocument } from '../index.ts'
import type { Block } from '../outline.ts'
import { contextFor } from '../testing/context-for.ts'
import { writeDocument } from '../writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const templates = readdirSync('resources/templates')
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`resources/templates/${name}`, 'utf8')) as Design)
const contexts = [researchRagDesign, supportAgentDesign, ...templates].map((design) => contextFor(design, prices))
const rag = contexts[0]!
const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks)

describe('the decision record', () => {
  const markdown = async (context: DocumentContext): Promise<string> =>
    String(
      await writeDocument(
        buildDocument(findDocument('adr')!, { choices: { unanswered: 'mark' }, ...context }),
        'markdown',
      ),
    )

  it('has the sections of MADR 4 in their order', async () => {
    const text = await markdown(rag)
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    expect(headings).toEqual([
      'Context and Problem Statement',
      'Decision Drivers',
      'Considered Options',
      'Decision Outcome',
      'Pros and Cons of the Options',
      'More Information',
    ])
    expect(text).toMatch(/^---\nstatus: accepted\ndate: 2026-11-02\n---\n\n# Check every answer before it is shown\n/)
    expect(text).toContain('Chosen option: "**Hold the answer until it is checked**", because ')
    expect(text).toMatch(/### Consequences/)
  })

  it('draws consequences from the drivers, with the numbers of the analysis', async () => {
    const text = await markdown(rag)
    const first = rag.analysis.requirements.find(({ requirement }) => requirement === 'r-first')!
    expect(first.verdict).toBe('fail')
    expect(text).toMatch(/- Bad, because .*2\.5.s/)
  })

  it('goes on in small letters after "because", but not in names, acronyms and products', async () => {
    const [decision] = researchRagDesign.decisions!
    const names = [
      'First words come late',
      'SLO is met',
      'Claude answers',
      `${researchRagDesign.components![0]!.name} waits`,
    ]
    const options = [{ id: 'o-hold', title: 'Hold', good: names, bad: ['Small steps.'] }]
    const text = await markdown(contextFor({ ...researchRagDesign, decisions: [{ ...decision!, options }] }, prices))
    expect(text).toContain('Good, because first words come late.')
    for (const kept of names.slice(1)) expect(text).toContain(`Good, because ${kept}.`)
    expect(text).toContain('Bad, because small steps.')
  })

  it('gives a verdict only where one was computed, and leaves out what hardly counts', async () => {
    for (const context of contexts.filter(({ design }) => (design.decisions ?? []).length > 0)) {
      const text = await markdown(context)
      const part = /### Consequences\n\n(.*?)\n\n#/s.exec(text)?.[1] ?? ''
      const [decision] = context.design.decisions!
      for (const written of decision!.consequences ?? []) expect(part).toContain(`- ${written.replace(/\.$/, '')}`)
      for (const [, share] of part.matchAll(/takes [^\n]*?\(?([\d.]+) % of the cost\)\.\n/g))
        expect(Number(share)).toBeGreaterThanOrEqual(5)
      expect(part).not.toContain('Neutral, because')
    }
  })

  it('says what has not been written instead of inventing it', async () => {
    const said = 'To be completed: the context has not been written down.'
    expect(await markdown(rag)).toContain(said)
    const left = await markdown({ ...rag, choices: {} })
    expect(left).not.toContain(said)
    expect(left).not.toContain('## Context and Problem Statement')
  })

  it('compares an option with the design as it stands where its variant was computed', async () => {
    const variant = contextFor({ ...researchRagDesign, shown: 'v-small' }, prices).analysis
    const [decision] = rag.design.decisions ?? []
    const design: Design = {
      ...rag.design,
      decisions: [
        {
          ...decision!,
          options: [
            { id: 'o-hold', title: 'Hold' },
            { id: 'o-small', title: 'Small', variant: 'v-small' },
          ],
        },
      ],
    }
    const text = await markdown({ ...rag, design, variants: { 'v-small': variant } })
    expect(text).toMatch(/### Small\n\n- (Good|Bad), because .* than in Base: \d/)
  })

  it('says what must be met and the chosen option misses, beside the reason', async () => {
    const [decision] = rag.design.decisions ?? []
    const [missed] = rag.analysis.requirements.filter(({ verdict }) => verdict === 'fail')
    const name = rag.design.requirements?.find(({ id }) => id === missed?.requirement)?.name ?? ''
    const withChosen = (priority: 'must' | 'should'): DocumentContext => ({
      ...rag,
      design: {
        ...rag.design,
        requirements:
          rag.design.requirements?.map((each) => (each.id === missed?.requirement ? { ...each, priority } : each)) ??
          [],
        decisions: [
          {
            ...decision!,
            drivers: [missed?.requirement ?? ''],
            chosen: 'o-hold',
            options: [{ id: 'o-hold', title: 'Hold', base: true }],
          },
        ],
      },
    })
    expect(name).not.toBe('')
    expect(await markdown(withChosen('must'))).toContain(`Hold misses "${name}", which must be met.`)
    expect(await markdown(withChosen('should'))).not.toContain('which must be met')
  })

  it('numbers the files of a log and links what supersedes what', () => {
    const [first] = researchRagDesign.decisions!
    const second = { ...first!, id: 'adr-2', number: 2, name: 'Check segments', supersedes: 'adr-1' }
    const design: Design = { ...researchRagDesign, decisions: [second, { ...first!, status: 'superseded' }] }
    const log = buildForDecisions(findDocument('adr')!, contextFor(design, prices))
    expect(log.map(({ fileName }) => fileName)).toEqual([
      '0001-check-every-answer-before-it-is-shown',
      '0002-check-segments',
    ])
    expect(textOf(log[0]!.outline.blocks)).toContain('superseded by ADR-0002')
    expect(textOf(log[1]!.outline.blocks)).toContain('0001-check-every-answer-before-it-is-shown.md')
  })
})
