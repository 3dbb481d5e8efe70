import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse, openStudy } from './analyse.ts'
import type { Component, Design } from './design/design.ts'
import { evaluate } from './kinds/formula/formula.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }
const names = ['analyst-research-rag', 'customer-support-agent', 'real-time-fraud-scoring'] as const

describe.each(names)('what if, in %s', (name) => {
  const design = read(`resources/templates/${name}.lintel.json`) as Design
  const study = openStudy(design, knowledge)
  const stated = study.compute()

  it('leaves the stated traffic as it is, whatever was asked before', () => {
    study.compute(5)
    expect(study.compute()).toEqual(stated)
    const whole = analyse(design, knowledge)
    expect({ ...stated, ...study.judge(stated) }).toEqual(whole)
    expect(whole.estimate.traffic).toBe(1)
  })

  it('asks everything that often', () => {
    const { estimate } = study.compute(5)
    expect(estimate.traffic).toBe(5)
    for (const [index, action] of estimate.actions.entries()) {
      const before = stated.estimate.actions[index]
      expect(action.requestsPerMonth).toBeCloseTo((before?.requestsPerMonth ?? Number.NaN) * 5, 4)
      expect(action.peakPerSecond).toBeCloseTo((before?.peakPerSecond ?? Number.NaN) * 5, 6)
    }
  })

  it('computes each line from the formula it shows', () => {
    const { lines } = study.compute(0.5).estimate
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(evaluate(line.formula)).toBeCloseTo(line.usd.value, 6)
  })
})

it('a hosted model that moves onto own machines answers at their speed, not at that of the vendor it came from', () => {
  const template = read('resources/templates/analyst-research-rag.lintel.json') as Design
  const hosted = template.components?.find(({ kind, product }) => kind === 'llm-api' && product !== undefined)
  const { product: _vendor, ...nameless } = { ...hosted, kind: 'llm-self-hosted' } as Component
  const timesOf = (model: Component) => {
    const components = template.components?.map((one) => (one.id === model.id ? model : one)) ?? []
    const { actions } = openStudy({ ...template, components }, knowledge).compute().estimate
    return actions.map(({ full }) => full?.p95)
  }
  expect(timesOf({ ...nameless, product: hosted?.product ?? '' })).toEqual(timesOf(nameless))
})
