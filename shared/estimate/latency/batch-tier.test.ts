import { describe, expect, it } from 'vitest'
import type { Design, Flow } from '../../design/design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { draw } from '../../graph/testing/draw.ts'
import { kinds, products } from '../../kinds/index.ts'
import type { Estimate } from '../estimate.ts'
import { estimateDesign } from '../estimate-design.ts'
import { whyNoTime } from '../no-time.ts'
import { anyPrice } from '../testing/estimate-drawing.ts'

/** People ask an app that asks a vendor's model. */
function asking(toModel: Partial<Flow>, more: Partial<Design> = {}, settings = {}): Estimate {
  const design = draw(
    [
      { id: 'user', name: 'User', kind: 'user' },
      { id: 'app', name: 'App', kind: 'orchestrator' },
      { id: 'model', name: 'Model', kind: 'llm-api', settings },
    ],
    [
      { id: 'ask', from: 'user', to: 'app' },
      { id: 'write', from: 'app', to: 'model', ...toModel },
    ],
    { actions: [{ id: 'e', name: 'Ask', starts: 'ask' }], ...more },
  )
  return estimateDesign(buildGraph(design, kinds, products), anyPrice(1))
}

describe('a call in the batch tier', () => {
  it('has no time where the answer waits for it, however it is stated, and is paid for all the same', () => {
    const standard = asking({ call: { serviceTier: 'flex' } })
    expect(standard.actions[0]?.full?.p95.value).toBeGreaterThan(0)
    expect(standard.actions[0]).not.toHaveProperty('batched')
    const stated: readonly Estimate[] = [
      asking({ call: { serviceTier: 'batch' } }),
      asking({ call: { batch: true } }),
      asking({}, {}, { serviceTier: 'batch' }),
    ]
    for (const { actions, tornados, components } of stated) {
      expect(actions[0]).toMatchObject({ batched: ['model'], shares: [] })
      for (const absent of ['first', 'full', 'unattended', 'spans', 'unstable', 'misfits'])
        expect(actions[0]).not.toHaveProperty(absent)
      expect(tornados.map(({ headline }) => headline)).not.toContain('full')
      expect(components.find(({ component }) => component === 'model')).not.toHaveProperty('timeShare')
      expect(actions[0]?.usdPerRequest.value).toBe(standard.actions[0]?.usdPerRequest.value)
    }
  })

  it('leaves the answer alone that does not wait for it, and is done within hours', () => {
    const behind = asking({ mode: 'async', call: { serviceTier: 'batch' } })
    expect(behind.actions[0]?.full).toBeDefined()
    expect(behind.actions[0]).not.toHaveProperty('batched')
    expect(behind.flowsDone).toEqual([{ flow: 'write', action: 'e', batched: ['model'] }])
    expect(behind.actions[0]?.spans?.map(({ component }) => component)).toEqual(['app'])
  })

  it('takes no time away where another call of the same model waits for it', () => {
    const both = {
      flows: [
        { id: 'ask', from: 'user', to: 'app' },
        { id: 'write', from: 'app', to: 'model' },
        { id: 'judge', from: 'app', to: 'model', mode: 'async' as const, call: { serviceTier: 'batch' } },
      ],
    }
    const found = asking({}, both)
    expect(found.actions[0]?.full).toBeDefined()
    expect(found.flowsDone).toMatchObject([{ flow: 'judge', batched: ['model'] }])
  })

  it('counts where a call starts the action, and where another arrow answers it', () => {
    const direct = asking({ call: { serviceTier: 'batch' } }, { actions: [{ id: 'e', name: 'Run', starts: 'write' }] })
    expect(direct.actions[0]).toMatchObject({ batched: ['model'] })
    expect(direct.actions[0]).not.toHaveProperty('full')
    const behind = asking(
      { mode: 'async', call: { serviceTier: 'batch' } },
      { actions: [{ id: 'e', name: 'Ask', starts: 'ask', answeredBy: 'ask' }] },
    )
    expect(behind.actions[0]).not.toHaveProperty('batched')
  })

  it('counts where an action starts at the box itself', () => {
    const action = { id: 'e', name: 'Run', starts: 'model' }
    const run = asking({ call: {} }, { actions: [action] }, { serviceTier: 'batch' })
    expect(run.actions[0]).toMatchObject({ batched: ['model'] })
    expect(run.actions[0]).not.toHaveProperty('full')
  })

  /** The app asks the model in this share of its requests, after a search that always answers. */
  const seldom = (share: number): Estimate => {
    const plans = [{ steps: [{ call: 'find' }, { call: 'write', share }] }]
    return asking(
      {},
      {
        components: [
          { id: 'user', name: 'User', kind: 'user' },
          { id: 'app', name: 'App', kind: 'orchestrator', plans },
          { id: 'index', name: 'Index', kind: 'vector-store' },
          { id: 'model', name: 'Model', kind: 'llm-api' },
        ],
        flows: [
          { id: 'ask', from: 'user', to: 'app' },
          { id: 'find', from: 'app', to: 'index' },
          { id: 'write', from: 'app', to: 'model', call: { serviceTier: 'batch' } },
        ],
      },
    )
  }

  it('says in which share of the requests it happens', () => {
    expect(seldom(0.12).actions[0]).toMatchObject({ batched: ['model'], batchedShare: 0.12 })
    expect(seldom(0.12).actions[0]).not.toHaveProperty('full')
    expect(whyNoTime(seldom(0.12).actions[0] ?? {})).toMatchObject({ word: 'within hours', share: 0.12 })
  })

  it('leaves the times alone where even the 99th percentile is of other requests', () => {
    const [action] = seldom(0.004).actions
    expect(action?.full?.p99.value).toBeGreaterThan(0)
    expect(action).not.toHaveProperty('batched')
    expect(action?.rarelyBatched).toEqual({ ids: ['model'], share: expect.closeTo(0.004, 12) as number })
  })

  it('is that of an embedding model, too', () => {
    const drawn = (call: Flow['call']): Partial<Design> => ({
      components: [
        { id: 'user', name: 'User', kind: 'user' },
        { id: 'app', name: 'App', kind: 'orchestrator' },
        { id: 'embed', name: 'Embedding', kind: 'embedding' },
      ],
      flows: [
        { id: 'ask', from: 'user', to: 'app' },
        { id: 'turn', from: 'app', to: 'embed', ...(call ? { call } : {}) },
      ],
    })
    expect(asking({}, drawn({ batch: true })).actions[0]).toMatchObject({ batched: ['embed'] })
    expect(asking({}, drawn({})).actions[0]?.full).toBeDefined()
  })
})
