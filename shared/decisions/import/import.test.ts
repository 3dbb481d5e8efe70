import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { buildForDecisions, findDocument } from '../../documents/index.ts'
import { writeDocument } from '../../documents/writers/index.ts'
import { checkInvariants } from '../../design/invariants/index.ts'
import { vocabulary } from '../../vocabulary.ts'
import { readRecord } from './read-record.ts'
import { decisionFrom, numbersFor, previewRecords, takeRecords } from './take-records.ts'

const madr = `---
status: accepted
date: 2026-03-02
decision-makers: [Ana Lima, Bo Chen]
consulted:
  - Security
informed: "Platform team"
---
# Use a hosted vector store

<!-- optional -->
## Context and Problem Statement

The index must answer in 200 ms.
Nobody here runs databases.

## Decision Drivers

* Time to market
* Residency

## Considered Options

* Hosted store
* [Own cluster](https://example.org)
* Postgres

## Decision Outcome

Chosen option: "Hosted store", because it is the only one that
a small team can run.

### Consequences

* Good, because nothing is to be run
* Bad, because data leave the house

### Confirmation

A load test each quarter.

## Pros and Cons of the Options

### Hosted store

Sold by three vendors.

* Good, because it scales
* Neutral, because prices move
* Bad, because of lock-in

### Postgres

* Good, because it is known

## More Information

Seen by the board in March.
`

const nygard = `# 9. Record architecture decisions

Date: 2016-02-12

## Status

Accepted

Supersedes [7. Keep minutes](0007-keep-minutes.md)

## Context

We need to record the decisions made on this project.

## Decision

We will use records, as described by
Michael Nygard.

## Consequences

See his article.

A tool may help.

## Notes

Thanks to all.
`

describe('a record of MADR', () => {
  const record = readRecord('docs/adr/0004-use-a-hosted-store.md', madr)

  it('gives everything that has a place of its own', () => {
    expect(record).toMatchObject({
      number: 4,
      format: 'MADR',
      name: 'Use a hosted vector store',
      status: 'accepted',
      date: '2026-03-02',
      people: { deciders: ['Ana Lima', 'Bo Chen'], consulted: ['Security'], informed: ['Platform team'] },
      context: 'The index must answer in 200 ms.\nNobody here runs databases.',
      options: [
        { title: 'Hosted store', good: ['it scales'], bad: ['of lock-in'] },
        { title: 'Own cluster' },
        { title: 'Postgres', good: ['it is known'] },
      ],
      chosen: 0,
      because: 'it is the only one that\na small team can run.',
      consequences: ['Good, because nothing is to be run', 'Bad, because data leave the house'],
      confirmation: 'A load test each quarter.',
    })
  })

  it('keeps the rest as text', () => {
    for (const words of [
      'Time to market',
      'Residency',
      'Sold by three vendors.',
      'prices move',
      'Seen by the board in March.',
    ])
      expect(record?.kept).toContain(words)
  })

  it('of version 2 and 3 is read as well', () => {
    const older = readRecord(
      '0002-x.md',
      '# Use X\n\n* Status: superseded by [ADR-0004](0004-y.md)\n* Deciders: Ana, Bo\n* Date: 2020-01-02\n\nTechnical story: 12\n\n## Context and Problem Statement\n\nWhy?\n\n## Considered Options\n\n* A\n* B\n\n## Decision Outcome\n\nChosen option: **B**, because of cost.\n\n### Positive Consequences\n\n* cheap\n\n### Negative Consequences\n\n* slow\n',
    )
    expect(older).toMatchObject({
      number: 2,
      status: 'superseded',
      date: '2020-01-02',
      people: { deciders: ['Ana', 'Bo'] },
      chosen: 1,
      because: 'of cost.',
      consequences: ['cheap', 'slow'],
      supersededBy: [4],
    })
    expect(older?.context).toContain('Technical story: 12')
  })
})

it('a record of Nygard gives its decision as the reason, and what it supersedes', () => {
  const record = readRecord('0009-record.md', nygard)
  expect(record).toMatchObject({
    number: 9,
    format: 'Nygard',
    name: 'Record architecture decisions',
    status: 'accepted',
    date: '2016-02-12',
    context: 'We need to record the decisions made on this project.',
    options: [{ title: 'Record architecture decisions' }],
    chosen: 0,
    because: 'We will use records, as described by\nMichael Nygard.',
    consequences: ['See his article.', 'A tool may help.'],
    supersedes: [7],
  })
  expect(record?.kept).toContain('Thanks to all.')
  expect(record?.kept).toContain('Supersedes [7. Keep minutes]')
})

describe('any record', () => {
  const words = fc.stringMatching(/^[a-z]{6,12}$/u)
  it('loses no word of its sections', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 14, maxLength: 14 }), fc.boolean(), (given, isMadr) => {
        const [title, context, driver, option, other, because, good, bad, confirmed, more, deep, extra, prose, name] =
          given
        const text = isMadr
          ? `# ${title}\n\n${prose}\n\n## Context and Problem Statement\n\n${context}\n\n### ${deep}\n\nx ${name}\n\n## Decision Drivers\n\n* ${driver}\n\n## Considered Options\n\n* ${option}\n* ${other}\n\n## Decision Outcome\n\nChosen option: "${option}", because ${because}\n\n### Consequences\n\n* ${good}\n\n### Confirmation\n\n${confirmed}\n\n## Pros and Cons of the Options\n\n### ${other}\n\n* Bad, because ${bad}\n\n## ${more}\n\n${extra}\n`
          : `# 3. ${title}\n\n${prose}\n\n## Status\n\nProposed ${driver}\n\n## Context\n\n${context}\n\n### ${deep}\n\nx ${name}\n\n## Decision\n\n${option} ${other} ${because}\n\n## Consequences\n\n- ${good}\n- ${bad}\n\n${confirmed}\n\n## ${more}\n\n${extra}\n`
        const read = JSON.stringify(readRecord('x.md', text))
        for (const word of given) expect(read).toContain(word)
      }),
      { numRuns: 40 },
    )
  })

  it('never fails, whatever the text', () => {
    const lines = fc.constantFrom(
      '# T',
      '## Context',
      '## Decision',
      '## Decision Outcome',
      '---',
      '```',
      '* x',
      '===',
      'Chosen option: "',
      '<!--',
      '## ',
      '',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string()), { maxLength: 12 }), (parts) => {
        expect(() => readRecord('0001.md', parts.join('\n'))).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })

  it('that replaces three machines supersedes no record', () => {
    const record = readRecord(
      '0005.md',
      '# T\n\n## Status\n\nAccepted\n\n## Context\n\nIt replaces 3 machines.\n\n## Decision\n\nd\n',
    )
    expect(record?.supersedes).toEqual([])
  })

  it('that is none is refused: an index, a page, a heading within code', () => {
    expect(readRecord('index.md', '# Decisions\n\n* [1](0001.md)\n')).toBeUndefined()
    expect(readRecord('x.md', 'no heading')).toBeUndefined()
    expect(readRecord('x.md', '# T\n\n```\n## Decision\n## Context\n```\n')).toBeUndefined()
  })
})

describe('a folder of records', () => {
  const files = [
    { fileName: '0009-record.md', text: nygard },
    {
      fileName: '0007-minutes.md',
      text: '# 7. Keep minutes\n\n## Status\n\nSuperseded by [9](0009-record.md)\n\n## Context\n\nc\n\n## Decision\n\nd\n\n## Consequences\n\ne\n',
    },
    { fileName: '0004-store.md', text: madr },
    { fileName: 'adr-template.md', text: madr },
    { fileName: 'README.md', text: '# Decisions\n' },
    { fileName: 'picture.png', text: '' },
  ]
  const { records, refused } = previewRecords(files)
  const blank: Design = { format: 'lintel/design', version: 1, id: 'd-import', name: 'Import' }
  let count = 0
  const fresh = (stem: string): string => {
    count += 1
    return `${stem}-${count}`
  }

  it('is shown before it is taken over', () => {
    expect(records.map(({ number }) => number)).toEqual([4, 7, 9])
    expect(refused.map(({ fileName, reason }) => `${fileName}: ${reason}`)).toEqual([
      'adr-template.md: It is a template.',
      'README.md: It has neither the sections of MADR nor those of Nygard.',
      'picture.png: It is no Markdown file.',
    ])
  })

  it('becomes decisions of a sound design, joined up by what replaces what', () => {
    const design = takeRecords(blank, records, fresh)
    expect(checkInvariants(design, vocabulary)).toEqual([])
    const [store, minutes, record] = design.decisions ?? []
    expect([store?.number, minutes?.number, record?.number]).toEqual([4, 7, 9])
    expect(record?.supersedes).toBe(minutes?.id)
    expect(minutes?.status).toBe('superseded')
    expect(store?.options.find(({ id }) => id === store.chosen)?.title).toBe('Hosted store')
    expect(store?.notes).toContain('Residency')
  })

  it('gets free numbers where its own are taken', () => {
    const taken = takeRecords(blank, records, fresh)
    const others = {
      ...taken,
      decisions: (taken.decisions ?? []).map((each) => ({ ...each, name: `Other: ${each.name}` })),
    }
    expect(numbersFor(others, records)).toEqual([10, 11, 12])
    expect(numbersFor(blank, records)).toEqual([4, 7, 9])
    const all = takeRecords(
      { ...others, decisions: others.decisions.map((decision) => ({ ...decision, links: [] })) },
      records,
      fresh,
    )
    expect(new Set(all.decisions?.map(({ number }) => number)).size).toBe(6)
    // Also where they got other numbers the first time.
    expect(takeRecords(all, records, fresh).decisions).toEqual(all.decisions)
  })

  it('is not taken over twice, and what is new in it is joined up with what is here', () => {
    const once = takeRecords(blank, records, fresh)
    expect(records.map((record) => decisionFrom(once, record)?.number)).toEqual([4, 7, 9])
    expect(takeRecords(once, records, fresh).decisions).toEqual(once.decisions)
    const older = takeRecords(blank, records.slice(0, 2), fresh)
    const grown = takeRecords(older, records, fresh).decisions ?? []
    expect(grown.map(({ number }) => number)).toEqual([4, 7, 9])
    expect(grown[2]?.supersedes).toBe(grown[1]?.id)
  })
})

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
