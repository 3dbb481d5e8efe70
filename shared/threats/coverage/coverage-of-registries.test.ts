import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyse, readGraph } from '../../analyse.ts'
import type { Design } from '../../design/design.ts'
import { checkFixtures } from '../../checks/rules/fixtures.ts'
import { inspect } from '../../findings/testing/inspect.ts'
import { box, miniDesign } from '../../findings/testing/mini-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { kinds } from '../../kinds/index.ts'
import { rules } from '../../rules.ts'
import { threatFixtures } from '../catalog/fixtures.ts'
import { cellStates } from './coverage.ts'
import { coverDesign, lettersOf } from './cover-design.ts'
import { placesOf } from './places.ts'
import { elementTypeOf } from './element-type.ts'
import { scopeOf, scopes } from './looks-at.ts'
import { maestroLayerOf } from './maestro-layer.ts'

describe('what each kind of component is', () => {
  it.each(kinds.map(({ id }) => id))('%s has a type and a layer', (id) => {
    const graph = buildGraph(miniDesign({ components: [box('c-one', id)] }), kinds, [])
    expect(elementTypeOf(graph, box('c-one', id))).toMatch(/^(?:actor|process|store)$/u)
    expect(maestroLayerOf(graph, box('c-one', id))).toMatch(/^L[1-7]$/u)
  })

  it.each([
    ['user', 'actor', 'L7'],
    ['external-system', 'actor', 'L7'],
    ['relational-db', 'store', 'L2'],
    ['observability', 'store', 'L5'],
    ['guardrail', 'process', 'L6'],
    ['human-approval', 'process', 'L6'],
    ['secret-store', 'store', 'L6'],
    ['memory', 'store', 'L3'],
    ['tool', 'process', 'L7'],
    ['api-gateway', 'process', 'L4'],
    ['llm-self-hosted', 'process', 'L1'],
    ['other', 'process', 'L4'],
  ])('%s is a %s on %s', (id, type, layer) => {
    const graph = buildGraph(miniDesign({ components: [box('c-one', id)] }), kinds, [])
    expect([elementTypeOf(graph, box('c-one', id)), maestroLayerOf(graph, box('c-one', id))]).toEqual([type, layer])
  })
})

describe('what rules look at', () => {
  const fixtures = [...threatFixtures, ...checkFixtures]
  const lettered = rules.filter((each) => lettersOf(each).length > 0 && scopes[each.id] !== undefined)

  it('is said for rules that there are', () => {
    const ids = rules.map(({ id }) => id)
    expect(Object.keys(scopes).filter((id) => !ids.includes(id))).toEqual([])
    expect(lettered.length).toBeGreaterThanOrEqual(60)
  })

  it.each(lettered.map((each) => [each.id, each] as const))('%s finds nothing outside of it', (id, each) => {
    const fixture = fixtures.find((candidate) => candidate.rule === id)
    for (const design of [fixture?.fails, ...(fixture?.alsoFails ?? [])]) {
      if (design === undefined) continue
      const graph = buildGraph(design, kinds, [])
      const scope = scopeOf(graph, each)
      for (const finding of inspect(design, [each]).findings) {
        const drawn = placesOf(graph, finding, new Set(scope)).filter((on) => graph.component(on) ?? graph.flow(on))
        // Data that nothing keeps and no arrow names has no place.
        if (drawn.length > 0) expect(drawn.filter((on) => scope.includes(on))).not.toEqual([])
      }
    }
  })
})

describe('the coverage of the templates', () => {
  const resources = join(import.meta.dirname, '../../../resources')
  const prices: object = JSON.parse(readFileSync(join(resources, 'prices/price-book.json'), 'utf8'))
  const templates = readdirSync(join(resources, 'templates')).filter((name) => name.endsWith('.lintel.json'))

  it.each(templates)('%s: every open threat with letters shows in a cell, and the counts add up', (name) => {
    const design = JSON.parse(readFileSync(join(resources, 'templates', name), 'utf8')) as Design
    const { findings, questions } = analyse(design, { prices, today: '2026-11-21' })
    const covered = coverDesign({ graph: readGraph(design), rules, findings, questions })
    const cells = covered.rows.flatMap((row) => row.cells)
    const shown = new Set(cells.flatMap(({ reasons }) => reasons.flatMap(({ finding }) => finding ?? [])))
    const lettered = findings.filter(({ rule: id, aliases }) =>
      rules.some((each) => [id, ...aliases].includes(each.id) && (each.stride ?? '') !== ''),
    )
    expect(lettered.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([])
    const { stride, linddun } = covered.total
    expect(stride.applicable + linddun.applicable).toBe(cells.length)
    for (const count of [stride, linddun]) {
      expect(cellStates.reduce((sum, state) => sum + count.byState[state], 0)).toBe(count.applicable)
      expect(count.decided).toBe(count.applicable - count.byState.unknown - count.byState.notConsidered)
    }
    expect(stride.decided).toBeGreaterThan(0)
  })
})
