import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Control, Design } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { contextFor } from '../testing/context-for.ts'
import { plainText } from '../writers/pptx/text-runs.ts'
import { threatTable } from './threat-table.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object

describe('the table of threats', () => {
  const closedBy = (control: Partial<Control>): string => {
    const standing: Control = {
      id: 'k-one',
      type: 'approve-each-action',
      on: ['c-agent'],
      status: 'inPlace',
      ...control,
    }
    const design: Design = { ...mailingAgent, controls: [standing] }
    const [block] = threatTable.build(contextFor(design, prices)).blocks
    if (block?.type !== 'table') throw new Error('It is one table')
    const at = (title: string): number => block.columns.findIndex((column) => column.title === title)
    const rows = block.rows.map((cells) => cells.map(plainText))
    const row = rows.find((cells) => cells[at('Fingerprint')] === 'P-02@c-agent') ?? []
    return `${row[at('Status')]} by ${row[at('Closed by')]}`
  }

  it('names what closes a threat: by its own name, else as the catalogue calls it', () => {
    expect(closedBy({ name: 'Clerk says yes' })).toBe('mitigated by Clerk says yes')
    expect(closedBy({})).toBe('mitigated by Approval of each action')
    expect(closedBy({ status: 'planned' })).toBe('open by ')
  })
})
