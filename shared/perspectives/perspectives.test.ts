import { readdirSync, readFileSync } from 'node:fs'
import { array, assert, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGraph } from '../analyse.ts'
import type { Design } from '../design/design.ts'
import { parseDesign } from '../design/file.ts'
import { arbitraryDesign } from '../design/testing/arbitrary-design.ts'
import { vocabulary } from '../vocabulary.ts'
import { drawnPart, findPerspective, hiddenCount, type Look, perspectives } from './index.ts'

const folder = new URL('../../resources/templates/', import.meta.url)
const templates = readdirSync(folder).map((name) => {
  const read = parseDesign(readFileSync(new URL(name, folder), 'utf8'), { vocabulary })
  if (!read.ok) throw new Error(`${name} cannot be read`)
  return read.value.design
})
const blank: Design = { format: 'lintel/design', version: 1, id: 'd-blank', name: 'Blank' }
const support = templates.find(({ name }) => name === 'Customer support agent') ?? blank

function idsIn({ only, lit, calm, numbers, headers, shapes, labels, steps = [] }: Look): readonly string[] {
  const keys = [numbers, headers, shapes, labels].flatMap((map) => [...(map?.keys() ?? [])])
  return [...(only ?? []), ...(lit ?? []), ...(calm ?? []), ...keys, ...steps.map(({ flow }) => flow)]
}

function idsOf({ components = [], boundaries = [], flows = [] }: Design): ReadonlySet<string> {
  return new Set([...components, ...boundaries, ...flows].map(({ id }) => id))
}

function lookAt(design: Design, id: string, about: readonly string[] = [], step = 0): Look {
  return findPerspective(id).look(readGraph(design), { about, step })
}

describe.each(perspectives)('$label', ({ id, label, description }) => {
  it('says what it is good for', () => {
    expect(label).toMatch(/^[A-Z].*[^.]$/)
    expect(description).toMatch(/^[A-Z].*\.$/)
  })
  it.each([blank, ...templates])('of "$name" says what is seen, of elements of the design alone', (design) => {
    const known = idsOf(design)
    const start = design.components?.[0]?.id
    const before = JSON.stringify(design)
    for (const step of [0, 1, 99]) {
      const look = lookAt(design, id, start === undefined ? [] : [start], step)
      expect(look.says).not.toBe('')
      expect(idsIn(look).filter((one) => !known.has(one))).toEqual([])
    }
    expect(JSON.stringify(design)).toBe(before)
  })
  it('never invents an element, whatever the design and whatever it is asked about', () => {
    assert(
      property(arbitraryDesign, array(string()), nat(5), (design, strangers, step) => {
        const graph = readGraph(design)
        const known = idsOf(graph.design)
        const look = findPerspective(id).look(graph, { about: [...strangers, ...known].slice(0, 3), step })
        expect(idsIn(look).filter((one) => !known.has(one))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

describe('one request', () => {
  it('has a number on every arrow of its way, and one step at a time stands out', () => {
    const all = lookAt(support, 'action')
    expect(all.says).toMatch(/^Solve a case, \d+ calls$/)
    expect(all.lit?.size).toBe(new Set(all.steps?.map(({ flow }) => flow)).size)
    const [first, second] = all.steps ?? []
    const shown = lookAt(support, 'action', [], 2)
    expect(shown.numbers).toEqual(all.numbers)
    expect(shown.lit).toEqual(new Set([second?.flow, second?.caller, second?.callee]))
    expect(all.numbers?.get(first?.flow ?? '')?.[0]).toBe(1)
  })
})

describe('the deployment', () => {
  const design: Design = {
    ...blank,
    boundaries: [
      { id: 'eu', name: 'EU', region: 'eu-central-1', network: 'private' },
      { id: 'us', name: 'US', region: 'us-east-1', network: 'private' },
      { id: 'somewhere', name: 'Somewhere', region: { unknown: true } },
    ],
    components: [
      { id: 'a', name: 'A', kind: 'service', in: 'eu' },
      { id: 'b', name: 'B', kind: 'service', in: 'eu' },
      { id: 'c', name: 'C', kind: 'service', in: 'us' },
      { id: 'd', name: 'D', kind: 'service', in: 'somewhere' },
    ],
    flows: [
      { id: 'ab', from: 'a', to: 'b' },
      { id: 'ac', from: 'a', to: 'c' },
      { id: 'ad', from: 'a', to: 'd' },
    ],
  }
  it('lights what certainly crosses, and what nobody placed neither stands out nor recedes', () => {
    const look = lookAt(design, 'deployment')
    expect([...(look.lit ?? [])]).toEqual(['ac'])
    expect(look.calm?.has('ad')).toBe(true)
    expect(look.labels?.get('ac')).toBe('eu-central-1 to us-east-1')
    expect(look.headers?.get('eu')).toBe('eu-central-1, private network')
    expect(look.headers?.get('somewhere')).toBe('region unknown')
  })
})

describe('the neighbours', () => {
  const chain: Design = {
    ...blank,
    boundaries: [{ id: 'home', name: 'Home' }],
    components: ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      name: id,
      kind: 'service',
      ...(id === 'a' ? { in: 'home' } : {}),
    })),
    flows: [
      { id: 'ab', from: 'a', to: 'b' },
      { id: 'bc', from: 'b', to: 'c' },
      { id: 'cd', from: 'c', to: 'd' },
    ],
  }
  it('are those that one arrow joins, or two', () => {
    expect([...(lookAt(chain, 'neighbours', ['a']).only ?? [])]).toEqual(['a', 'b'])
    expect([...(lookAt(chain, 'neighbours-2', ['home']).only ?? [])]).toEqual(['a', 'b', 'c'])
    expect(lookAt(chain, 'neighbours', ['b']).says).toBe('b and 2 neighbours')
    expect(lookAt(chain, 'neighbours', ['gone']).only).toBeUndefined()
  })
  it('are drawn with the boundaries around them and the arrows between them', () => {
    const { only = [] } = lookAt(chain, 'neighbours', ['a'])
    const part = drawnPart(chain, { only })
    expect(part.components?.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(part.flows?.map(({ id }) => id)).toEqual(['ab'])
    expect(part.boundaries?.map(({ id }) => id)).toEqual(['home'])
    expect(hiddenCount(chain, part)).toBe(2)
  })
  it('leave out what is hidden: a boundary with all in it, an arrow alone', () => {
    expect(drawnPart(chain, {})).toBe(chain)
    expect(hiddenCount(chain, chain)).toBe(0)
    const part = drawnPart(chain, { hide: ['home', 'bc'] })
    expect(part.components?.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
    expect(part.flows?.map(({ id }) => id)).toEqual(['cd'])
    expect(hiddenCount(chain, part)).toBe(3)
    expect(drawnPart(chain, { only: ['cd'] }).components?.map(({ id }) => id)).toEqual(['c', 'd'])
  })
})
