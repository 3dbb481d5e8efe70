import type { Design } from '../design/design.ts'
import {
  addAction,
  addComponent,
  addDataAsset,
  addFlow,
  addRequirement,
  addWorkload,
  blankDesign,
  setContext,
  setField,
  setSetting,
} from '../design/edit/index.ts'
import { box } from '../findings/testing/mini-design.ts'

/** What somebody does who draws a search over documents for the first time, one small step after another. */
const steps: readonly (readonly [name: string, edit: (design: Design) => Design])[] = [
  ['an employee', (design) => addComponent(design, box('employee', 'user'))],
  ['a chat page', (design) => addComponent(design, box('chat', 'client'))],
  ['the employee asks', (design) => addFlow(design, { id: 'f-ask', from: 'employee', to: 'chat' })],
  ['a service', (design) => addComponent(design, box('service', 'orchestrator'))],
  ['the page calls it', (design) => addFlow(design, { id: 'f-call', from: 'chat', to: 'service' })],
  ['a model', (design) => addComponent(design, box('model', 'llm-api'))],
  ['the service calls the model', (design) => addFlow(design, { id: 'f-model', from: 'service', to: 'model' })],
  ['which model', (design) => setField(design, 'model', 'product', 'openai/gpt-4.1')],
  ['an index', (design) => addComponent(design, box('index', 'vector-store'))],
  ['the service searches', (design) => addFlow(design, { id: 'f-search', from: 'service', to: 'index' })],
  ['an embedding model', (design) => addComponent(design, box('embedding', 'embedding'))],
  ['it embeds the question', (design) => addFlow(design, { id: 'f-embed', from: 'service', to: 'embedding' })],
  ['a library', (design) => addComponent(design, box('library', 'document-store'))],
  ['an ingestion', (design) => addComponent(design, box('ingestion', 'ingestion'))],
  ['it reads the library', (design) => addFlow(design, { id: 'f-read', from: 'ingestion', to: 'library' })],
  [
    'it writes the index',
    (design) => addFlow(design, { id: 'f-write', from: 'ingestion', to: 'index', does: ['write'] }),
  ],
  ['what people do', (design) => addAction(design, { id: 'ask', name: 'Ask', starts: 'f-ask' })],
  [
    'how often',
    (design) => addWorkload(design, { id: 'day', name: 'Day', mix: { ask: 1 }, arrivals: { rate: 2000, per: 'day' } }),
  ],
  [
    'how fast',
    (design) =>
      addRequirement(design, {
        id: 'fast',
        name: 'Full answer',
        metric: 'latency.full',
        aggregate: 'p95',
        is: '<=',
        target: 15_000,
        on: ['ask'],
        priority: 'must',
        source: 'Head of service',
      }),
  ],
  ['documents', (design) => addDataAsset(design, { id: 'documents', name: 'Documents', writers: 'staff' })],
  ['they are confidential', (design) => setField(design, 'documents', 'classification', 'confidential')],
  ['they lie in the library', (design) => setField(design, 'library', 'holds', ['documents'])],
  ['and in the index', (design) => setField(design, 'index', 'holds', ['documents'])],
  ['it is a pilot', (design) => setContext(design, 'stage', 'pilot')],
  [
    'every employee may find every document',
    (design) => setSetting(design, 'index', 'settings', 'accessControl', 'none'),
  ],
]

/** The design after each step. */
export function drawingSession(): readonly { readonly name: string; readonly design: Design }[] {
  let design = blankDesign('d-new', 'New')
  return steps.map(([name, edit]) => {
    design = edit(design)
    return { name, design }
  })
}
