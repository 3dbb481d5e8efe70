import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { applyPatch } from '../design/patch.ts'
import { anyFinding } from '../findings/testing/finding.ts'
import { mailingAgent } from '../findings/testing/bases.ts'
import { arrow, box, call, edited, grown, plan } from '../findings/testing/mini-design.ts'
import { priceMitigation } from '../mitigation-price.ts'
import { placementOf } from './place-control.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown
const support = read('../../resources/templates/customer-support-agent.lintel.json') as Design
const knowledge = { prices: read('../../resources/prices/price-book.json') as object, today: '2026-11-21' }
const trifecta = 'P-02@agent'
/** Beside the mail a tool that writes. */
const archiving = grown(
  mailingAgent,
  [box('c-archive', 'tool', { in: 'b-platform', settings: { effect: 'write', egress: 'any' } })],
  [arrow('c-agent', 'c-archive')],
)

describe('the cheapest break of the customer support agent', () => {
  const before = analyse(support, knowledge)
  const finding = before.findings.find(({ id }) => id === trifecta)
  const placement = finding && placementOf(readGraph(support), finding)
  const placed = applyPatch(support, placement?.patch ?? {})
  const after = analyse(placed, knowledge)

  it('is one box, and closes the trifecta', () => {
    expect(placement?.as).toBe('box')
    expect(placed.components).toHaveLength((support.components?.length ?? 0) + 1)
    expect(before.findings.find(({ id }) => id === trifecta)?.status).toBe('open')
    expect(after.findings.some(({ id, status }) => id === trifecta && status === 'open')).toBe(false)
  })

  it('costs what the estimate shows once it is placed', () => {
    const price = priceMitigation(support, before, placement?.patch ?? {}, knowledge)
    const [main] = price.actions
    expect(main?.isMain).toBe(true)
    expect(main?.p95Ms.delta).toBeGreaterThan(0)
    const shown = after.estimate.actions.find(({ action }) => action === main?.action)
    expect(main?.p95Ms.after).toBe(shown?.full?.p95.value)
    expect(price.totalUsdPerMonth.after).toBe(after.estimate.totalUsdPerMonth.value)
  })

  it('opens again when an arrow goes around it', () => {
    const around = edited(
      { ...placed, flows: [...(placed.flows ?? []), { id: 'g-around', from: 'agent', to: 'mail', does: ['send'] }] },
      'agent',
      {
        plans:
          placed.components
            ?.find(({ id }) => id === 'agent')
            ?.plans?.map((each) => ({ ...each, steps: [...each.steps, call('g-around')] })) ?? [],
      },
    )
    const open = analyse(around, knowledge).findings.find(({ id, status }) => id === trifecta && status === 'open')
    expect(open?.path).toContain('g-around')
  })
})

describe('the cheapest break of a drawing that states no plan', () => {
  const fresh = edited(archiving, 'c-agent', { plans: undefined })
  const trifectaIn = (design: Design) => analyse(design, knowledge).findings.find(({ id }) => id === 'P-02@c-agent')
  const before = trifectaIn(fresh)
  const placed = applyPatch(fresh, (before && placementOf(readGraph(fresh), before))?.patch ?? {})

  it('is a box all the same, stands before every way out and closes them', () => {
    expect(before?.status).toBe('open')
    expect(placed.controls).toBeUndefined()
    expect(placed.components).toHaveLength((fresh.components?.length ?? 0) + 1)
    expect(trifectaIn(placed)?.status).not.toBe('open')
  })

  it('costs what the estimate shows once it is placed', () => {
    const analysis = analyse(fresh, knowledge)
    const price = priceMitigation(
      fresh,
      analysis,
      placementOf(readGraph(fresh), before ?? anyFinding())?.patch ?? {},
      knowledge,
    )
    const after = analyse(placed, knowledge).estimate
    for (const { action, p95Ms } of price.actions)
      expect(p95Ms.after).toBe(after.actions.find((each) => each.action === action)?.full?.p95.value)
    expect(price.totalUsdPerMonth.after).toBe(after.totalUsdPerMonth.value)
  })

  it('leaves a way that is drawn later open, and names it', () => {
    const around = grown(placed, [], [arrow('c-agent', 'c-mail', { id: 'a-around' })])
    expect(trifectaIn(around)?.problem).toContain('Mail')
    expect(trifectaIn(around)?.status).toBe('open')
  })
})

describe('a guard that is a model', () => {
  it('leaves the trifecta open, one step less likely, and is named', () => {
    const guard = { control: 'injection-filter', title: 'A guard', at: 'g-think', strength: 'probabilistic' } as const
    const placement = placementOf(readGraph(support), anyFinding({ remedy: guard }))
    const of = (design: Design) => analyse(design, knowledge).findings.find(({ id }) => id === trifecta)
    const [before, after] = [of(support), of(applyPatch(support, placement?.patch ?? {}))]
    expect(after?.status).toBe('open')
    expect(after?.rating?.likelihood).toBe((before?.rating?.likelihood ?? 0) - 1)
    expect(after?.rating?.why).toMatch(/judges it, by model or pattern \(−1\)/u)
  })
})

describe('placementOf', () => {
  const remedy = {
    control: 'injection-filter',
    title: 'A guard',
    at: 'a-agent-model',
    strength: 'probabilistic',
  } as const

  it('draws the box before the call that it would stand on', () => {
    const design = edited(mailingAgent, 'c-agent', plan(call('a-agent-model'), call('a-agent-mail')))
    const placement = placementOf(readGraph(design), anyFinding({ remedy }))
    expect(placement?.as).toBe('box')
    expect(applyPatch(design, placement?.patch ?? {}).components?.at(-1)).toMatchObject({
      kind: 'guardrail',
      settings: { checks: ['injection'] },
    })
  })
  it('writes a control in place where no plan makes the call, or where it is no box', () => {
    const design = edited(mailingAgent, 'c-agent', plan(call('a-agent-mail')))
    for (const control of ['injection-filter', 'pin-versions']) {
      const placement = placementOf(readGraph(design), anyFinding({ remedy: { ...remedy, control } }))
      expect(placement?.as).toBe('commitment')
      expect(applyPatch(design, placement?.patch ?? {}).controls).toMatchObject([
        { type: control, on: ['a-agent-model'], status: 'inPlace' },
      ])
    }
  })
  it('has nothing to place without a remedy', () => {
    expect(placementOf(readGraph(mailingAgent), anyFinding())).toBeUndefined()
  })
})
