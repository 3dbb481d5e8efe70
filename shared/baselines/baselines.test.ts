import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { diffDesigns, printDiff } from '../design/diff.ts'
import { rename, setSetting } from '../design/edit/element.ts'
import { removeElements } from '../design/edit/remove.ts'
import { addVariant, editWithin } from '../design/edit/variant.ts'
import { checkInvariants } from '../design/invariants/check-invariants.ts'
import { parseDesign } from '../design/file.ts'
import { printDesign } from '../design/print.ts'
import { editionsOf } from '../editions.ts'
import { outcomeOf } from '../options/outcome.ts'
import { vocabulary } from '../vocabulary.ts'
import { addCondition, changeCondition, removeCondition, setVerdict } from './board.ts'
import { alikeFindings, compareBaseline, type FindingSince } from './compare.ts'
import { freezeDesign, isUntouched, thaw } from './freeze.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const knowledge = { prices: read('resources/prices/price-book.json') as object, today: '2026-11-21' }
const rag = read('resources/templates/analyst-research-rag.lintel.json') as Design
const outcome = (design: Design) => outcomeOf(analyse(design, knowledge))
const freezing = { id: 'b-arb', name: 'ARB v1.2', date: '2026-11-21', editions: editionsOf() }
const baseline = freezeDesign(rag, outcome(rag), freezing)
const design: Design = { ...rag, baselines: [baseline] }
const model = rag.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''

describe('a baseline', () => {
  it('holds the whole document, its hash, its prices, rules, numbers and findings', () => {
    const { estimate, findings } = analyse(rag, knowledge)
    expect(thaw(baseline)).toEqual(rag)
    expect(baseline.hash).toBe(createHash('sha256').update(printDesign(rag)).digest('hex'))
    expect(baseline.priceBook).toBe(estimate.priceBookDate)
    expect(baseline.figures?.['cost.perMonthUsd']).toBe(estimate.totalUsdPerMonth.value)
    expect(Object.keys(baseline.findings ?? {}).toSorted()).toEqual(findings.map(({ id }) => id).toSorted())
    expect(baseline.editions).toMatchObject({ Rules: expect.stringMatching(/^\d+ \([0-9a-f]{8}\)$/u) as string })
    expect(isUntouched(baseline)).toBe(true)
    expect(isUntouched({ ...baseline, frozen: { ...rag, name: 'Another' } as never })).toBe(false)
  })

  it('is a sound part of the file, and comes back from it', () => {
    expect(checkInvariants(design, vocabulary)).toEqual(checkInvariants(rag, vocabulary))
    const opened = parseDesign(printDesign(design))
    expect(opened.ok && opened.value.design.baselines).toEqual([baseline])
  })

  it('comes back whole where an option of it takes something away', () => {
    const lean = addVariant(rag, { id: 'v-lean', name: 'Lean', type: 'option' })
    const drawn = editWithin(lean, 'v-lean', (before) => removeElements(before, [model]))
    const frozen = freezeDesign(drawn, outcome(drawn), freezing)
    const opened = parseDesign(printDesign({ ...drawn, baselines: [frozen] }))
    expect(opened.ok && opened.value.design.baselines).toEqual([frozen])
    expect(opened.ok && opened.value.design.baselines?.every(isUntouched)).toBe(true)
  })

  it('freezes no earlier baseline, and changes no number', () => {
    expect(freezeDesign(design, outcome(design), freezing).hash).toBe(baseline.hash)
    expect(outcome(design)).toEqual(outcome(rag))
  })

  it('is compared without the copy that it holds being printed', () => {
    const printed =
      printDiff(diffDesigns(rag, design)) +
      printDiff(diffDesigns(design, { ...design, baselines: [{ ...baseline, name: 'v2', frozen: {} }] }))
    expect(printed).toContain('+ baseline "ARB v1.2"')
    expect(printed).toContain('name: "ARB v1.2" -> "v2"')
    expect(printed).not.toContain('frozen')
    expect(diffDesigns(rag, design)[0]?.after).not.toHaveProperty('frozen')
  })
})

describe('since a baseline', () => {
  it('nothing has changed in a design that nobody edited', () => {
    const { elements, figures, findings } = compareBaseline(design, baseline, outcome(design))
    expect([elements, findings]).toEqual([[], []])
    expect(figures.length).toBeGreaterThan(8)
    for (const { delta } of figures) expect(delta ?? 0).toBe(0)
  })

  it('elements, numbers and findings are told as they differ', () => {
    const gate = rag.components?.find(({ name }) => name === 'Grounding gate')?.id ?? ''
    const edited = removeElements(
      rename(setSetting(design, model, 'settings', 'usdPerMOutput', 900), model, 'New model'),
      [gate],
    )
    const now = outcome(edited)
    const since = compareBaseline(edited, baseline, now)
    expect(since.elements.find(({ id, field }) => id === model && field === 'name')).toMatchObject({
      after: 'New model',
    })
    expect(since.elements.find(({ id, type }) => id === gate && type === 'removed')).toBeDefined()
    const cost = since.figures.find(({ id }) => id === 'cost.perMonthUsd')
    expect(cost?.delta).toBe(now.estimate.totalUsdPerMonth.value - (baseline.figures?.['cost.perMonthUsd'] ?? 0))
    expect(cost?.isWithinBand).toBe(false)
    const before = new Set(Object.keys(baseline.findings ?? {}))
    const after = new Set(now.findings.map(({ id }) => id))
    const ids = (change: string) => since.findings.filter((each) => each.change === change).map(({ id }) => id)
    expect(ids('new')).toEqual([...after].filter((id) => !before.has(id)))
    expect(ids('gone')).toEqual([...before].filter((id) => !after.has(id)))
  })

  it('a finding that was accepted meanwhile has changed, and is neither new nor gone', () => {
    const [id = '', was] = Object.entries(baseline.findings ?? {})[0] ?? []
    const findings = outcome(rag).findings.map((each) =>
      each.id === id ? { ...each, status: 'accepted' as const } : each,
    )
    expect(compareBaseline(rag, baseline, { ...outcome(rag), findings }).findings).toEqual([
      expect.objectContaining({
        id,
        change: 'changed',
        was: `${was?.status}, ${was?.severity}`,
        is: `accepted, ${was?.severity}`,
      }),
    ])
  })

  it('what the board asked for with its verdict is no change', () => {
    const condition = { id: 'k-load', text: 'Show a load test at the peak.', status: 'open' } as const
    const asked = { ...design, baselines: [{ ...baseline, conditions: [condition] }] }
    const now = outcome(asked)
    expect(now.findings.map(({ rule }) => rule)).toContain('GOV-12')
    const since = compareBaseline(asked, baseline, now)
    expect(since.findings).toEqual([])
    for (const { delta } of since.figures) expect(delta ?? 0).toBe(0)
  })

  it('a figure that was not known then has no difference', () => {
    const { figures: _figures, ...bare } = baseline
    for (const figure of compareBaseline(rag, bare, outcome(rag)).figures) expect(figure).not.toHaveProperty('delta')
  })

  it('a frozen copy that somebody broke is read as far as it is a design', () => {
    expect(thaw({ ...baseline, frozen: 7 }).components).toBeUndefined()
    expect(compareBaseline(rag, { ...baseline, frozen: { components: 'none' } }).elements.length).toBeGreaterThan(0)
  })
})

describe('findings that read alike', () => {
  it('are one line with their number, those that differ stay apart', () => {
    const finding: FindingSince = {
      id: 'one',
      rule: 'ID-01',
      title: 'One identity reads for everybody',
      severity: 'low',
      isThreat: false,
      change: 'new',
    }
    const lines = alikeFindings([finding, { ...finding, severity: 'high' }, { ...finding, id: 'two' }])
    expect(lines.map(({ severity, count }) => [severity, count])).toEqual([
      ['low', 2],
      ['high', 1],
    ])
  })
})

describe('a board', () => {
  it('decides, keeps the day of its first word, and can take it back', () => {
    const decided = setVerdict(design, 'b-arb', 'approvedWithConditions', '2026-11-21')
    expect(decided.baselines?.[0]).toEqual({ ...baseline, verdict: 'approvedWithConditions', decidedOn: '2026-11-21' })
    expect(setVerdict(decided, 'b-arb', 'approved', '2026-12-01').baselines?.[0]?.decidedOn).toBe('2026-11-21')
    expect(setVerdict(decided, 'b-arb', undefined, '2026-12-01').baselines?.[0]).toEqual(baseline)
  })

  it('sets conditions, which are changed and removed', () => {
    const asked = addCondition(design, 'b-arb', { id: 'k-1', text: 'Show a test', status: 'open' })
    const met = changeCondition(asked, 'b-arb', 'k-1', (one) => ({ ...one, status: 'met' }))
    expect(met.baselines?.[0]?.conditions).toEqual([{ id: 'k-1', text: 'Show a test', status: 'met' }])
    expect(removeCondition(met, 'b-arb', 'k-1').baselines).toEqual([baseline])
    expect(changeCondition(design, 'b-arb', 'k-1', (one) => one)).toBe(design)
  })
})
