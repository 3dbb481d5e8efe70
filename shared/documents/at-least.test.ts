import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import type { Band } from '../estimate/estimate.ts'
import type { DocumentContext } from './document.ts'
import { buildDocument, documents } from './index.ts'
import { contextFor } from './testing/context-for.ts'
import { openPackage, slidesOf } from './testing/slide-parts.ts'
import { formatUsd } from './text/numbers.ts'
import { writeDocument } from './writers/index.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const template = (name: string): Design =>
  JSON.parse(readFileSync(`resources/templates/${name}.lintel.json`, 'utf8')) as Design

/** A real design in which one model has no price at all, and a decision about it. */
const rag = template('analyst-research-rag')
const model = rag.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''
const unpriced: Design = {
  ...rag,
  components: (rag.components ?? []).map((each) => {
    if (each.id !== model) return each
    const { settings, ...rest } = each
    const kept = Object.entries(settings ?? {}).filter(([name]) => !name.startsWith('usd'))
    return { ...rest, product: 'nobody/sells-it', settings: Object.fromEntries(kept) }
  }),
  decisions: [
    {
      id: 'adr-price',
      number: 99,
      name: 'Take the model that nobody has priced',
      status: 'accepted',
      about: [model],
      drivers: (rag.requirements ?? []).filter(({ metric }) => metric.startsWith('cost.')).map(({ id }) => id),
      options: [{ id: 'o-take', title: 'Take it' }],
      chosen: 'o-take',
    },
  ],
}

let context: DocumentContext
beforeAll(() => {
  context = { ...contextFor(unpriced, prices), decisionId: 'adr-price' }
})

async function textOf(written: string | Uint8Array): Promise<string> {
  const source = typeof written === 'string' ? written : slidesOf(await openPackage(written, JSZip)).join('\n')
  return source
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*_]|&nbsp;|\s/g, ' ')
    .replace(/ +/g, ' ')
}

describe('a total with a missing price', () => {
  it('is a total with a missing price', () => {
    const { totalUsdPerMonth, technologyUsdPerMonth } = context.analysis.estimate
    expect(totalUsdPerMonth.atLeast).toBe(true)
    expect(technologyUsdPerMonth.atLeast).toBe(true)
  })

  const cases = documents.flatMap((document) => document.formats.map((format) => [document, format] as const))
  it.each(cases.map(([document, format]) => [document.id, format, document] as const))(
    'in %s as %s never stands without "at least"',
    async (_id, format, document) => {
      const text = await textOf(await writeDocument(buildDocument(document, context), format))
      const { technologyUsdPerMonth, totalUsdPerMonth, usdPerThousandRequests } = context.analysis.estimate
      const open: readonly (Band | undefined)[] = [technologyUsdPerMonth, totalUsdPerMonth, usdPerThousandRequests]
      for (const band of open) {
        if (band === undefined) continue
        const shown = formatUsd(band.value, band).replace(/\s/g, ' ')
        for (let at = text.indexOf(`${shown} `); at >= 0; at = text.indexOf(`${shown} `, at + 1)) {
          // "at least $5k", or an end of its band that happens to read the same.
          expect(text.slice(Math.max(0, at - 10), at).toLowerCase()).toMatch(/at least $| to $|\($/)
        }
      }
    },
  )

  it('is found where a document speaks of money: the test above can fail', async () => {
    const deck = documents.find(({ id }) => id === 'deck')
    if (!deck) throw new Error('no deck')
    const text = await textOf(await writeDocument(buildDocument(deck, context), 'markdown'))
    const { totalUsdPerMonth } = context.analysis.estimate
    expect(text.toLowerCase()).toContain(
      `at least ${formatUsd(totalUsdPerMonth.value, totalUsdPerMonth).replace(/\s/g, ' ')}`,
    )
  })
})
