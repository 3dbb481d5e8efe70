import { describe, expect, it } from 'vitest'
import { kinds } from '../../../shared/kinds/index.ts'
import { families, searchKinds } from './search-kinds.ts'

describe('the palette', () => {
  it('has a place for every kind', () => {
    const known = families.map(({ family }) => family)
    expect(kinds.filter((kind) => !known.includes(kind.family))).toEqual([])
  })
  it('finds every kind by its title', () => {
    for (const kind of kinds) expect(searchKinds(kinds, kind.title)[0]?.title).toBe(kind.title)
  })
  it('finds by keyword, needs every word, and gives all for nothing', () => {
    expect(searchKinds(kinds, 'vector').map((kind) => kind.id)).toContain('vector-store')
    expect(searchKinds(kinds, 'vector zebra')).toEqual([])
    expect(searchKinds(kinds, '  ')).toBe(kinds)
  })
})
