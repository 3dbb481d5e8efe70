import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Design, manualThreatRule, type Risk, type Treatment } from '../../design/design.ts'
import { mailingAgent } from '../../findings/testing/bases.ts'
import { contextFor } from '../testing/context-for.ts'
import { threatIssues } from '../threat-lists/threat-issues.ts'
import { threatTable } from '../threat-lists/threat-table.ts'
import { writeDocument } from '../writers/index.ts'
import { threatModel } from './threat-model.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const risk: Risk = {
  id: 'r-clerk',
  statement: 'A clerk sells case files.',
  likelihood: 3,
  impact: 4,
  cell: { on: 'c-mail', method: 'linddun', letter: 'Dd' },
}

function withDecision(treatment?: Partial<Treatment>): Design {
  const base = { id: 't-clerk', rule: manualThreatRule, on: [risk.id], response: 'mitigate', reason: 'Rotate shifts' }
  return {
    ...mailingAgent,
    risks: [risk],
    treatments: treatment === undefined ? [] : ([{ ...base, ...treatment }] as Treatment[]),
  }
}
const written = async (document: typeof threatModel, design: Design): Promise<string> =>
  String(await writeDocument(document.build(contextFor(design, prices)), document.formats.at(-1) ?? 'markdown'))
const model = (design: Design): Promise<string> => written(threatModel, design)
const issues = (design: Design): Promise<string> => written(threatIssues, design)

describe('what was decided about a threat', () => {
  it('says which letters of LINDDUN a threat is of', async () => {
    expect(await model(withDecision())).toContain('| **LINDDUN** | Data disclosure |')
  })

  it('names threats that nothing is proposed against, so that none is missing where the open ones are listed', async () => {
    const said = await model(withDecision())
    expect(said).toMatch(/\*\*T\d+\*\* is open as well, with no treatment that holds/u)
    expect(await model(withDecision({ status: 'open' }))).not.toContain('is open as well')
  })

  it('never calls a decision planned that no longer holds, and says why it does not', async () => {
    const expired = withDecision({ response: 'accept', approver: 'Ann', until: '2026-01-01', reason: 'Rare' })
    for (const said of [await model(expired), await issues(expired)]) {
      expect(said).toContain(
        '| **No longer holds** | Accepted: Rare. Signed by Ann until 2026-01-01. The waiver by Ann ended on 2026-01-01. |',
      )
      expect(said).not.toContain('**Planned**')
    }
    expect(await model(expired)).toContain('is open as well')
    expect(await written(threatTable, expired)).toContain('The waiver by Ann ended on 2026-01-01.')
  })

  it('says who does it by when, and marks what is late until it is done', async () => {
    const late = { owner: 'Ops', due: '2026-10-01' } as const
    const said = await issues(withDecision(late))
    expect(said).toContain('| **Owner** | Ops |')
    expect(said).toContain('| **Due** | 2026-10-01 **overdue** |')
    expect(said).toContain('What was decided is done, and the design says so.')
    expect(await model(withDecision(late))).toContain('2026-10-01 **overdue**')
    expect(await model(withDecision({ ...late, due: '2027-10-01' }))).not.toContain('**overdue**')
    expect(await model(withDecision({ ...late, status: 'done' }))).not.toContain('**overdue**')
  })

  it('says of a threat that is not open what is still to be done about it', async () => {
    const moved = { response: 'transfer', reason: 'The vendor pays', owner: 'Purchasing', due: '2026-12-15' } as const
    expect(await issues(withDecision({ ...moved, status: 'inProgress' }))).toContain(
      '(transferred; not done yet; Purchasing; due 2026-12-15)',
    )
    expect(await issues(withDecision(moved))).toContain('(transferred)')
  })
})

describe('trust boundaries', () => {
  it('stand right after the one around them, which they name', async () => {
    const boundaries = [
      { id: 'b-core', name: 'Core', in: 'b-inner' },
      { id: 'b-other', name: 'Other' },
      { id: 'b-outer', name: 'Outer' },
      { id: 'b-inner', name: 'Inner', in: 'b-outer' },
    ]
    const said = await model({ ...mailingAgent, boundaries: [...(mailingAgent.boundaries ?? []), ...boundaries] })
    const rows = [...said.matchAll(/^\| \*\*(Core|Other|Outer|Inner)\*\*([^|]*)/gmu)].map(
      ([, name, rest]) => `${name}${rest?.trimEnd()}`,
    )
    expect(rows).toEqual(['Other', 'Outer', 'Inner, inside Outer', 'Core, inside Inner'])
  })
})
