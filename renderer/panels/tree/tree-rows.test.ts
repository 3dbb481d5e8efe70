import { describe, expect, it } from 'vitest'
import type { Design } from '../../../shared/design/design.ts'
import { blankDesign } from '../../../shared/design/edit/blank.ts'
import { afterKey, treeRows } from './tree-rows.ts'

const design: Design = {
  ...blankDesign('d', 'Tree'),
  boundaries: [
    { id: 'outer', name: 'Platform' },
    { id: 'inner', name: 'Restricted', in: 'outer' },
  ],
  components: [
    { id: 'user', name: 'User', kind: 'user' },
    { id: 'app', name: 'App', kind: 'service', in: 'outer' },
    { id: 'db', name: 'Orders', kind: 'relational-db', in: 'inner' },
  ],
  flows: [
    { id: 'f-1', from: 'user', to: 'app', name: 'asks' },
    { id: 'f-2', from: 'app', to: 'db' },
  ],
}
const drawn = (closed: readonly string[] = []): readonly string[] =>
  treeRows(design, new Set(closed)).map(({ level, name }) => `${'  '.repeat(level - 1)}${name}`)

describe('the design as a tree', () => {
  it('nests boundaries, components and the arrows that leave them', () => {
    expect(drawn()).toEqual(['Platform', '  Restricted', '    Orders', '  App', '    to Orders', 'User', '  asks: App'])
  })
  it('hides what is closed, and says what can be opened', () => {
    expect(drawn(['outer'])).toEqual(['Platform', 'User', '  asks: App'])
    const rows = treeRows(design, new Set(['outer']))
    expect(rows.map(({ open }) => open)).toEqual([false, true, undefined])
    expect(rows[1]).toMatchObject({ place: 2, of: 2 })
  })
  it('is walked with the keys of a tree', () => {
    const rows = treeRows(design, new Set())
    const at = (id: string): number => rows.findIndex((row) => row.id === id)
    expect(afterKey(rows, at('outer'), 'ArrowDown')).toEqual({ go: 'inner' })
    expect(afterKey(rows, at('outer'), 'ArrowLeft')).toEqual({ close: 'outer' })
    expect(afterKey(rows, at('outer'), 'ArrowRight')).toEqual({ go: 'inner' })
    expect(afterKey(rows, at('db'), 'ArrowLeft')).toEqual({ go: 'inner' })
    expect(afterKey(rows, at('db'), 'ArrowRight')).toEqual({})
    expect(afterKey(rows, 0, 'ArrowUp')).toEqual({})
    expect(afterKey(rows, 0, 'End')).toEqual({ go: 'f-1' })
    expect(afterKey(treeRows(design, new Set(['outer'])), 0, 'ArrowRight')).toEqual({ open: 'outer' })
  })
})
