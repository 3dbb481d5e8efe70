import type { Design } from '../../design/design.ts'
import { kinds } from '../../kinds/index.ts'
import { products } from '../../kinds/products/index.ts'
import { buildGraph } from '../build-graph.ts'
import type { Condition } from '../condition.ts'
import { parseCondition } from '../condition-text.ts'
import { decideCondition } from '../decide-condition.ts'

export const design: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'x-design',
  name: 'Mini',
  boundaries: [
    { id: 'b-net', name: 'Internet', trust: 10 },
    { id: 'b-ours', name: 'Platform', trust: 80, region: 'eu-west-1', organisation: 'client' },
    { id: 'b-cell', name: 'Cell', in: 'b-ours' },
    { id: 'b-vendor', name: 'Vendor' },
  ],
  components: [
    { id: 'c-user', name: 'Customer', kind: 'user', in: 'b-net' },
    { id: 'c-app', name: 'App', kind: 'orchestrator', in: 'b-ours', tags: ['pci', 'core'], owner: 'Team A' },
    { id: 'c-model', name: 'Model', kind: 'llm-api', in: 'b-vendor', product: 'openai/gpt-4.1' },
    { id: 'c-other', name: 'Other model', kind: 'llm-api', in: 'b-vendor' },
    {
      id: 'c-store',
      name: 'Store',
      kind: 'vector-store',
      in: 'b-cell',
      holds: ['d-chunks'],
      settings: { retentionDays: 30, encryptedAtRest: true },
    },
    { id: 'c-lost', name: 'Lost', kind: 'tool' },
    { id: 'c-files', name: 'Files', kind: 'object-store', in: 'b-cell' },
  ],
  flows: [
    { id: 'a-ask', from: 'c-user', to: 'c-app', encrypted: true, request: { data: ['d-question'] } },
    { id: 'a-model', from: 'c-app', to: 'c-model' },
    { id: 'a-search', from: 'c-app', to: 'c-store', timeoutMs: 500, response: { data: ['d-chunks'] } },
  ],
  data: [
    { id: 'd-question', name: 'Question', classification: 'internal' },
    { id: 'd-files', name: 'Contracts', classification: 'restricted' },
    { id: 'd-chunks', name: 'Chunks', derivedFrom: ['d-files'] },
    { id: 'd-both', name: 'Both', derivedFrom: ['d-question', 'd-files'] },
    { id: 'd-mixed', name: 'Mixed', derivedFrom: ['d-files', 'd-log'] },
    { id: 'd-log', name: 'Log', facts: { retentionDays: 400 } },
  ],
}

export const graph = buildGraph(design, kinds, products)

export const read = (text: string): Condition => {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.sentence}`)
  return parsed.condition
}

export const ask = (text: string, on: string) => decideCondition(read(text), on, graph)
