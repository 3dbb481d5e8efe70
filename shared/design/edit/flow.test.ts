import { describe, expect, it } from 'vitest'
import type { Component } from '../design.ts'
import { frozen } from '../testing/shuffle.ts'
import * as edits from './index.ts'
import { rag, flow, stepsText, errors } from '../testing/edited.ts'

describe('an arrow', () => {
  it('gets a new component on it: the caller keeps id and timeout, the callee its language', () => {
    const box: Component = { id: 'gate', name: 'Model gateway', kind: 'model-gateway', in: 'vpc' }
    const withStep = edits.setStepModifier(rag, 'orch', 'f-llm', 'with', { outputTokens: 300 })
    const after = edits.insertOnFlow(frozen(withStep), 'f-llm', box, 'f-half')
    expect(flow(after, 'f-llm')).toEqual({
      id: 'f-llm',
      from: 'orch',
      to: 'gate',
      mode: 'stream',
      request: { data: ['question', 'chunks', 'answer-prompt'], content: ['prompt'] },
      timeoutMs: 20_000,
      retries: 1,
      encrypted: true,
    })
    expect(flow(after, 'f-half')).toEqual({
      id: 'f-half',
      from: 'gate',
      to: 'llm',
      mode: 'stream',
      call: { instructionTokens: 1200, outputTokens: 300, maxOutputTokens: 900, promptCaching: true },
      response: { data: ['answer'] },
    })
    expect(stepsText(after, 'orch')).toContain('{"call":"f-llm","orElse":[{"call":"f-llm-small"}]}')
    expect(errors(after)).toEqual([])
  })

  it('that is pulled keeps its id on the side of the caller, its head', () => {
    const box: Component = { id: 'filter', name: 'Filter', kind: 'guardrail' }
    const after = edits.insertOnFlow(rag, 'f-read', box, 'f-half', true)
    expect(flow(after, 'f-read')).toMatchObject({ from: 'filter', to: 'ingest' })
    expect(flow(after, 'f-half')).toMatchObject({ from: 'library', to: 'filter', response: { data: ['documents'] } })
    expect(stepsText(after, 'ingest')).toContain('f-read')
  })

  it('keeps its id and call when its head moves', () => {
    const after = edits.reconnectFlow(rag, 'f-search', { to: 'llm' })
    expect(flow(after, 'f-search')).toMatchObject({ to: 'llm', call: { topK: 40 } })
    expect(stepsText(after, 'orch')).toBe(stepsText(rag, 'orch'))
  })

  it('leaves the plan of its old caller when its tail moves', () => {
    const after = edits.reconnectFlow(rag, 'f-trace', { from: 'api' })
    expect(stepsText(after, 'orch')).not.toContain('f-trace')
    expect(errors(after)).toEqual([])
  })

  it('turns around: what it asked it answers, unless the caller stays', () => {
    const turned = edits.reverseFlow(rag, 'f-search')
    expect(flow(turned, 'f-search')).toMatchObject({
      from: 'index',
      to: 'orch',
      request: { data: ['chunks'] },
      response: { data: ['question'] },
    })
    expect(stepsText(turned, 'orch')).not.toContain('f-search')
    const pulled = edits.reverseFlow(rag, 'f-search', { keepCaller: true })
    expect(flow(pulled, 'f-search')).toMatchObject({ from: 'index', pull: true, request: { data: ['question'] } })
    expect(stepsText(pulled, 'orch')).toBe(stepsText(rag, 'orch'))
    expect(edits.reverseFlow(pulled, 'f-search', { keepCaller: true })).toEqual(rag)
  })
})
