import { describe, expect, it } from 'vitest'
import type { Design } from '../design.ts'
import { researchRagDesign } from '../testing/fixtures.ts'
import { frozen } from '../testing/shuffle.ts'
import { inputEdit, type InputPlace, inputValue } from './input.ts'

const design = frozen(researchRagDesign)
const said = { value: 7, source: 'client workshop', asOf: '2026-11-21' }

function state(place: InputPlace, value = said, on: Design = design): Design {
  return write(place, value, on)
}
function takeBack(place: InputPlace, on: Design = design): Design {
  return write(place, undefined, on)
}
function write(place: InputPlace, value: typeof said | undefined, on: Design): Design {
  const edit = inputEdit(on, place)
  if (!edit) throw new Error('no place to write to')
  return edit(on, value, () => 0.5)
}

const component = (of: Design, id: string) => of.components?.find((each) => each.id === id)
const flow = (of: Design, id: string) => of.flows?.find((each) => each.id === id)

describe('an input of the ledger is stated where it belongs', () => {
  it('a setting on its box', () => {
    expect(component(state({ on: 'review', field: 'reviewers' }), 'review')?.settings?.['reviewers']).toEqual(said)
  })
  it('what a call asks on its arrow, and how it is made beside it', () => {
    expect(flow(state({ on: 'f-llm', field: 'outputTokens' }), 'f-llm')?.call?.['outputTokens']).toEqual(said)
    expect(flow(state({ on: 'f-llm', field: 'timeoutMs' }), 'f-llm')?.timeoutMs).toEqual(said)
  })
  it('a share on its step', () => {
    const next = state({ on: 'f-review', field: 'share' }, { ...said, value: 0.07 })
    expect(JSON.stringify(component(next, 'orch')?.plans)).toContain('"value":0.07')
  })
  it('traffic on its workload', () => {
    const next = state({ on: 'desk', field: 'rate' })
    expect(next.workloads?.find(({ id }) => id === 'desk')?.arrivals).toMatchObject({ rate: said, per: 'day' })
  })
  it('what an action starts with on the action', () => {
    expect(state({ on: 'ask', field: 'tokens' }).actions?.find(({ id }) => id === 'ask')?.input?.['tokens']).toEqual(
      said,
    )
  })
  it('a price among the design’s own, once', () => {
    const item = 'llm.input:openai/gpt-4.1'
    const once = state({ item })
    const twice = state({ item }, { ...said, value: 8 }, once)
    expect(once.prices?.filter((each) => each.item === item)).toHaveLength(1)
    expect(twice.prices?.filter((each) => each.item === item)).toMatchObject([{ usd: { value: 8 } }])
  })
})

describe('what was stated is read at the same place', () => {
  it.each([
    { on: 'review', field: 'reviewers' },
    { on: 'f-llm', field: 'outputTokens' },
    { on: 'f-llm', field: 'timeoutMs' },
    { on: 'f-review', field: 'share' },
    { on: 'desk', field: 'rate' },
    { on: 'desk', field: 'mix' },
    { on: 'ask', field: 'tokens' },
    { item: 'llm.input:openai/gpt-4.1' },
  ] satisfies readonly InputPlace[])('%j', (place) => {
    const small = { ...said, value: 0.5 }
    expect(inputValue(state(place, small), place)).toEqual(small)
  })
})

describe('a stated input can be taken back', () => {
  it.each([
    { on: 'review', field: 'reviewers' },
    { on: 'f-llm', field: 'temperature' },
    { on: 'f-embed', field: 'timeoutMs' },
    { item: 'llm.input:openai/gpt-4.1' },
  ] satisfies readonly InputPlace[])('%j leaves the design as it was', (place) => {
    const bare = takeBack(place)
    expect(state(place, said, bare)).not.toEqual(bare)
    expect(takeBack(place, state(place, said, bare))).toEqual(bare)
  })
  it('but not what a workload is', () => {
    expect(takeBack({ on: 'desk', field: 'rate' })).toBe(design)
  })
  it('and a discount outlives the price it lowered', () => {
    const item = 'llm.input:openai/gpt-4.1'
    const discounted: Design = { ...design, prices: [{ id: 'p', item, discount: 0.1 }] }
    const stated = state({ item }, said, discounted)
    expect(stated.prices).toEqual([{ id: 'p', item, discount: 0.1, usd: said }])
    expect(takeBack({ item }, stated).prices).toEqual(discounted.prices)
  })
})

it('what has no field of its own has no edit', () => {
  expect(inputEdit(design, { on: 'ask', field: 'workload' })).toBeUndefined()
  expect(inputEdit(design, { on: 'nobody', field: 'p50Ms' })).toBeUndefined()
  expect(inputEdit(design, { on: 'f-llm', field: 'times' })).toBeDefined()
  expect(inputEdit(design, { on: 'f-portal', field: 'share' })).toBeUndefined()
  expect(inputEdit(design, {})).toBeUndefined()
})
