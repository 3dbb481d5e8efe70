import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findElement, takenIds } from '../collections.ts'
import type { Component, Design, Element, Flow, Id } from '../design.ts'
import { effectiveDesign } from '../effective.ts'
import { checkInvariants } from '../invariants/index.ts'
import { arbitraryDesign, runs } from '../testing/arbitrary-design.ts'
import { byId } from '../testing/by-id.ts'
import { researchRagDesign, supportAgentDesign } from '../testing/fixtures.ts'
import { numbersFrom } from '../testing/numbers.ts'
import { frozen } from '../testing/shuffle.ts'
import { permissiveVocabulary } from '../vocabulary.ts'
import * as edits from './index.ts'

const rag = frozen(researchRagDesign)
const agent = frozen(supportAgentDesign)

const component = (design: Design, id: Id): Component | undefined => design.components?.find((box) => box.id === id)
const flow = (design: Design, id: Id): Flow | undefined => design.flows?.find((arrow) => arrow.id === id)
const stepsText = (design: Design, id: Id): string => JSON.stringify(component(design, id)?.plans)
const errors = (design: Design): readonly string[] =>
  checkInvariants(design, permissiveVocabulary)
    .filter((problem) => problem.level === 'error')
    .map((problem) => `${problem.path}: ${problem.sentence}`)
const newIds = (seed: number) => {
  const random = numbersFrom(seed)
  return (prefix: string, taken: ReadonlySet<Id>): Id => edits.newId(prefix, taken, random)
}

describe('ids', () => {
  it('are shaped like their kind, and new', () => {
    expect(newIds(1)('LLM API!', new Set())).toMatch(/^llm-api-[2-9a-z]{4}$/)
    assert(
      property(nat(), (seed) => {
        const next = newIds(seed)
        const taken = new Set<Id>()
        for (let count = 0; count < 50; count += 1) {
          const id = next('tool', taken)
          expect(taken.has(id)).toBe(false)
          taken.add(id)
        }
      }),
      runs(20),
    )
  })

  it('come even from a broken source of chance', () => {
    const taken = new Set(['tool-2222', 'tool-22222'])
    for (let length = 4; length < 30; length += 1) taken.add(`tool-${'2'.repeat(length)}`)
    expect(taken.has(edits.newId('tool', taken, () => 0))).toBe(false)
  })
})

describe('removal', () => {
  it('never leaves a reference to what is gone', () => {
    assert(
      property(arbitraryDesign, nat(), integer({ min: 1, max: 4 }), (design, seed, count) => {
        const random = numbersFrom(seed)
        const all = [...takenIds(design)].filter((id) => findElement(design, id))
        const chosen = Array.from({ length: count }, () => all[Math.floor(random() * all.length)] ?? '')
        expect(errors(design)).toEqual([])
        const after = edits.removeElements(frozen(design), chosen)
        expect(errors(after)).toEqual([])
        for (const id of chosen) expect(takenIds(after).has(id)).toBe(false)
      }),
      runs(120),
    )
  })

  it('keeps in every variant what it had, apart from what is gone', () => {
    assert(
      property(arbitraryDesign, nat(), (design, seed) => {
        const boxes = design.components ?? []
        const victim = boxes[seed % Math.max(1, boxes.length)]
        if (!victim) return
        const after = edits.removeElements(frozen(design), [victim.id])
        for (const variant of design.variants ?? []) {
          const expected = edits.removeElements({ ...effectiveDesign(design, variant.id), variants: [] }, [victim.id])
          expect(byId(effectiveDesign(after, variant.id))).toEqual(byId(expected))
        }
      }),
      runs(80),
    )
  })

  it('of a component takes its arrows, their steps, its places and what options say about it', () => {
    const after = edits.removeElements(rag, ['llm'])
    expect(flow(after, 'f-llm')).toBeUndefined()
    // The fallback stood in for that call.
    expect(stepsText(after, 'orch')).not.toContain('f-llm')
    expect(after.variants?.[0]?.changes).toEqual({})
    expect(edits.variantsThatMention(rag, ['llm']).map((variant) => variant.name)).toEqual(['Small model answers'])
    // Somebody signed this one: it stays, closed by removal.
    expect(after.treatments?.[0]?.on).toEqual(['f-llm'])
    expect(edits.removeElements(rag, ['orch']).views?.[0]?.places).not.toHaveProperty('orch')
  })

  it('of a data asset takes it out of what holds, carries and derives from it', () => {
    const after = edits.removeElements(rag, ['chunks'])
    expect(component(after, 'index')).not.toHaveProperty('holds')
    expect(flow(after, 'f-search')?.response).toEqual({ content: ['retrieved'] })
    expect(flow(after, 'f-rerank')?.request).toEqual({ data: ['question'] })
    expect(after.data?.find((asset) => asset.id === 'answer')).not.toHaveProperty('derivedFrom')
  })

  it('collapses empty groups, and keeps the share of a last choice', () => {
    const after = edits.removeElements(agent, ['refund', 'approver'])
    expect(stepsText(after, 'agent')).not.toContain('"label":"refund"')
    const one = edits.removeElements(agent, ['kb', 'orders', 'crm', 'web', 'refund', 'approver'])
    expect(stepsText(one, 'agent')).toContain('{"choose":[{"call":"g-mail","share":0.1}]}')
  })

  it('of an arrow leaves requirements and ends of actions that name it, as warnings', () => {
    const after = edits.removeElements(rag, ['f-reviewed'])
    expect(after.requirements?.find((requirement) => requirement.id === 'r-review')?.on).toEqual(['f-reviewed'])
    expect(errors(after)).toEqual([])
    expect(checkInvariants(after, permissiveVocabulary).map((problem) => problem.code)).toContain('E2')
  })

  it('of an arrow that starts an action takes the action and its share', () => {
    const after = edits.removeElements(rag, ['f-ask'])
    expect(after.actions?.map((action) => action.id)).toEqual(['load'])
    expect(after.workloads?.[0]?.mix).toEqual({})
    // The plan for that action is now the plan for everything.
    expect(component(after, 'orch')?.plans).toHaveLength(1)
    expect(component(after, 'orch')?.plans?.[0]).not.toHaveProperty('on')
  })

  it('of a boundary moves what stands in it outwards', () => {
    const nested = edits.moveToBoundary(rag, ['vpc'], 'office')
    const after = edits.ungroup(nested, 'vpc')
    expect(component(after, 'orch')?.in).toBe('office')
    expect(component(edits.ungroup(after, 'office'), 'orch')).not.toHaveProperty('in')
  })

  it('of a variant leaves those that build on it as they look', () => {
    const design = edits.addVariant(rag, { id: 'v-2', name: 'On top', type: 'option', of: 'v-small' })
    const before = effectiveDesign(design, 'v-2')
    const after = edits.removeElements({ ...design, shown: 'v-small' }, ['v-small'])
    expect(after).not.toHaveProperty('shown')
    expect(after.variants?.[0]).not.toHaveProperty('of')
    expect(byId(effectiveDesign(after, 'v-2'))).toEqual(byId(before))
  })
})

describe('every edit', () => {
  it('shares what it does not touch, and answers the same design when there is nothing to do', () => {
    const renamed = edits.rename(rag, 'llm', 'Writer')
    expect(component(renamed, 'llm')?.name).toBe('Writer')
    expect(renamed.flows).toBe(rag.flows)
    expect(component(renamed, 'orch')).toBe(component(rag, 'orch'))
    expect(edits.rename(renamed, 'llm', 'Writer')).toBe(renamed)
    expect(edits.rename(rag, 'llm', '')).toBe(rag)
    expect(edits.setSetting(rag, 'llm', 'settings', 'pinned', true)).toBe(rag)
    expect(edits.setSetting(rag, 'judge', 'call', 'gone', undefined)).toBe(rag)
    expect(edits.removeElements(rag, ['nothing'])).toEqual(rag)
    expect(edits.moveToBoundary(rag, ['orch'], 'vpc')).toBe(rag)
    expect(edits.changeKind(rag, 'llm', 'llm-api')).toBe(rag)
    expect(edits.setTopicComplete(rag, 'cost', false)).toBe(rag)
  })

  it('keeps fields that nobody knows', () => {
    const odd = { ...rag, components: rag.components?.map((box) => ({ ...box, later: { a: 1 } })) } as Design
    const after = edits.changeProduct(edits.moveToBoundary(edits.rename(odd, 'llm', 'W'), ['llm'], 'vpc'), 'llm', 'a/b')
    expect(component(after, 'llm')).toHaveProperty('later', { a: 1 })
  })
})

describe('fields', () => {
  it('are written and taken away by path, with the objects that they leave empty', () => {
    const set = edits.setField(rag, 'vpc', 'copies.count', 3)
    expect(set.boundaries?.[1]?.copies).toEqual({ count: 3 })
    expect(edits.setField(set, 'vpc', 'copies.count', undefined).boundaries?.[1]).not.toHaveProperty('copies')
    expect(edits.setField(rag, 'd-research-rag', 'client', 'Somebody').client).toBe('Somebody')
    expect(edits.setField(rag, 'llm', 'id', 'other')).toBe(rag)
    expect(edits.rename(rag, 'f-ask', '').flows?.[0]).not.toHaveProperty('name')
  })

  it('of a record go one by one', () => {
    const once = edits.setSetting(rag, 'api', 'settings', 'rateLimitPerMinute', undefined)
    expect(component(once, 'api')).not.toHaveProperty('settings')
    expect(edits.setSetting(rag, 'desk', 'mix', 'ask', undefined).workloads?.[0]?.mix).toEqual({})
  })

  it('answer a question for all alike', () => {
    const settings = edits.answerQuestion(rag, ['llm', 'llm-small'], 'settings.noTraining', false)
    expect(component(settings, 'llm-small')?.settings).toEqual({ noTraining: false })
    expect(
      edits.answerQuestion(rag, ['f-api'], 'encrypted', { unknown: true, ask: 'Ops' }).flows?.[2]?.encrypted,
    ).toEqual({
      unknown: true,
      ask: 'Ops',
    })
    expect(stepsText(edits.answerQuestion(rag, ['f-review'], 'share', 0.06), 'orch')).toContain(
      '{"call":"f-review","label":"low confidence","share":0.06}',
    )
    expect(edits.answerQuestion(rag, [], 'context.audience', 'public').context?.['audience']).toBe('public')
    expect(edits.answerQuestion(rag, ['f-judge-llm'], 'share', 0.5)).toBe(rag)
  })

  it('say which topics are complete', () => {
    const twice = edits.setTopicComplete(edits.setTopicComplete(rag, 'cost'), 'privacy')
    expect(edits.completeTopics(twice)).toEqual(['cost', 'privacy'])
    expect(edits.setTopicComplete(edits.setTopicComplete(twice, 'cost', false), 'privacy', false).context).toEqual(
      rag.context,
    )
  })
})

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

describe('a component', () => {
  it('keeps stated numbers when its product changes, with a note that goes when it returns', () => {
    const other = edits.changeProduct(rag, 'llm', 'openai/gpt-4.1-mini')
    expect(component(other, 'llm')?.settings).toMatchObject({
      usdPerMInput: { value: 2, note: 'stated for gpt-4.1' },
      pinned: true,
    })
    expect(edits.changeProduct(other, 'llm', 'openai/gpt-4.1')).toEqual(rag)
  })

  it('keeps its settings when its kind changes', () => {
    const other = edits.changeKind(rag, 'llm', 'ml-endpoint')
    expect(component(other, 'llm')?.settings).toBe(component(rag, 'llm')?.settings)
  })

  it('moves between boundaries by `in` alone, and never into itself', () => {
    const moved = edits.moveToBoundary(rag, ['llm', 'office'], 'vpc')
    expect(component(moved, 'llm')).toEqual({ ...component(rag, 'llm'), in: 'vpc' })
    expect(moved.boundaries?.[0]).toMatchObject({ id: 'office', in: 'vpc' })
    expect(edits.moveToBoundary(moved, ['vpc'], 'office')).toBe(moved)
    expect(component(edits.moveToBoundary(rag, ['llm'], undefined), 'llm')).not.toHaveProperty('in')
  })

  it('is grouped with others inside the innermost boundary that holds them all', () => {
    const nested = edits.groupIntoBoundary(rag, ['orch', 'index'], { id: 'core', name: 'Core' })
    expect(nested.boundaries?.at(-1)).toEqual({ id: 'core', name: 'Core', in: 'vpc' })
    const wide = edits.groupIntoBoundary(nested, ['core', 'orch', 'llm'], { id: 'all', name: 'All' })
    expect(wide.boundaries?.at(-1)).toEqual({ id: 'all', name: 'All' })
    expect(component(wide, 'orch')?.in).toBe('core')
  })
})

describe('places', () => {
  it('move with the boundary, all of them in one step', () => {
    const after = edits.moveBoundary(rag, 'vpc', { x: 10, y: -5 })
    expect(after.views?.[0]?.places).toEqual({
      analyst: { x: 0, y: 160 },
      portal: { x: 0, y: 300 },
      orch: { x: 570, y: 295 },
      vpc: { x: 250, y: 75, w: 760, h: 620 },
    })
  })

  it('get a view when there is none, and keep what a new place leaves out', () => {
    const placed = edits.setPlaces(agent, { agent: { x: 5, y: 5, collapsed: true } })
    expect(placed.views).toEqual([
      { id: 'main', name: 'Everything', places: { agent: { x: 5, y: 5, collapsed: true } } },
    ])
    const again = edits.setPlace(placed, 'agent', { x: 6, y: 5 })
    expect(again.views?.[0]?.places?.['agent']).toEqual({ x: 6, y: 5, collapsed: true })
    expect(edits.setPlace(again, 'agent', { x: 6, y: 5 })).toBe(again)
    expect(edits.clearPlaces(again, ['agent']).views?.[0]?.places).toEqual({})
  })
})

describe('plans', () => {
  it('take an arrow in at a place, in a group, or as an alternative', () => {
    const plain = edits.placeFlow(rag, 'judge', 'f-judge-llm')
    expect(component(plain, 'judge')?.plans).toEqual([{ steps: [{ call: 'f-judge-llm' }] }])
    const first = edits.placeFlow(agent, 'agent', 'g-mail', { at: 0 })
    expect(component(first, 'agent')?.plans?.[0]?.steps[0]).toEqual({ call: 'g-mail' })
    const inside = edits.placeFlow(agent, 'agent', 'g-mail', { inside: 'agent/refund', at: 1 })
    expect(stepsText(inside, 'agent')).toContain(
      '[{"call":"g-approve"},{"call":"g-mail"},{"call":"g-refund","share":0.9}]',
    )
    const instead = edits.placeFlow(agent, 'agent', 'g-kb', { inside: 'g-orders' })
    expect(stepsText(instead, 'agent')).toContain('{"call":"g-orders","share":0.25,"orElse":[{"call":"g-kb"}]}')
  })

  it('name a second use of an arrow with a number', () => {
    const twice = edits.placeFlow(rag, 'orch', 'f-review')
    const after = edits.setStepModifier(twice, 'orch', 'f-review#2', 'share', 0.5)
    expect(component(after, 'orch')?.plans?.[0]?.steps.at(-1)).toEqual({ call: 'f-review', share: 0.5 })
    expect(edits.setStepModifier(after, 'orch', 'f-review#2', 'share', undefined)).toEqual(twice)
    expect(edits.removeStep(after, 'orch', 'f-review#2')).toEqual(rag)
  })

  it('move steps, also into and out of groups, but not into themselves', () => {
    const moved = edits.moveStep(agent, 'agent', 'g-remember', { at: 0 })
    expect(component(moved, 'agent')?.plans?.[0]?.steps[0]).toEqual({ call: 'g-remember' })
    expect(edits.moveStep(moved, 'agent', 'g-remember', {})).toEqual(agent)
    const out = edits.moveStep(agent, 'agent', 'g-think', { at: 2 })
    expect(component(out, 'agent')?.plans?.[0]?.steps[2]).toEqual({ call: 'g-think' })
    expect(edits.moveStep(agent, 'agent', 'agent/think, act', { inside: 'agent/refund' })).toBe(agent)
    const within = edits.moveStep(agent, 'agent', 'g-refund', { inside: 'agent/refund', at: 0 })
    expect(stepsText(within, 'agent')).toContain('"steps":[{"call":"g-refund","share":0.9},{"call":"g-approve"}]')
  })

  it('wrap steps where the first of them stands, and unwrap them again', () => {
    const wrapped = edits.wrapSteps(rag, 'orch', ['f-search', 'f-trace'], {
      form: 'parallel',
      modifiers: { label: 'both' },
    })
    const [first, second] = component(wrapped, 'orch')?.plans?.[0]?.steps ?? []
    expect(first).toEqual({ label: 'both', parallel: [{ call: 'f-trace' }, { call: 'f-search' }] })
    expect(second).toHaveProperty('parallel')
    const loop = edits.wrapSteps(rag, 'orch', ['f-llm'], { form: 'steps', modifiers: { times: 3, keeps: 'all' } })
    expect(stepsText(loop, 'orch')).toContain('{"times":3,"keeps":"all","steps":[{"call":"f-llm","orElse"')
    expect(edits.unwrapGroup(loop, 'orch', 'orch/steps')).toEqual(rag)
    expect(errors(wrapped)).toEqual([])
  })

  it('lose a group with its last step', () => {
    const after = edits.removeStep(edits.removeStep(agent, 'agent', 'g-approve'), 'agent', 'g-refund')
    expect(stepsText(after, 'agent')).not.toContain('"label":"refund"')
    const empty = edits.removeStep(edits.placeFlow(rag, 'judge', 'f-judge-llm'), 'judge', 'f-judge-llm')
    expect(empty).toEqual(rag)
  })

  it('answer a trigger only once', () => {
    const after = edits.addPlan(rag, 'orch', { on: ['ask'], steps: [{ call: 'f-search' }] })
    expect(component(after, 'orch')?.plans).toEqual([{ on: ['ask'], steps: [{ call: 'f-search' }] }])
  })
})

describe('inside a variant', () => {
  const within = (edit: (design: Design) => Design): Design => edits.editWithin(rag, 'v-small', edit)

  it('an edit becomes the difference from what the variant builds on', () => {
    const after = within((design) => edits.rename(design, 'judge', 'Strict judge'))
    expect(after.components).toBe(rag.components)
    expect(after.variants?.[0]?.changes.components).toMatchObject({
      judge: { name: 'Strict judge' },
      llm: { product: 'openai/gpt-4.1-mini' },
    })
  })

  it('an edit back to the old value empties its change', () => {
    const there = within((design) => edits.rename(design, 'judge', 'Strict judge'))
    const back = edits.editWithin(there, 'v-small', (design) => edits.rename(design, 'judge', 'Answer judge'))
    expect(back).toEqual(rag)
  })

  it('a removal writes null, and leaves the base and the records alone', () => {
    const after = within((design) => edits.removeElements(design, ['guard-out']))
    expect(after.variants?.[0]?.changes.components).toMatchObject({ 'guard-out': null })
    expect(after.variants?.[0]?.changes.flows).toEqual({ 'f-guard-out': null })
    expect(after.decisions).toBe(rag.decisions)
    expect(after.views?.[0]?.places).toEqual(rag.views?.[0]?.places)
    expect(errors(after)).toEqual([])
  })

  it('places are shared, also of what only the variant has', () => {
    const box: Component = { id: 'cache', name: 'Cache', kind: 'cache' }
    const added = within((design) => edits.addComponent(design, box, { place: { x: 1, y: 2 } }))
    expect(added.views?.[0]?.places?.['cache']).toEqual({ x: 1, y: 2 })
    const gone = edits.editWithin(added, 'v-small', (design) => edits.removeElements(design, ['cache']))
    expect(gone).toEqual(rag)
  })

  it('of the base, or of nothing, is a plain edit', () => {
    expect(edits.editWithin(rag, undefined, (design) => edits.rename(design, 'llm', 'W')).components?.[8]?.name).toBe(
      'W',
    )
    expect(within((design) => design)).toBe(rag)
  })

  it('adopting an option leaves the picture of every other one', () => {
    assert(
      property(arbitraryDesign, nat(), (design, seed) => {
        const variants = design.variants ?? []
        const adopted = variants[seed % Math.max(1, variants.length)]
        if (!adopted) return
        const after = edits.adoptVariant(frozen(design), adopted.id)
        expect(byId(effectiveDesign(after, null))).toEqual(byId(effectiveDesign(design, adopted.id)))
        for (const other of after.variants ?? []) {
          expect(byId(effectiveDesign(after, other.id))).toEqual(byId(effectiveDesign(design, other.id)))
        }
        expect(errors(after)).toEqual([])
      }),
      runs(80),
    )
  })
})

describe('copy and paste', () => {
  const idsOf = (design: Design): readonly Id[] =>
    [design.boundaries, design.components, design.flows, design.data, design.identities].flatMap((list) =>
      (list ?? []).map((element: Element) => element.id),
    )

  it('gives new ids, and breaks no law', () => {
    assert(
      property(arbitraryDesign, arbitraryDesign, nat(), (from, into, seed) => {
        for (const target of [from, { ...into, id: 'design-2' }]) {
          const ids = [...(from.boundaries ?? []), ...(from.components ?? [])].map((element) => element.id)
          const chosen = ids.filter((_, index) => (seed + index) % 2 === 0)
          const fragment = edits.copyFragment(frozen(from), chosen)
          expect(edits.isFragment(JSON.parse(JSON.stringify(fragment)))).toBe(true)
          const { design, pasted } = edits.pasteFragment(frozen(target), fragment, newIds(seed))
          expect(new Set(idsOf(design)).size).toBe(idsOf(design).length)
          for (const id of pasted) expect(takenIds(target).has(id)).toBe(false)
          expect(errors(design)).toEqual([])
        }
      }),
      runs(80),
    )
  })

  it('gives what was cut its own ids back, once', () => {
    const fragment = edits.copyFragment(rag, ['vpc'])
    const cut = edits.removeElements(
      rag,
      [...fragment.boundaries, ...fragment.components].map(({ id }) => id),
    )
    const back = edits.pasteFragment(cut, fragment, newIds(4))
    expect([...back.pasted].toSorted()).toEqual(
      [...fragment.boundaries, ...fragment.components].map(({ id }) => id).toSorted(),
    )
    const once = new Set(idsOf(back.design))
    const again = edits.pasteFragment(back.design, fragment, newIds(5))
    for (const id of again.pasted) expect(once.has(id)).toBe(false)
    const elsewhere = edits.pasteFragment({ ...cut, id: 'd-other' }, fragment, newIds(6))
    for (const id of elsewhere.pasted) expect(back.pasted).not.toContain(id)
    expect(errors(back.design)).toEqual([])
  })

  it('remaps inner arrows and steps, and leaves outer ones behind', () => {
    const { design, pasted } = edits.duplicate(rag, ['orch', 'index', 'llm'], newIds(3))
    expect(pasted).toHaveLength(3)
    const copy = design.components?.find((box) => box.name === 'Answer service (2)')
    const copied = (design.flows ?? []).slice(rag.flows?.length).map((arrow) => arrow.id)
    expect(copied).toHaveLength(2)
    expect(JSON.stringify(copy?.plans)).toBe(JSON.stringify([{ steps: copied.map((call) => ({ call })) }]))
    expect(copy?.as).toBe('svc-answer')
    expect(design.data).toBe(rag.data)
    expect(design.treatments).toBe(rag.treatments)
    expect(design.views?.[0]?.places?.[copy?.id ?? '']).toEqual({ x: 592, y: 332 })
  })

  it('copies a boundary with all that stands in it', () => {
    const fragment = edits.copyFragment(rag, ['vpc'])
    expect(fragment.components).toHaveLength(10)
    const { design } = edits.pasteFragment(rag, fragment, newIds(5), { into: 'office' })
    const copy = design.boundaries?.at(-1)
    expect(copy).toMatchObject({ name: 'AWS eu-west-1 (2)', in: 'office' })
    expect(design.components?.filter((box) => box.in === copy?.id)).toHaveLength(10)
  })

  it('into another file takes data along: equal ones are the same, others get a number', () => {
    const fragment = edits.copyFragment(rag, ['orch', 'guard-in'])
    const empty = edits.blankDesign('d-other', 'Other')
    const once = edits.pasteFragment(empty, fragment, newIds(1)).design
    expect(once.data).toMatchObject([{ name: 'Questions', writers: 'staff' }])
    expect(once.flows?.[0]?.request?.data).toEqual([once.data?.[0]?.id])
    const twice = edits.pasteFragment(once, fragment, newIds(2)).design
    expect(twice.data).toEqual(once.data)
    const stranger = edits.setField(once, once.data?.[0]?.id ?? '', 'writers', 'anyone')
    const third = edits.pasteFragment(stranger, fragment, newIds(2)).design
    expect(third.data?.map((asset) => asset.name)).toEqual(['Questions', 'Questions (2)'])
    expect(errors(third)).toEqual([])
  })
})

describe('additions', () => {
  it('number decisions, and keep one treatment for a finding', () => {
    const decided = edits.addDecision(rag, { id: 'adr-9', name: 'N', status: 'proposed', options: [] })
    expect(decided.decisions?.at(-1)?.number).toBe(2)
    const waiver = { id: 't-9', rule: 'LAT-03', on: ['f-llm'], response: 'accept' as const, reason: 'again' }
    expect(edits.addTreatment(rag, waiver).treatments?.map((treatment) => treatment.id)).toEqual(['t-9'])
    expect(edits.addTreatment(rag, { ...waiver, on: ['f-api'] }).treatments).toHaveLength(2)
  })
})
