import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from './analyse.ts'
import type { Design, Patch } from './design/design.ts'
import { parseDesign, printDesign } from './design/file.ts'
import { applyPatch } from './design/patch.ts'
import type { Estimate } from './estimate/estimate.ts'
import { placeGate } from './findings/place-gate.ts'
import { comparePrices, priceMitigation } from './mitigation-price.ts'
import { vocabulary } from './vocabulary.ts'

const resources = join(import.meta.dirname, '../resources')
const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
const knowledge = { prices, today: '2026-11-21' }
const templates = readdirSync(join(resources, 'templates')).map((name) => {
  const read = parseDesign(readFileSync(join(resources, 'templates', name), 'utf8'), { vocabulary })
  if (!read.ok) throw new Error(name)
  return [name, read.value.design] as const
})

/** Of each template so many controls are priced, placed and estimated again: all of them take a minute. */
const priced = 12

/** Gates before every call that a stated plan makes: a person, fixed rules, a model that judges. */
const gatesIn = (design: Design): readonly Patch[] => {
  const graph = readGraph(design)
  return graph.flows.flatMap((flow) =>
    ['human-approval', 'policy-gate', 'guardrail'].flatMap(
      (kind) => placeGate(graph, flow, kind, `Gate before ${flow.id}`) ?? [],
    ),
  )
}
const saved = (design: Design): Design => {
  const read = parseDesign(printDesign(design), { vocabulary })
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  return read.value.design
}

describe.each(templates)('the price of a control in %s', (_name, design) => {
  const before = analyse(design, knowledge)
  const fixes = before.findings.flatMap(({ quickFix }) => (quickFix === undefined ? [] : [quickFix.patch]))
  const gates = gatesIn(design)
  // Every way to mend what is found, and gates from all over the drawing: twelve in all.
  const step = Math.max(1, Math.ceil(gates.length / Math.max(1, priced - fixes.length)))
  const patches = [...fixes, ...gates.filter((_, at) => at % step === 0)].slice(0, priced)

  it('is, to the digit, what the numbers are after it was placed and saved, less what they were', () => {
    expect(patches).not.toEqual([])
    for (const patch of patches) {
      const price = priceMitigation(design, before, patch, knowledge)
      const placed = analyse(saved(applyPatch(design, patch)), knowledge).estimate
      expect(price.totalUsdPerMonth.after).toBe(placed.totalUsdPerMonth.value)
      expect(price.technologyUsdPerMonth.after).toBe(placed.technologyUsdPerMonth.value)
      expect(price.peopleUsdPerMonth.after).toBe(placed.peopleUsdPerMonth.value)
      expect(price.totalUsdPerMonth.delta).toBe(placed.totalUsdPerMonth.value - before.estimate.totalUsdPerMonth.value)
      expect(price.actions.map(({ action }) => action).toSorted()).toEqual(
        before.estimate.actions.map(({ action }) => action).toSorted(),
      )
      for (const { action, p95Ms, firstP95Ms, availability } of price.actions) {
        const then = placed.actions.find((each) => each.action === action)
        const was = before.estimate.actions.find((each) => each.action === action)
        expect([p95Ms.before, p95Ms.after]).toEqual([was?.full?.p95.value, then?.full?.p95.value])
        expect([firstP95Ms.before, firstP95Ms.after]).toEqual([was?.first?.p95.value, then?.first?.p95.value])
        expect([availability.before, availability.after]).toEqual([was?.availability?.value, then?.availability?.value])
      }
    }
  })

  it('of nothing is nothing, and the design stays as it was', () => {
    const printed = printDesign(design)
    const { actions, totalUsdPerMonth } = priceMitigation(design, before, {}, knowledge)
    expect(totalUsdPerMonth.delta).toBe(0)
    for (const { p95Ms } of actions) expect(p95Ms.delta ?? 0).toBe(0)
    expect(printDesign(design)).toBe(printed)
  })
})

describe('the difference of two estimates', () => {
  const named = (id: string): string => `The ${id}`
  const [, design] = templates.find(([name]) => name.startsWith('customer-support')) ?? []
  if (design === undefined) throw new Error('The template is there')
  const { estimate } = analyse(design, knowledge)

  it('has no figure where the engines give none', () => {
    const silent: Estimate = {
      ...estimate,
      actions: estimate.actions.map(({ full: _full, availability: _availability, ...rest }) => rest),
    }
    for (const { p95Ms, availability } of comparePrices(estimate, silent, named).actions) {
      expect(p95Ms.delta).toBeUndefined()
      expect(availability.after).toBeUndefined()
    }
  })

  it('says why an answer has no time any more, and where', () => {
    const [action, ...others] = estimate.actions.filter(({ full }) => full !== undefined)
    if (action === undefined) throw new Error('An action has times')
    const { full: _full, ...timeless } = action
    const stuck = { ...estimate, actions: [{ ...timeless, unstable: ['desk'] }, ...others] }
    const price = comparePrices(estimate, stuck, named)
    expect(price.actions[0]).toMatchObject({
      action: action.action,
      noTime: { word: 'unstable', words: 'unstable: The desk is asked for more at the peak than it can do' },
    })
    // It had none before: that is no price of the control.
    expect(comparePrices(stuck, stuck, named).actions.map(({ noTime }) => noTime)).toEqual(
      stuck.actions.map(() => undefined),
    )
  })

  it('tells first what changes, the main action before others, and leaves out what is gone', () => {
    const [main, ...others] = estimate.actions.toSorted((a) => (a.action === estimate.mainAction ? -1 : 1))
    if (main?.full === undefined) throw new Error('The main action has times')
    const { full } = main
    const second = { ...main, action: 'e-second', name: 'Second' }
    const slow = { ...second, full: { ...full, p95: { ...full.p95, value: full.p95.value + 100 } } }
    const [first, next] = comparePrices(
      { ...estimate, actions: [main, second, ...others] },
      { ...estimate, actions: [main, slow, ...others] },
      named,
    ).actions
    expect([first?.action, first?.isMain]).toEqual(['e-second', false])
    expect(first?.p95Ms.delta).toBeCloseTo(100)
    expect([next?.isMain, next?.p95Ms.delta]).toEqual([true, 0])
    expect(comparePrices(estimate, estimate, named).actions[0]?.isMain).toBe(true)
    expect(comparePrices(estimate, { ...estimate, actions: [] }, named).actions).toEqual([])
    expect(comparePrices(estimate, { ...estimate, meaningful: false }, named).isMeaningful).toBe(false)
  })
})
