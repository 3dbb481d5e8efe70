import { describe, expect, it } from 'vitest'
import type { Design, Flow } from '../design/design.ts'
import { inspect } from '../findings/testing/inspect.ts'
import { arrow, box, data, miniDesign } from '../findings/testing/mini-design.ts'
import { checks } from '../checks/rules/index.ts'
import { threats } from './catalog/index.ts'

/** An agent reads letters of strangers and the accounts of a bank, and answers by mail: what its answer carries is drawn. */
const bank = (options: { holds?: boolean; mail?: Partial<Flow>; approved?: boolean } = {}): Design =>
  miniDesign({
    components: [
      box('c-stranger', 'user'),
      box('c-agent', 'agent', {
        settings: { autonomy: 'auto' },
        ...(options.approved === true
          ? {
              plans: [
                {
                  steps: ['a-agent-model', 'a-agent-ledger', 'a-agent-approver', 'a-agent-mail'].map((call) => ({
                    call,
                  })),
                },
              ],
            }
          : {}),
      }),
      box('c-model', 'llm-self-hosted'),
      box('c-ledger', 'relational-db', options.holds === true ? { holds: ['d-account'] } : {}),
      box('c-mail', 'tool', { settings: { effect: 'comm', egress: 'any' } }),
      ...(options.approved === true ? [box('c-approver', 'human-approval')] : []),
    ],
    flows: [
      arrow('c-stranger', 'c-agent', { request: { data: ['d-letter'] } }),
      arrow('c-agent', 'c-model'),
      arrow('c-agent', 'c-ledger', { response: { data: ['d-account'] } }),
      ...(options.approved === true ? [arrow('c-agent', 'c-approver', { request: { data: ['d-account'] } })] : []),
      arrow('c-agent', 'c-mail', options.mail ?? {}),
    ],
    data: [
      data('d-letter', { writers: 'anyone', classification: 'confidential', personal: 'personal' }),
      data('d-account', { writers: 'system', classification: 'restricted', personal: 'personal' }),
    ],
  })

const account = { request: { data: ['d-account'] } }
const trifecta = (design: Design) => inspect(design, threats).findings.find(({ id }) => id === 'P-02@c-agent')

describe('what an agent does with all that it has read', () => {
  it.each([
    ['an arrow that does not say what it carries', {}],
    ['an arrow that says it carries data of our own only', account],
  ])('lets data out along %s', (_, mail) => {
    expect(trifecta(bank({ holds: true, mail }))).toMatchObject({
      status: 'open',
      path: ['c-stranger', 'a-stranger-agent', 'c-agent', 'a-agent-mail', 'c-mail'],
    })
  })

  it('is closed by a person who sees each mail, also where only the mail is shown', () => {
    const found = trifecta(bank({ holds: true, mail: account, approved: true }))
    expect(found?.status).toBe('mitigated')
  })

  it('counts as private what the answer of a store brings, though nobody said that it is kept there', () => {
    const found = trifecta(bank())
    expect(found).toMatchObject({ status: 'open', legs: expect.anything() })
    expect(found?.legs?.find(({ label }) => label === 'Private data')?.elements).toEqual(['c-ledger'])
  })
})

describe('questions about several arrows', () => {
  it('are sentences', () => {
    const asked = inspect(bank({ holds: true, mail: account }), [...threats, ...checks]).questions
    const texts = asked.map(({ text }) => text)
    expect(texts).toContain('For each of 2 arrows: after how long does the caller give up?')
    expect(texts.filter((text) => /\b(?:is|does|has) these\b/iu.test(text))).toEqual([])
  })

  it('are in the words of none, where each kind asks in its own', () => {
    const stores = miniDesign({
      components: [
        box('c-app', 'orchestrator'),
        box('c-memory', 'memory', { holds: ['d-facts'] }),
        box('c-traces', 'observability', { holds: ['d-facts'] }),
      ],
      flows: [arrow('c-app', 'c-memory'), arrow('c-app', 'c-traces')],
      data: [data('d-facts', { writers: 'system', classification: 'confidential', personal: 'personal' })],
    })
    const atRest = inspect(stores, [...threats, ...checks]).questions.find(({ rules }) => rules.includes('INF-03'))
    expect(atRest?.text).toBe('Encrypted at rest: what holds for these 2 stores?')
  })
})
