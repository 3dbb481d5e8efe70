import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { parseDesign } from './design/file.ts'
import { firstSight } from './findings/first-sight.ts'
import { type FindingLine, linesOf } from './findings/lines.ts'

const resources = join(import.meta.dirname, '../resources')
const templates = readdirSync(join(resources, 'templates')).filter((name) => name.endsWith('.lintel.json'))
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))

describe.each(templates)('%s at first sight', (name) => {
  const read = parseDesign(readFileSync(join(resources, 'templates', name), 'utf8'))
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  const analysis = analyse(read.value.design, { prices, today: '2026-11-21' })
  const sight = firstSight(analysis)
  const open = analysis.findings.filter(({ status }) => status === 'open')

  // Of the whole lists: those at first sight are cut, and would never be too long.
  it('has 7 findings, 5 threats and 12 questions at most, and shows all but the questions that can wait', () => {
    const threats = linesOf(open.filter(({ lenses }) => lenses.includes('threat')))
    expect(rulesOf(linesOf(open)).slice(7)).toEqual([])
    expect(rulesOf(threats).slice(5)).toEqual([])
    expect(analysis.questions.length).toBeLessThanOrEqual(12)
    expect([sight.findings, sight.threats]).toEqual([linesOf(open), threats])
    expect([sight.more.findings, sight.more.threats]).toEqual([0, 0])
  })

  it('tells two ways of attack at most', () => {
    const ways = linesOf(open.filter(({ path, legs }) => path !== undefined || legs !== undefined))
    expect(rulesOf(ways).slice(2)).toEqual([])
  })

  it('has one critical finding at most, and it comes first', () => {
    const critical = open.filter(({ severity }) => severity === 'critical')
    expect(critical.length).toBeLessThanOrEqual(1)
    if (critical.length === 1) expect(sight.findings[0]?.findings[0]).toBe(critical[0])
  })
})

function rulesOf(lines: readonly FindingLine[]): readonly string[] {
  return lines.map(({ findings }) => findings[0].rule)
}
