import { describe, expect, it } from 'vitest'
import { diffDesigns, printDiff } from './diff.ts'
import { removeElements, rename, setContext, setField, setPlace, setSetting } from './edit/index.ts'
import { researchRagDesign } from './testing/fixtures.ts'

const rag = researchRagDesign

describe('the difference between two designs', () => {
  it('is nothing for another place of a box', () => {
    expect(diffDesigns(rag, setPlace(rag, 'orch', { x: 1, y: 1 }))).toEqual([])
    expect(printDiff([])).toBe('')
  })

  it('names what changed, field by field, with names instead of ids', () => {
    let after = setContext(rename(rag, rag.id, 'Research RAG 2'), 'stage', 'pilot')
    after = setSetting(setField(after, 'llm', 'in', 'vpc'), 'llm', 'settings', 'usdPerMInput', {
      value: 3,
      source: 'list',
    })
    after = removeElements(after, ['judge'])
    after = setField(after, 'v-small', 'changes', {})
    expect(printDiff(diffDesigns(rag, after)).split('\n')).toEqual([
      '~ design "Research RAG 2"',
      '    name: "Analyst research RAG" -> "Research RAG 2"',
      '    context.stage: "production" -> "pilot"',
      '- component "Answer judge"',
      '~ component "Answer service"',
      expect.stringContaining(
        '    plans: [{ "on": ["Ask a research question"], "steps": [{ "call": "Answer service to Traces" }',
      ),
      '~ component "Answer model"',
      '    in: "Model vendors" -> "AWS eu-west-1"',
      '    settings.usdPerMInput: 2 -> { "value": 3, "source": "list" }',
      '- arrow "Answer service to Answer judge"',
      '- arrow "Answer judge to Judge model"',
      '~ variant "Small model answers"',
      expect.stringContaining('    changes.components.llm: { "product": "openai/gpt-4.1-mini"'),
      '',
    ])
  })

  it('has both sides as data', () => {
    expect(diffDesigns(rag, setField(rag, 'f-api', 'timeoutMs', undefined))).toEqual([
      {
        type: 'changed',
        collection: 'flows',
        id: 'f-api',
        name: 'API gateway to Answer service',
        field: 'timeoutMs',
        before: 30_000,
      },
    ])
  })
})
