import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { collections } from './design/collections.ts'
import type { Design } from './design/design.ts'
import { parseDesign, printDesign } from './design/file.ts'
import { turnAround } from './design/testing/shuffle.ts'
import type { CostLine } from './estimate/estimate.ts'
import { readFormula } from './kinds/testing/read-formula.ts'
import { renderFormula } from './kinds/formula/formula-text.ts'
import { findKind } from './kinds/index.ts'
import { vocabulary } from './vocabulary.ts'

const prices: object = JSON.parse(readFileSync('resources/prices/price-book.json', 'utf8'))
const folder = 'resources/templates'
const templates = readdirSync(folder)
  .filter((name) => name.endsWith('.lintel.json'))
  .map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const)

const knowledge = { prices, today: '2026-11-21' }

it('are six', () => expect(templates).toHaveLength(6))

describe.each(templates)('%s', (_name, text) => {
  const read = parseDesign(text, { vocabulary })
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  const { design, readOnly } = read.value
  const analysis = analyse(design, knowledge)
  const { estimate } = analysis

  it('is read without a problem, and knows all its words', () => {
    expect(read.problems).toEqual([])
    expect(readOnly).toBe(false)
    for (const component of design.components ?? []) expect(findKind(component.kind).id).toBe(component.kind)
  })
  it('is printed as this program prints it', () => expect(printDesign(design)).toBe(text))

  it('has only findings and questions about elements that are there', () => {
    const ids = idsOf(design)
    for (const finding of analysis.findings) {
      const named = [...finding.anchors, ...finding.elements, ...(finding.path ?? [])]
      const all = [...named, ...(finding.legs ?? []).flatMap((leg) => leg.elements), finding.remedy?.at ?? design.id]
      for (const id of all) expect(ids, `${finding.id} names ${id}`).toContain(id)
      if (finding.treatedBy !== undefined) expect(ids).toContain(finding.treatedBy)
    }
    for (const group of analysis.questions)
      for (const { on } of group.elements) expect(ids, `${group.id} names ${on}`).toContain(on)
    for (const result of analysis.requirements)
      for (const id of result.elements) expect(ids, `${result.requirement} names ${id}`).toContain(id)
  })
  it('keeps its findings and its numbers when everything is renamed', () => {
    const renamed = analyse(renameAll(design), knowledge)
    expect(renamed.findings.map(({ id }) => id).toSorted()).toEqual(analysis.findings.map(({ id }) => id).toSorted())
    expect(renamed.questions.map(({ id }) => id).toSorted()).toEqual(analysis.questions.map(({ id }) => id).toSorted())
    expect(renamed.requirements.map(({ verdict, value }) => [verdict, value])).toEqual(
      analysis.requirements.map(({ verdict, value }) => [verdict, value]),
    )
    expect(numbersIn(renamed.estimate)).toEqual(numbersIn(estimate))
  })
  it('gives the same digits again, whatever the order of its lists', () => {
    expect(analyse(structuredClone(design), knowledge)).toEqual(analysis)
    for (const other of [turnAround(design), rotateAll(design)]) {
      const mixed = analyse(other, knowledge)
      expect(mixed.estimate).toEqual(estimate)
      expect(mixed.findings).toEqual(analysis.findings)
      expect(mixed.questions).toEqual(analysis.questions)
      // Requirements are listed as they are written, their results too.
      expect(new Set(mixed.requirements.map((result) => JSON.stringify(result)))).toEqual(
        new Set(analysis.requirements.map((result) => JSON.stringify(result))),
      )
    }
  })

  it('can be recomputed by hand, line by line, from what the panel shows', () => {
    expect(estimate.lines.length).toBeGreaterThan(5)
    for (const line of estimate.lines) {
      const shown = renderFormula(line.formula)
      expect(readFormula(shown).toFixed(2), `${line.id}: ${shown}`).toBe(line.usd.value.toFixed(2))
    }
  })
  it('has headlines that are the sums of its lines', () => {
    const sum = (counts: (line: CostLine) => boolean): number =>
      estimate.lines.filter(counts).reduce((total, line) => total + readFormula(renderFormula(line.formula)), 0)
    const monthly = (line: CostLine): boolean => line.recurrence === 'month'
    const { technologyUsdPerMonth, peopleUsdPerMonth, totalUsdPerMonth, onceUsd } = estimate
    const technology = sum((line) => monthly(line) && line.headline === 'technology')
    const people = sum((line) => monthly(line) && line.headline === 'people')
    expect(technology.toFixed(2)).toBe(technologyUsdPerMonth.value.toFixed(2))
    expect(people.toFixed(2)).toBe(peopleUsdPerMonth.value.toFixed(2))
    expect((technology + people).toFixed(2)).toBe(totalUsdPerMonth.value.toFixed(2))
    expect(sum((line) => line.recurrence === 'once').toFixed(2)).toBe(onceUsd.value.toFixed(2))
    for (const { component, usdPerMonth } of estimate.components)
      expect(sum((line) => monthly(line) && line.component === component).toFixed(2)).toBe(usdPerMonth.value.toFixed(2))
  })
})

/** Everything that has an id, and the design itself. */
function idsOf(design: Design): ReadonlySet<string> {
  const records = [...collections, 'treatments', 'risks', 'assumptions', 'decisions', 'questions'] as const
  return new Set([design.id, ...records.flatMap((record) => (design[record] ?? []).map(({ id }) => id))])
}

function renameAll(design: Design): Design {
  const renamed = collections.map((collection) => {
    const elements: readonly object[] = design[collection] ?? []
    return [collection, elements.map((element, index) => ({ ...element, name: `Zz ${collection} ${index}` }))]
  })
  return { ...design, ...Object.fromEntries(renamed.filter(([collection]) => design[collection as 'flows'])) }
}

/** Every list of elements begun at another of them. */
function rotateAll(design: Design): Design {
  const rotated = collections.map((collection) => {
    const elements: readonly object[] = design[collection] ?? []
    const start = Math.ceil(elements.length / 3)
    return [collection, [...elements.slice(start), ...elements.slice(0, start)]]
  })
  return { ...design, ...Object.fromEntries(rotated) }
}

/** The numbers of an estimate in order: what is left when all words are taken away. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
