import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { blankDesign } from '../design/edit/blank.ts'
import { parseDesign } from '../design/file.ts'
import { walkSteps } from './walk-steps.ts'

const design: Design = {
  ...blankDesign('d', 'Walk'),
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    {
      id: 'app',
      name: 'App',
      kind: 'service',
      plans: [
        {
          steps: [
            { parallel: [{ call: 'f-guard' }, { call: 'f-search' }] },
            { call: 'f-llm', times: 3, orElse: [{ call: 'f-small' }] },
            { call: 'f-log' },
            { choose: [{ call: 'f-guard', share: 0.2 }, { call: 'f-search' }] },
          ],
        },
      ],
    },
    { id: 'guard', name: 'Guard', kind: 'service' },
    { id: 'search', name: 'Search', kind: 'service' },
    { id: 'llm', name: 'Model', kind: 'llm' },
    { id: 'small', name: 'Small model', kind: 'llm' },
    { id: 'log', name: 'Log', kind: 'service' },
    { id: 'index', name: 'Index', kind: 'service' },
  ],
  flows: [
    { id: 'f-ask', from: 'user', to: 'app' },
    { id: 'f-guard', from: 'app', to: 'guard' },
    { id: 'f-search', from: 'app', to: 'search' },
    { id: 'f-index', from: 'search', to: 'index' },
    { id: 'f-llm', from: 'app', to: 'llm' },
    { id: 'f-small', from: 'app', to: 'small' },
    { id: 'f-log', from: 'app', to: 'log', mode: 'async' },
  ],
  actions: [{ id: 'ask', name: 'Ask', starts: 'f-ask' }],
}

describe('the walk through an action', () => {
  it('tells each call in order, under its circumstances, and what a component does once', () => {
    const told = walkSteps(readGraph(design), 'ask').map(({ flow, circumstances }) =>
      [flow, ...circumstances].join(' | '),
    )
    expect(told).toEqual([
      'f-ask',
      'f-guard',
      'f-search | at the same time',
      'f-index',
      'f-llm | 3 times',
      'f-small | if that fails',
      'f-log | nobody waits for it',
      'f-guard | in 20 % of the runs',
      'f-search | in 80 % of the runs',
    ])
  })
  it('has nothing to tell of an action that is not there', () => {
    expect(walkSteps(readGraph(design), 'nothing')).toEqual([])
  })
  const folder = 'resources/templates'
  it.each(readdirSync(folder).filter((name) => name.endsWith('.lintel.json')))('names only what %s has', (name) => {
    const parsed = parseDesign(readFileSync(join(folder, name), 'utf8'))
    if (!parsed.ok) throw new Error('a template can be read')
    const graph = readGraph(parsed.value.design)
    expect(graph.actions.length).toBeGreaterThan(0)
    for (const { action } of graph.actions) {
      const steps = walkSteps(graph, action)
      expect(steps.length).toBeGreaterThan(0)
      expect(steps.length).toBeLessThanOrEqual(60)
      for (const { flow, caller, callee } of steps) {
        expect(graph.flow(flow)).toMatchObject({ caller, callee })
      }
    }
  })
})
