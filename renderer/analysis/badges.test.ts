import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { badgesOf } from './badges.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const prices = read('prices/price-book.json') as object
const design = read('templates/customer-support-agent.lintel.json') as Design
const analysis = analyse(design, { prices, today: '2026-11-21' })

describe('badges', () => {
  const badges = badgesOf(analysis)

  it('mark the anchors of open findings with their number and the worst severity', () => {
    const worst = analysis.findings.find((finding) => finding.status === 'open' && finding.severity === 'critical')
    for (const id of worst?.anchors ?? []) expect(badges.get(id)?.findings?.worst).toBe('critical')
    const open = analysis.findings.filter((finding) => finding.status === 'open')
    const undrawn = new Set([...(design.actions ?? []), ...(design.requirements ?? [])].map(({ id }) => id))
    const elsewhere = open.filter(({ anchors }) => anchors.every((id) => undrawn.has(id)))
    const marked = [...badges.values()].reduce((total, badge) => total + (badge.findings?.count ?? 0), 0)
    expect(marked).toBe(open.reduce((total, finding) => total + new Set(finding.anchors).size, elsewhere.length))
  })

  it('mark the component that weighs most where what is wrong is not drawn', () => {
    const text = readFileSync(
      new URL('../../resources/templates/analyst-research-rag.lintel.json', import.meta.url),
      'utf8',
    )
    const found = analyse(JSON.parse(text) as Design, { prices, today: '2026-11-21' })
    const late = found.findings.find((finding) => finding.rule === 'LAT-01' && finding.status === 'open')
    const [heaviest = ''] =
      late?.elements.filter((id) => found.estimate.components.some((one) => one.component === id)) ?? []
    expect(badgesOf(found).get(heaviest)?.findings?.worst).toBe(late?.severity)
    expect(late).toBeDefined()
  })

  it('say nothing about a blank design', () => {
    const blank: Design = { format: 'lintel/design', version: 1, id: 'd', name: 'Blank' }
    expect(badgesOf(analyse(blank, { prices, today: '2026-11-21' })).size).toBe(0)
  })
})
