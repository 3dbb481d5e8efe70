import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { governDesign } from '../../govern-design.ts'

const prices = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8')) as object
const agent = JSON.parse(readFileSync('resources/templates/customer-support-agent.lintel.json', 'utf8')) as Design
const today = '2026-11-21'

function lineOf(design: Design, id: string, off: readonly string[] = []) {
  const analysis = analyse(design, { prices, today })
  return governDesign(readGraph(design), analysis, today, undefined, off).readiness.find((line) => line.id === id)!
}
const accepting = (rule: string, on: readonly string[]): Design => ({
  ...agent,
  treatments: [
    {
      id: 't-known',
      rule,
      on,
      response: 'accept',
      reason: 'Known',
      approver: 'A. Lead',
      until: '2027-01-31',
    },
  ],
})

describe('a line of the readiness checklist', () => {
  it('stays open on a finding that somebody accepted: what is accepted is still there', () => {
    const [trifecta] = analyse(agent, { prices, today }).findings.filter(({ rule }) => rule === 'P-02')
    const line = lineOf(accepting('P-02', trifecta!.anchors), 'injection')
    expect(line.state).toBe('open')
    expect(line.says).toContain('P-02, accepted by name: ')
  })

  it('stays open on a waived requirement, and says that it is waived', () => {
    expect(lineOf(agent, 'budget').says).toContain('Of 1 requirement: 1 at risk.')
    expect(lineOf(accepting('requirement', ['r-cost']), 'budget')).toMatchObject({
      state: 'open',
      says: 'Of 1 requirement: 1 waived.',
    })
  })

  it('does not call a target missed that is met on assumptions', () => {
    expect(lineOf(agent, 'availability')).toMatchObject({
      state: 'open',
      says: 'Of 1 requirement: 1 met only on assumptions.',
    })
  })

  it('is not ticked by a rule that is switched off', () => {
    expect(lineOf(agent, 'judge')).toMatchObject({ state: 'done', says: 'One rule looked and found nothing (EVL-06).' })
    expect(lineOf(agent, 'judge', ['EVL-06'])).toMatchObject({
      state: 'open',
      says: 'EVL-06 is switched off, so nobody looked.',
    })
  })
})
