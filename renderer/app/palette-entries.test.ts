import { describe, expect, it } from 'vitest'
import { findEntries, firstEntries } from './palette-entries.ts'

const sections = [
  { title: 'View', entries: [{ name: 'One request, step by step', words: ['workload'] }] },
  { title: 'Insert', entries: [{ name: 'Boundary' }, { name: 'Workload' }] },
  { title: 'Go to', entries: [{ name: 'Workloads' }] },
]

describe('what the palette finds', () => {
  it('puts the section with the best answer first', () => {
    expect(findEntries(sections, 'workload').map(({ title }) => title)).toEqual(['Insert', 'Go to', 'View'])
    expect(findEntries(sections, 'workloads')[0]?.title).toBe('Go to')
  })

  it('puts the best answer of a section first, and leaves out what does not answer', () => {
    const [first] = findEntries(
      [{ title: 'Any', entries: [{ name: 'Old cache' }, { name: 'Cache' }, { name: 'Queue' }] }],
      'cache',
    )
    expect(first?.entries.map(({ name }) => name)).toEqual(['Cache', 'Old cache'])
  })

  it('keeps its order while nothing is typed', () => {
    expect(findEntries(sections, '')).toEqual(sections)
  })

  it('lists no more of one section than anybody reads', () => {
    const entries = Array.from({ length: 5000 }, (_, index) => ({ name: `Card ${index}` }))
    expect(findEntries([{ title: 'In this design', entries }], 'card')[0]?.entries).toHaveLength(40)
  })

  it('has a first sight of few entries, across the sections in their order', () => {
    const first = firstEntries(sections, 2)
    expect(first.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['View', 1],
      ['Insert', 1],
    ])
    expect(firstEntries(sections, 9)).toEqual(sections)
  })
})
