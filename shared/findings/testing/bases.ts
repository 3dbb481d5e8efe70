import type { Design } from '../../design/design.ts'
import { area, arrow, box, call, data, miniDesign, plan } from './mini-design.ts'

/** The internet, and a platform of ours. */
export const areas = [
  area('b-internet', { trust: 0, network: 'public' }),
  area('b-platform', { trust: 80, organisation: 'client', region: 'eu-west-1', network: 'private' }),
]
const ours = { in: 'b-platform' }

/**
 * A customer writes to an agent of ours that asks a model, looks up orders and sends mail: untrusted input, private
 * data and a way out. All else is stated and in order.
 */
export const mailingAgent: Design = miniDesign({
  boundaries: areas,
  components: [
    box('c-customer', 'user', { in: 'b-internet' }),
    box('c-agent', 'agent', {
      ...ours,
      settings: { autonomy: 'approve', maxSteps: 10, killSwitch: true },
      ...plan(call('a-agent-model'), call('a-agent-orders'), call('a-agent-mail')),
    }),
    box('c-model', 'llm-self-hosted', { ...ours, settings: { pinned: true } }),
    box('c-orders', 'tool', { ...ours, holds: ['d-order'], settings: { effect: 'read', egress: 'none' } }),
    box('c-mail', 'tool', { ...ours, settings: { effect: 'comm', egress: 'any', schemaChecked: true } }),
  ],
  flows: [
    arrow('c-customer', 'c-agent', { request: { data: ['d-message'] }, authentication: 'oidc', encrypted: true }),
    arrow('c-agent', 'c-model', { mode: 'sync', timeoutMs: 20_000, call: { maxOutputTokens: 800 } }),
    arrow('c-agent', 'c-orders', { as: 'caller', timeoutMs: 5000 }),
    arrow('c-agent', 'c-mail', { timeoutMs: 5000 }),
  ],
  data: [
    data('d-message', { writers: 'anyone', classification: 'internal', personal: 'none' }),
    data('d-order', { writers: 'system', classification: 'confidential', personal: 'personal' }),
  ],
})

/** A person in the house asks, a service searches an index of documents and lets a vendor's model answer. */
export const searchService: Design = miniDesign({
  boundaries: [
    area('b-office', { trust: 60, organisation: 'client', network: 'private' }),
    ...areas,
    area('b-vendor', { trust: 40, organisation: 'vendor', network: 'public', region: 'eu-west-1' }),
  ],
  components: [
    box('c-analyst', 'user', { in: 'b-office' }),
    box('c-portal', 'client', { in: 'b-office', settings: { renders: 'text', saysAi: true } }),
    box('c-service', 'orchestrator', {
      ...ours,
      ...plan(call('a-service-embedder'), call('a-service-index'), call('a-service-model')),
    }),
    box('c-embedder', 'embedding', {
      in: 'b-vendor',
      settings: { pinned: true, noTraining: true, dataProcessingAgreement: true },
    }),
    box('c-index', 'vector-store', {
      ...ours,
      holds: ['d-chunks'],
      settings: { accessControl: 'query', encryptedAtRest: true, retentionDays: 365 },
    }),
    box('c-model', 'llm-api', {
      in: 'b-vendor',
      settings: { pinned: true, noTraining: true, dataProcessingAgreement: true },
    }),
  ],
  flows: [
    arrow('c-analyst', 'c-portal', { request: { data: ['d-question'] } }),
    arrow('c-portal', 'c-service', { mode: 'stream', authentication: 'oidc', encrypted: true, as: 'caller' }),
    arrow('c-service', 'c-embedder', { request: { data: ['d-question'] }, encrypted: true }),
    arrow('c-service', 'c-index', {
      does: ['read'],
      as: 'caller',
      request: { data: ['d-question'] },
      response: { data: ['d-chunks'], content: ['retrieved'] },
    }),
    arrow('c-service', 'c-model', {
      mode: 'stream',
      request: { data: ['d-question', 'd-chunks'] },
      response: { data: ['d-answer'] },
      call: { outputTokens: 450, maxOutputTokens: 900 },
      encrypted: true,
      timeoutMs: 20_000,
    }),
  ],
  data: [
    data('d-question', { writers: 'staff', classification: 'internal', personal: 'none' }),
    data('d-documents', { writers: 'staff', classification: 'confidential', personal: 'none' }),
    data('d-chunks', { derivedFrom: ['d-documents'] }),
    data('d-answer', { derivedFrom: ['d-chunks', 'd-question'] }),
  ],
})
