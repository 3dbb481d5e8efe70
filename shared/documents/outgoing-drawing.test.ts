import { describe, expect, it } from 'vitest'
import type { Design } from '../design/design.ts'
import { blankDesign } from '../design/edit/blank.ts'
import { outgoingDrawing } from './outgoing-drawing.ts'

const design: Design = {
  ...blankDesign('d', 'Project Okapi'),
  client: 'Okapi',
  boundaries: [
    { id: 'b', name: 'Own house', trust: 80, notes: 'okapi' },
    { id: 'b-secret', name: 'Okapi lab', internal: true },
  ],
  components: [
    {
      id: 'app',
      name: 'App',
      kind: 'service',
      in: 'b',
      owner: 'okapi',
      notes: 'okapi',
      settings: { usdPerMonth: 99 },
      outOfScope: 'okapi',
    },
    { id: 'llm', name: 'Model', kind: 'llm', product: 'openai/gpt-4.1' },
    { id: 'lab', name: 'Okapi model', kind: 'llm', in: 'b-secret' },
  ],
  flows: [
    {
      id: 'f',
      name: 'asks',
      from: 'app',
      to: 'llm',
      mode: 'stream',
      notes: 'okapi',
      request: { data: ['doc', 'own'] },
    },
    { id: 'f-lab', name: 'okapi', from: 'app', to: 'lab' },
  ],
  data: [
    { id: 'doc', name: 'Documents', classification: 'confidential', owner: 'okapi' },
    { id: 'own', name: 'Okapi list', internal: true },
  ],
  requirements: [{ id: 'r', name: 'okapi', metric: 'cost.month', is: '<=', target: 6000, priority: 'must' }],
  treatments: [{ id: 't', rule: 'P-02', on: ['app'], response: 'accept', reason: 'okapi' }],
  risks: [{ id: 'k', statement: 'okapi' }],
  variants: [
    { id: 'v', name: 'Okapi option', type: 'option', changes: { components: { llm: { name: 'Own model' } } } },
  ],
  shown: 'v',
  views: [{ id: 'main', name: 'Okapi', places: { app: { x: 1, y: 2 } }, strokes: [{ points: [[3, 4]] }] }],
}

describe('the drawing for a screen that others see', () => {
  const shown = outgoingDrawing(design)
  it('is what is drawn, as the shown option has it', () => {
    expect(shown.components?.map(({ id, name }) => [id, name])).toEqual([
      ['app', 'App'],
      ['llm', 'Own model'],
    ])
    expect(shown.flows).toEqual([
      { id: 'f', name: 'asks', from: 'app', to: 'llm', mode: 'stream', request: { data: ['doc'] } },
    ])
    expect(shown.views?.[0]?.places).toEqual({ app: { x: 1, y: 2 } })
    expect(shown.views?.[0]?.strokes).toEqual([{ points: [[3, 4]] }])
  })
  it('has no note, no name of the client, no number, no verdict and nothing that is internal', () => {
    expect(JSON.stringify(shown)).not.toMatch(/okapi/iu)
    expect(JSON.stringify(shown)).not.toMatch(/usd|6000|accept|settings/iu)
  })
})
