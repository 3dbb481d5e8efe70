import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { openStudy } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import type { AnalysisReply } from './analysis-message.ts'
import { answerRequests } from './answer-requests.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown
const knowledge = { prices: read('../../resources/prices/price-book.json') as object, today: '2026-11-21' }
const template = read('../../resources/templates/customer-support-agent.lintel.json') as Design

function openWorker() {
  const told: AnalysisReply['type'][] = []
  const rests: { readonly step: () => void; readonly restMs: number; readonly after: number }[] = []
  const hear = answerRequests({
    study: (design) => openStudy(design, knowledge),
    usePrices: () => undefined,
    useStandards: () => undefined,
    useCatalogues: () => undefined,
    post: ({ type }) => told.push(type),
    later: (step, restMs) => rests.push({ step, restMs, after: told.length }),
  })
  const show = (revision: number) =>
    hear({ type: 'design', revision, design: { whole: template }, today: knowledge.today, traffic: 1 })
  return { show, told, rests }
}

describe('the steps of an answer', () => {
  it('rest once the numbers of an edit are told, while the page shows them, and nowhere else', () => {
    const { show, told, rests } = openWorker()
    show(1)
    for (let index = 0; index < rests.length; index += 1) rests[index]?.step()
    expect(told.slice(0, 2)).toEqual(['early', 'numbers'])
    expect(told).toContain('judgement')
    expect(rests.filter(({ restMs }) => restMs > 0).map(({ after }) => told[after - 1])).toEqual(['early'])
  })

  it('do not keep the next edit waiting', () => {
    const { show, told, rests } = openWorker()
    show(1)
    show(2)
    expect(told).toEqual(['early', 'early'])
    expect(rests).toHaveLength(1)
  })
})
