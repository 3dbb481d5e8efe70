import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madr, nygard } from '../testing/records.ts'
import { readRecord } from './read-record.ts'

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
