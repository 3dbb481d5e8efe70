import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/analyse.ts'
import type { Design } from '../../../shared/design/design.ts'
import { effectiveDesign } from '../../../shared/design/effective.ts'
import { formatUsd } from '../../../shared/kinds/figures/number-format.ts'
import type { HeatMap, Known } from '../heat.ts'
import { findOverlay, offeredOverlays, overlays } from './index.ts'

const resources = new URL('../../../resources/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, resources), 'utf8'))
const prices = read('prices/price-book.json') as object
const templates = readdirSync(new URL('templates/', resources)).map((name) => read(`templates/${name}`) as Design)
const blank: Design = { format: 'lintel/design', version: 1, id: 'd-blank', name: 'Blank' }
const designs = [blank, ...templates].map((document) => [document.name, knownOf(document)] as const)

function knownOf(document: Design): Known {
  const analysis = analyse(document, { prices, today: '2026-11-21' })
  return { document, design: effectiveDesign(document), numbers: analysis, analysis, money: formatUsd }
}

function mapOf(id: string, document: Design): HeatMap {
  const design = effectiveDesign(document)
  const map = findOverlay(id)?.read({ document, design, numbers: undefined, analysis: undefined, money: formatUsd })
  if (map === undefined) throw new Error(`${id} says nothing`)
  return map
}

describe.each(overlays)('the overlay "$label"', ({ id, label, description, read: readMap }) => {
  it('says what it answers', () => {
    expect(label).toMatch(/^[A-Z].*[^.]$/)
    expect(description).toMatch(/^[A-Z].*\.$/)
    expect(findOverlay(id)?.label).toBe(label)
  })
  it.each(designs)('of "%s" colours elements of the design alone, each in a colour of the legend', (_name, known) => {
    const map = readMap(known)
    const { components = [], flows = [], boundaries = [] } = known.design
    const drawn = new Set([...components, ...flows, ...boundaries].map((element) => element.id))
    expect([...(map?.heats.keys() ?? [])].filter((each) => !drawn.has(each))).toEqual([])
    const legend = new Set((map?.legend ?? []).map(({ level }) => level))
    for (const heat of map?.heats.values() ?? []) {
      expect(legend.has(heat.level)).toBe(true)
      expect(heat.text).not.toBe('')
      expect(heat.title).not.toBe('')
    }
  })
  it.each(designs)(
    'of "%s" says of all that it colours together what is in the legend, or that it is mixed',
    (_name, known) => {
      const map = readMap(known)
      const legend = new Set<unknown>(['mixed', ...(map?.legend ?? []).map(({ level }) => level)])
      const all = map?.together?.([...map.heats.keys()], String)
      expect(map?.together?.([], String)).toBeUndefined()
      expect(all === undefined).toBe((map?.heats.size ?? 0) === 0)
      if (all === undefined) return
      expect(legend.has(all.level)).toBe(true)
      expect(all.title).not.toBe('')
    },
  )
  it('never tells names by colour alone', () => {
    for (const [, known] of designs) {
      const names = (readMap(known)?.legend ?? []).filter(({ mark }) => mark !== undefined)
      expect(new Set(names.map(({ mark }) => mark)).size).toBe(names.length)
    }
  })
})

describe('in front of a room', () => {
  it('there is neither money nor a verdict', () => {
    expect(offeredOverlays(false).map(({ id }) => id)).toEqual(overlays.map(({ id }) => id))
    expect(offeredOverlays(true).map(({ id }) => id)).toEqual(['time', 'load', 'data-class', 'owner', 'phase'])
  })
})

const sketch: Design = {
  ...blank,
  boundaries: [{ id: 'home', name: 'Home', owner: 'Platform' }],
  data: [
    { id: 'orders', name: 'Orders', classification: 'confidential' },
    { id: 'notes', name: 'Notes' },
  ],
  components: [
    { id: 'a', name: 'A', kind: 'unknown', owner: 'Payments' },
    { id: 'b', name: 'B', kind: 'unknown', in: 'home', holds: ['notes'] },
    { id: 'c', name: 'C', kind: 'unknown' },
  ],
  flows: [
    { id: 'ab', from: 'a', to: 'b', request: { data: ['orders', 'notes'] } },
    { id: 'bc', from: 'b', to: 'c' },
  ],
}

describe('names', () => {
  it('of owners come from the component or the boundary around it; what nobody said is its own entry', () => {
    const { heats, legend } = mapOf('owner', sketch)
    expect(['a', 'b', 'c'].map((id) => heats.get(id)?.text)).toEqual(['Payments', 'Platform', 'Not said'])
    expect(heats.get('b')?.title).toBe('Owned by Platform, as all of Home')
    expect(legend.map(({ label }) => label)).toEqual(['Payments', 'Platform', 'Not said'])
  })
  it('beyond the colours share the last one', () => {
    const many = Array.from({ length: 11 }, (_, index) => ({
      id: `c-${index}`,
      name: 'C',
      kind: 'unknown',
      owner: `Team ${String.fromCodePoint(65 + index)}`,
    }))
    const { legend, heats } = mapOf('owner', { ...blank, components: many })
    expect(legend.map(({ label }) => label).slice(6)).toEqual(['Team G', '4 others'])
    expect(heats.get('c-10')?.level).toBe('h')
  })
  it('of data classes are the highest that is met, at components and arrows', () => {
    const { heats } = mapOf('data-class', sketch)
    expect(heats.get('ab')?.title).toBe('Confidential: Orders; 1 without a class')
    expect(heats.get('a')?.text).toBe('Confidential')
    expect(heats.get('b')?.text).toBe('Confidential')
    expect([heats.get('c')?.level, heats.get('bc')?.level]).toEqual(['unsaid', 'unsaid'])
  })
  it('of phases say who adds, changes and removes; the drawn side first', () => {
    const document: Design = {
      ...sketch,
      variants: [
        {
          id: 'pilot',
          name: 'Pilot',
          type: 'phase',
          changes: { components: { a: { name: 'A2' }, d: { name: 'D', kind: 'unknown' } } },
        },
        {
          id: 'target',
          name: 'Target',
          type: 'phase',
          of: 'pilot',
          changes: { components: { d: { name: 'D2' }, c: null } },
        },
      ],
    }
    const base = mapOf('phase', document)
    expect(base.heats.get('a')?.text).toBe('Pilot changes')
    expect(base.heats.get('c')?.text).toBe('Target removes')
    expect(base.heats.has('b')).toBe(false)
    const target = mapOf('phase', { ...document, shown: 'target' })
    expect(target.heats.get('d')?.title).toBe('Pilot adds it, Target changes it')
    expect(mapOf('phase', sketch).title).toBe('no option or phase yet')
  })
})
