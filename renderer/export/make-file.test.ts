import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { blankDesign } from '../../shared/design/edit/index.ts'
import { supportAgentDesign } from '../../shared/design/testing/fixtures.ts'
import { documents } from '../../shared/documents/index.ts'
import { contextFor } from '../../shared/documents/testing/context-for.ts'
import { withoutJoiners } from '../../shared/documents/text/whole-figures.ts'
import type { ExportOrder } from './export-message.ts'
import { makeFile } from './make-file.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
type Step = ReturnType<typeof makeFile> extends AsyncGenerator<infer Yielded> ? Yielded : never

async function steps(design: Design, order: ExportOrder): Promise<readonly Step[]> {
  const all: Step[] = []
  for await (const step of makeFile(() => contextFor(design, prices), order)) all.push(step)
  return all
}
const made = (all: readonly Step[]) => all.find((step) => step.type === 'made')?.made

describe('a file that is made', () => {
  it('says how far it is, comes before its questions, and can be left between two steps', async () => {
    const all = await steps(supportAgentDesign, { documentId: 'deck', format: 'pptx' })
    expect(all.map(({ type }) => type)).toEqual(['step', 'step', 'step', 'made', 'needs'])
    const making = makeFile(
      () => {
        throw new Error('computed for nothing')
      },
      { documentId: 'deck', format: 'pptx' },
    )
    await making.next()
    expect(await making.return(undefined)).toEqual({ done: true, value: undefined })
  })

  it('lists all its parts, also those that stay out of it', async () => {
    const whole = made(await steps(supportAgentDesign, { documentId: 'engineers-deck', format: 'markdown' }))!
    const [first, second] = whole.parts
    const choices = { leaveOut: [second!.key] }
    const cut = made(await steps(supportAgentDesign, { documentId: 'engineers-deck', format: 'markdown', choices }))!
    expect(cut.parts).toEqual(whole.parts)
    const words = plain(String(cut.content))
    expect(words).toContain(plain(first!.title))
    expect(words).not.toContain(plain(second!.title))
    expect(whole.dropped.length).toBeGreaterThan(0)
    for (const about of whole.dropped) expect(String(whole.content)).toContain(about)
  })
})

/** Words alone: the list of parts is printed, with some that stay together. */
function plain(text: string): string {
  return withoutJoiners(text).replaceAll('\u00a0', ' ')
}

describe('a design without a name, a workload, a decision or anything at all', () => {
  it('gives a file or one sentence for every document, in the first format that each has', async () => {
    const undecided = { ...supportAgentDesign, name: '', workloads: [], decisions: [] }
    for (const design of [blankDesign('d-blank', ''), undecided]) {
      for (const { id, formats, perDecision } of documents) {
        if (perDecision === true) continue
        const all = await steps(design, { documentId: id, format: formats[0]! })
        const last = all.at(-1)!
        if (last.type === 'failed') expect(last.problem).toMatch(/\.$/)
        else expect(made(all)!.fileName).toMatch(/^[a-z0-9-]+\.[a-z]+$/)
      }
    }
  })
})
