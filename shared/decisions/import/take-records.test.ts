import { describe, expect, it } from 'vitest'
import type { Design } from '../../design/design.ts'
import { checkInvariants } from '../../design/invariants/check-invariants.ts'
import { vocabulary } from '../../vocabulary.ts'
import { madr, nygard } from '../testing/records.ts'
import { decisionFrom, numbersFor, previewRecords, takeRecords } from './take-records.ts'

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
