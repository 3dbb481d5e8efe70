import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { parseDesign } from './design/file.ts'
import { firstSight } from './findings/first-sight.ts'

const resources = join(import.meta.dirname, '../resources')
const templates = readdirSync(join(resources, 'templates')).filter((name) => name.endsWith('.lintel.json'))
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))

describe.each(templates)('%s at first sight', (name) => {
  const read = parseDesign(readFileSync(join(resources, 'templates', name), 'utf8'))
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  const analysis = analyse(read.value.design, { prices, today: '2026-11-21' })
  const sight = firstSight(analysis)

  it('shows 7 findings, 5 threats and 12 questions at most, and hides no long tail', () => {
    expect(sight.findings.length).toBeLessThanOrEqual(7)
    expect(sight.threats.length).toBeLessThanOrEqual(5)
    expect(sight.questions.length).toBeLessThanOrEqual(12)
    expect(sight.more.findings).toBeLessThanOrEqual(7)
    expect(analysis.questions.length).toBeLessThanOrEqual(25)
  })

  it('has one critical finding at most, and it comes first', () => {
    const critical = analysis.findings.filter(({ severity, status }) => severity === 'critical' && status === 'open')
    expect(critical.length).toBeLessThanOrEqual(1)
    if (critical.length === 1) expect(sight.findings[0]?.findings[0]).toBe(critical[0])
  })
})
