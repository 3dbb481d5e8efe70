import { describe, expect, it } from 'vitest'
import { arrow, box, data, miniDesign } from '../findings/testing/mini-design.ts'
import { inspect } from '../findings/testing/inspect.ts'
import { kinds } from '../kinds/index.ts'
import { threats } from './catalog/index.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { arrowsIn, defaultSteps } from '../graph/default-plan.ts'

/** One agent reads the web and takes notes; another reads the notes and people's files, and sends mail. One model serves both. */
const team = miniDesign({
  components: [
    box('c-clerk', 'user'),
    box('c-reader', 'agent', { settings: { autonomy: 'auto' } }),
    box('c-web', 'tool', { holds: ['d-page'], settings: { effect: 'read', egress: 'allowlist' } }),
    box('c-notes', 'memory'),
    box('c-boss', 'user'),
    box('c-doer', 'agent', { settings: { autonomy: 'auto' } }),
    box('c-files', 'tool', { holds: ['d-file'], settings: { effect: 'read', egress: 'none' } }),
    box('c-mail', 'tool', { settings: { effect: 'comm', egress: 'any' } }),
    box('c-model', 'llm-self-hosted'),
  ],
  flows: [
    arrow('c-clerk', 'c-reader', { request: { data: ['d-task'] } }),
    arrow('c-reader', 'c-web'),
    arrow('c-reader', 'c-model'),
    arrow('c-reader', 'c-notes', { does: ['write'] }),
    arrow('c-boss', 'c-doer', { request: { data: ['d-task'] } }),
    arrow('c-doer', 'c-notes', { does: ['read'] }),
    arrow('c-doer', 'c-files'),
    arrow('c-doer', 'c-model'),
    arrow('c-doer', 'c-mail'),
  ],
  data: [
    data('d-task', { writers: 'staff', classification: 'internal', personal: 'none' }),
    data('d-page', { writers: 'anyone', classification: 'public', personal: 'none' }),
    data('d-file', { writers: 'staff', classification: 'restricted', personal: 'personal' }),
  ],
})

describe('what one agent notes and another reads', () => {
  it('is written after the turns and read before them, where nobody stated the order', () => {
    const graph = buildGraph(team, kinds, [])
    expect([...arrowsIn(defaultSteps(graph, 'c-reader'))].at(-1)).toBe('a-reader-notes')
    expect([...arrowsIn(defaultSteps(graph, 'c-doer'))][0]).toBe('a-doer-notes')
  })

  it('brings what strangers wrote to the second agent, by way of the notes and not of the model that both ask', () => {
    const trifecta = inspect(team, threats).findings.find(({ id }) => id === 'P-02@c-doer')
    expect(trifecta?.status).toBe('open')
    expect(trifecta?.path).toEqual([
      'c-web',
      'a-reader-web',
      'c-reader',
      'a-reader-notes',
      'c-notes',
      'a-doer-notes',
      'c-doer',
      'a-doer-mail',
      'c-mail',
    ])
  })
})
