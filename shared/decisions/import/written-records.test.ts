import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { analyse, readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { buildForDecisions, findDocument } from '../../documents/index.ts'
import { writeDocument } from '../../documents/writers/index.ts'
import { readRecord } from './read-record.ts'

it('the records that the studio writes come back as they were', async () => {
  const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
  const design = read('resources/templates/analyst-research-rag.lintel.json') as Design
  const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }
  const analysis = analyse(design, knowledge)
  const context = { design, graph: readGraph(design), analysis, date: '2026-11-21', authors: [] }
  for (const [index, { fileName, outline }] of buildForDecisions(findDocument('adr')!, context).entries()) {
    const written = await writeDocument(outline, 'markdown')
    const record = readRecord(`${fileName}.md`, typeof written === 'string' ? written : '')
    const before = design.decisions?.[index]
    expect(record).toMatchObject({
      number: before?.number,
      name: before?.name,
      status: before?.status,
      date: before?.date,
    })
    expect(record?.options.map(({ title }) => title)).toEqual(before?.options.map(({ title }) => title))
    expect(record?.options[record.chosen ?? -1]?.title).toBe(
      before?.options.find(({ id }) => id === before.chosen)?.title,
    )
    expect(record?.people).toEqual(before?.people)
    for (const consequence of before?.consequences ?? [])
      expect(JSON.stringify(record?.consequences)).toContain(consequence.slice(0, 30))
  }
})
