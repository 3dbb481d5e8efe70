import type { Decision, Design } from '../../design/design.ts'
import { mailingAgent, searchService } from '../../findings/testing/bases.ts'
import { arrow, box, edited, grown, type RuleFixture } from '../../findings/testing/mini-design.ts'

const complete: Partial<Design> = { context: { complete: ['governance'] } }
const ours = { in: 'b-platform' }
const decision: Decision = {
  id: 'n-model',
  number: 1,
  name: 'Which model answers',
  status: 'accepted',
  about: ['c-model'],
  options: [
    { id: 'o-one', title: 'One' },
    { id: 'o-two', title: 'Two' },
    { id: 'o-three', title: 'Three' },
  ],
}
const chosen: Design = { ...edited(searchService, 'c-model', { product: 'openai/gpt-4.1' }), ...complete }
const owned = edited(chosen, 'c-model', { owner: 'Search team', notes: 'Writes answers from what was found.' })
/** One vendor answers, and no gateway stands before it. */
const sole: Design = { ...chosen, context: { complete: ['governance'] } }
const spare = (product: string): Design =>
  grown(
    sole,
    [box('c-spare', 'llm-api', { in: 'b-vendor', product, settings: { pinned: true, noTraining: true } })],
    [arrow('c-service', 'c-spare', { encrypted: true, timeoutMs: 20_000, call: { maxOutputTokens: 900 } })],
  )
const tuned = (more: Partial<Design> = complete): Design => ({
  ...grown(
    edited(searchService, 'c-index', null),
    [box('c-tuning', 'training-job', ours)],
    [arrow('c-tuning', 'c-model', { mode: 'offline' })],
  ),
  ...more,
})
const reviewed = (date: string, value = true): Design => ({
  ...mailingAgent,
  answers: { 'review.threats': { value, date, by: 'Security' } },
})

/** The mailing agent with a server of tools, called by these. */
const serving = (...callers: readonly string[]): Design =>
  grown(
    { ...mailingAgent, ...complete },
    [box('c-server', 'mcp-server', ours), box('c-helper', 'orchestrator', ours)],
    callers.map((caller) => arrow(caller, 'c-server')),
  )

const kept = { owner: 'Search team', notes: 'Writes answers.' }
/** So many more models that are on record with all that is asked. */
const amongOthers = (count: number): Design => {
  const ids = Array.from({ length: count }, (_, index) => `c-model-${index}`)
  const onRecord = { in: 'b-vendor', product: 'openai/gpt-4.1', ...kept }
  return grown(
    chosen,
    ids.map((id) => box(id, 'llm-api', onRecord)),
    ids.map((id) => arrow('c-service', id)),
  )
}

export const fixtures: readonly RuleFixture[] = [
  {
    rule: 'GOV-03',
    fails: chosen,
    alsoFails: [
      edited(owned, 'c-model', { owner: ' ' }),
      edited(owned, 'c-model', { notes: '' }),
      edited(owned, 'c-model', { product: undefined }),
      { ...mailingAgent, ...complete },
      edited(edited(chosen, 'x-design', { context: { complete: [] } }), 'b-vendor', { complete: true }),
      grown(owned, [box('c-prompts', 'prompt-registry', ours)], [arrow('c-prompts', 'c-service', { mode: 'offline' })]),
      { ...chosen, context: {}, answers: { 'topic.governance': { value: false } } },
    ],
    says: [
      [serving('c-agent'), 'Server has no owner'],
      [serving('c-agent', 'c-helper'), 'Server has no owner'],
    ],
    passes: owned,
    alsoPasses: [
      { ...chosen, context: { stage: 'poc', complete: ['governance'] } },
      { ...chosen, context: {}, answers: { 'topic.governance': { value: true } } },
      grown(owned, [box('c-prompts', 'prompt-registry', ours)]),
      // One of many may be late.
      amongOthers(24),
      // Nobody sells our agent as a product.
      edited(edited({ ...mailingAgent, ...complete }, 'c-agent', kept), 'c-model', {
        ...kept,
        product: 'openai/gpt-4.1',
      }),
      grown(owned, [box('c-server', 'mcp-server', ours)], [arrow('c-service', 'c-server')]),
    ],
    repair: { on: 'c-model', change: { owner: 'Search team', notes: 'Writes answers.' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'GOV-04',
    fails: chosen,
    alsoFails: [
      { ...spare('openai/gpt-4.1-mini'), decisions: [decision] },
      { ...edited(spare('openai/gpt-4.1'), 'c-spare', { kind: 'llm-self-hosted' }), decisions: [decision] },
      { ...chosen, decisions: [{ ...decision, status: 'rejected' }] },
      { ...chosen, decisions: [{ ...decision, about: ['c-service'] }] },
      edited({ ...searchService, ...complete }, 'c-index', { product: 'weaviate/cloud' }),
      { ...chosen, context: {}, answers: { 'topic.governance': { value: false } } },
    ],
    passes: { ...chosen, decisions: [decision] },
    alsoPasses: [
      // A twin with the same product is the same choice.
      { ...spare('openai/gpt-4.1'), decisions: [decision] },
      { ...chosen, decisions: [{ ...decision, status: 'proposed' }] },
      { ...chosen, decisions: [{ ...decision, about: ['c-model', 'c-service'] }] },
      { ...searchService, ...complete },
      edited(chosen, 'a-service-model', null),
    ],
    repair: { on: 'c-model', change: { product: { unknown: true } } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'GOV-08',
    fails: { ...mailingAgent, ...complete },
    alsoFails: [
      { ...searchService, ...complete },
      tuned(),
      grown(tuned(), [box('c-lake', 'object-store', ours)], [arrow('c-lake', 'c-tuning', { mode: 'offline' })]),
      edited({ ...mailingAgent, ...complete }, 'c-agent', { notes: ' ' }),
      { ...mailingAgent, answers: { 'topic.governance': { value: false } } },
    ],
    passes: edited({ ...mailingAgent, ...complete }, 'c-agent', { notes: 'A fixed flow solved 40 % of the cases.' }),
    alsoPasses: [
      { ...mailingAgent, ...complete, decisions: [{ ...decision, about: ['c-agent'] }] },
      edited({ ...mailingAgent, ...complete }, 'c-model', null),
      edited({ ...searchService, ...complete }, 'c-index', null),
      edited(tuned(), 'c-model', { kind: 'ml-endpoint', settings: undefined }),
      edited(tuned(), 'a-tuning-model', null),
    ],
    repair: { on: 'c-agent', change: { notes: 'A fixed flow solved 40 % of the cases.' } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'GOV-09',
    fails: sole,
    alsoFails: [
      spare('openai/gpt-4.1-mini'),
      edited(sole, 'c-model', { links: [{ title: 'Price list' }] }),
      { ...sole, context: {}, answers: { 'topic.governance': { value: false } } },
    ],
    passes: spare('anthropic/claude-sonnet-4-6'),
    alsoPasses: [
      edited(sole, 'c-model', { links: [{ title: 'Exit plan' }] }),
      { ...sole, decisions: [{ ...decision, links: [{ title: 'Portability of prompts' }] }] },
      { ...sole, context: { stage: 'poc', complete: ['governance'] } },
      edited(sole, 'c-model', { product: undefined }),
      edited(sole, 'c-model', { kind: 'llm-self-hosted', settings: undefined }),
      grown(
        edited(sole, 'a-service-model', null),
        [box('c-gateway', 'model-gateway', ours)],
        [arrow('c-service', 'c-gateway'), arrow('c-gateway', 'c-model', { encrypted: true })],
      ),
    ],
    repair: { on: 'c-model', change: { links: [{ title: 'Exit plan' }] } },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
  {
    rule: 'GOV-10',
    fails: { ...mailingAgent, ...complete },
    alsoFails: [reviewed('2025-11-20'), reviewed('2026-11-01', false)],
    passes: { ...reviewed('2026-10-01'), ...complete },
    alsoPasses: [
      reviewed('2025-11-21'),
      { ...searchService, ...complete },
      { ...mailingAgent, context: { stage: 'poc', complete: ['governance'] } },
      { ...reviewed('2024-01-01'), context: { stage: 'poc' } },
    ],
    says: [
      [reviewed('2025-11-20'), 'low: The threats around Agent were last reviewed 366 days ago, on 2025-11-20.'],
      [reviewed('2024-01-01', false), 'medium: Nobody has reviewed'],
    ],
    repair: { on: 'c-agent', change: null },
    unknown: { on: 'x-design', change: { context: { complete: [] } } },
  },
]
