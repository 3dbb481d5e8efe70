import { describe, expect, it } from 'vitest'
import type { Component, Design, Flow, Requirement } from '../design/design.ts'
import type { RequirementResult } from '../estimate/requirement-result.ts'
import { estimateDesign } from '../estimate/estimate-design.ts'
import { anyPrice, onceAMonth } from '../estimate/testing/estimate-drawing.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { buildLineage } from '../graph/build-lineage.ts'
import { arrow, box, draw } from '../graph/testing/draw.ts'
import { kinds } from '../kinds/index.ts'
import { products } from '../kinds/products/index.ts'
import { verifyRequirement } from './verify.ts'

const within = (target: number, metric = 'latency.full'): Requirement => ({
  id: 'r',
  metric,
  is: '<=',
  target,
  priority: 'must',
})

function verdictOn(requirement: Requirement, design: Design): RequirementResult {
  const graph = buildGraph(design, kinds, products)
  const estimate = estimateDesign(graph, anyPrice(0.01))
  return verifyRequirement(requirement, { graph, lineage: buildLineage(graph), estimate })
}

const user = box('user', 'user')
const app = box('app', 'orchestrator')
const sketch = (boxes: readonly Component[], flows: readonly Flow[]): Design =>
  draw([user, ...boxes], flows, onceAMonth('user-app'))
const passesOn = sketch([app, box('db', 'relational-db')], [arrow('user>app'), arrow('app>db')])

describe('an answer time of a sketch in which nothing works yet', () => {
  it('is no pass: it asks who works there, or what the boxes take', () => {
    const result = verdictOn(within(8000), passesOn)
    expect(result.verdict).toBe('unknown')
    expect(result.arithmetic).toContain('Nothing on the way')
    expect(result.question).toMatch(/Who does the work of .* or how long do "app", "db" take\?/)
    expect(result.asks).toEqual([
      { on: 'app', field: 'p50Ms' },
      { on: 'db', field: 'p50Ms' },
    ])
    expect(result.value).toBeGreaterThan(0)
  })
  it('is missed all the same where what is assumed is too slow already', () => {
    expect(verdictOn(within(1), passesOn).verdict).toBe('fail')
  })
  it('passes when somebody states a time', () => {
    const stated = sketch(
      [box('app', 'orchestrator', { settings: { p50Ms: 40, p95Ms: 90 } }), box('db', 'relational-db')],
      [arrow('user>app'), arrow('app>db')],
    )
    expect(verdictOn(within(8000), stated).verdict).toBe('pass')
  })
  it('is decided as soon as a model or a person works there', () => {
    const model = sketch([app, box('model', 'llm-api')], [arrow('user>app'), arrow('app>model')])
    expect(verdictOn(within(600_000), model).verdict).toBe('pass')
    const person = sketch([app, box('desk', 'human-approval')], [arrow('user>app'), arrow('app>desk')])
    expect(verdictOn(within(1e12), person).verdict).toBe('pass')
    expect(verdictOn(within(60_000, 'latency.unattended'), person).verdict).toBe('unknown')
  })
})

describe('an answer time of which many requests end in a timeout', () => {
  const cut = sketch([app, box('model', 'llm-api')], [arrow('user>app'), arrow('app>model', { timeoutMs: 6000 })])

  it('is no pass: it is that of the others', () => {
    const result = verdictOn(within(60_000), cut)
    expect(result.verdict).toBe('unknown')
    expect(result.arithmetic).toMatch(/of the requests end in a timeout instead, most of them at "app to model"/)
    expect(result.asks).toEqual([{ on: 'app-model', field: 'timeoutMs' }])
  })
  it('is decided where a percentile may leave out so many, and where it is missed all the same', () => {
    expect(verdictOn({ ...within(60_000), aggregate: 'p50' }, cut).verdict).not.toBe('unknown')
    expect(verdictOn(within(100), cut).verdict).toBe('fail')
  })
})

describe('an answer time that waits for people', () => {
  const desk = (hoursPerDay: number) =>
    sketch([app, box('desk', 'human-approval', { settings: { hoursPerDay } })], [arrow('user>app'), arrow('app>desk')])
  const hours = 3_600_000

  it('is no pass where more requests wait for their hours than the percentile may leave out', () => {
    const result = verdictOn(within(2 * hours), desk(8))
    expect(result.verdict).toBe('unknown')
    expect(result.arithmetic.replaceAll(/\s/gu, ' ')).toContain(
      '65 % of the requests reach "desk" outside its hours and wait up to 16 h',
    )
    expect(result.question).toContain('outside the hours of "desk"')
    expect(result.asks).toEqual([{ on: 'desk', field: 'hoursPerDay' }])
  })
  it('is decided where they are there all day, where the wait is within the target, and where it fails anyway', () => {
    expect(verdictOn(within(2 * hours), desk(24)).verdict).toBe('pass')
    expect(verdictOn(within(24 * hours), desk(8)).verdict).toBe('pass')
    expect(verdictOn(within(1000), desk(8)).verdict).toBe('fail')
  })
  it('leaves a median alone that most requests keep', () => {
    expect(verdictOn(within(2 * hours), desk(16)).verdict).toBe('unknown')
    expect(verdictOn({ ...within(2 * hours), aggregate: 'p50' }, desk(16)).verdict).toBe('pass')
  })
})

describe('a cost of a sketch of which nothing has a price', () => {
  const free = sketch([box('crm', 'external-system')], [{ ...arrow('user>crm'), id: 'user-app' }])
  it.each(['cost.month', 'cost.technology', 'cost.request', 'cost.per1k'])('is no pass: %s', (metric) => {
    expect(verdictOn(within(1000, metric), free).verdict).toBe('unknown')
    expect(verdictOn(within(1000, metric), passesOn).verdict).not.toBe('unknown')
  })
})

describe('an availability of a sketch in which nobody answers', () => {
  const up = (metric: string, is: Requirement['is'], target: number): Requirement => ({
    ...within(target, metric),
    is,
  })
  const atLeast = up('availability', '>=', 0.9)
  const front = [box('chat', 'client'), box('door', 'api-gateway')]
  const toDoor = [arrow('user>chat'), arrow('chat>door')]

  it('is no pass where those who passed a question on lost the one who answered it', () => {
    const result = verdictOn(atLeast, sketch(front, toDoor))
    expect(result.verdict).toBe('unknown')
    expect(result.arithmetic).toContain('Nobody answers')
    expect(result.question).toMatch(/^Who answers .* behind "chat", "door"\?$/)
    expect(verdictOn(up('downtime', '<=', 4000), sketch(front, toDoor)).verdict).toBe('unknown')
    const alone = verdictOn(atLeast, sketch(front.slice(0, 1), toDoor.slice(0, 1)))
    expect(alone).toMatchObject({ verdict: 'unknown', question: expect.stringContaining('behind "chat"?') })
    expect(alone).not.toHaveProperty('value')
  })
  it('is decided as soon as anything stands behind them', () => {
    const served = sketch([...front, box('crm', 'external-system')], [...toDoor, arrow('door>crm')])
    expect(verdictOn(atLeast, served).verdict).toBe('pass')
  })
  it('stays a question where only those are known to be up who pass the question on', () => {
    const stated = [box('chat', 'client'), box('door', 'api-gateway', { settings: { availability: 0.9995 } })]
    expect(verdictOn(atLeast, sketch(stated, toDoor)).verdict).toBe('unknown')
  })
  it('is answered by who takes it and works later, as long as somebody does', () => {
    const queued = [...front, box('list', 'queue')]
    const toList = [...toDoor, arrow('door>list', { mode: 'async' })]
    expect(verdictOn(atLeast, sketch(queued, toList)).verdict).toBe('unknown')
    const worked = sketch(
      [...queued, box('robot', 'orchestrator')],
      [...toList, arrow('list>robot', { mode: 'async' })],
    )
    expect(verdictOn(atLeast, worked).verdict).toBe('pass')
  })
  it('is no pass where a side way leads to people and the way of the question ends at a gateway', () => {
    const desk = [...front, box('desk', 'human-review')]
    const aside = [...toDoor, arrow('chat>desk', { mode: 'async' })]
    expect(verdictOn(atLeast, sketch(desk, aside)).verdict).toBe('unknown')
  })
  it('is missed all the same where what is drawn is down too often already', () => {
    expect(verdictOn(up('availability', '>=', 0.99999), sketch(front, toDoor)).verdict).toBe('fail')
  })
})

describe('a cost of a design that lost whoever answers', () => {
  const left = [box('chat', 'client'), box('model', 'llm-api'), box('log', 'relational-db')]
  const lost = sketch(left, [{ ...arrow('user>chat'), id: 'user-app' }])
  it.each(['cost.month', 'cost.technology', 'cost.people', 'cost.request'])(
    'is no pass by what is left: %s',
    (metric) => {
      const result = verdictOn(within(1e9, metric), lost)
      expect(result.verdict).toBe('unknown')
      expect(result.question).toMatch(/^Who answers .* behind "chat"\?$/)
    },
  )
  it('asks what a workload is for that begins nowhere any more', () => {
    const [workload] = lost.workloads ?? []
    const design = { ...lost, workloads: workload ? [{ ...workload, name: 'Cases', mix: {} }] : [] }
    const result = verdictOn(within(1e9, 'cost.month'), design)
    expect(result.verdict).toBe('unknown')
    expect(result.arithmetic).toContain('The workload "Cases" leads nowhere')
  })
  it('is missed all the same where what is left is too dear already', () => {
    expect(verdictOn(within(1e-6, 'cost.month'), lost).verdict).toBe('fail')
  })
})
