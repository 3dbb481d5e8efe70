import { describe, expect, it } from 'vitest'
import { listAt, numberAt, textAt } from '../foreign-values.ts'
import { importText } from '../index.ts'
import { writeThreatDragon } from './write.ts'

const box = (name: string, x: number): object => ({
  id: `box-${name}`,
  shape: 'process',
  position: { x, y: 100 },
  size: { width: 60, height: 60 },
  data: { name },
})
const text = (name: string, x: number, y: number): object => ({
  id: `text-${name}`,
  shape: 'td-text-block',
  position: { x, y },
  size: { width: 50, height: 20 },
  data: { name },
})

/** Where the cells of a diagram stand once it was read here and written again, by name. */
function placedAgain(cells: readonly object[]) {
  const diagram = { id: 0, title: 'Narrow', diagramType: 'STRIDE', cells }
  const file = { version: '2.5.0', summary: { title: 'Texts' }, detail: { diagrams: [diagram] } }
  const read = importText(JSON.stringify(file), 'd-1')
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  const [back] = listAt(writeThreatDragon(read.value.design), 'detail', 'diagrams')
  const areas = new Map(
    listAt(back, 'cells').map((cell) => {
      const at = (...path: readonly string[]): number => numberAt(cell, ...path) ?? Number.NaN
      const [x, y] = [at('position', 'x'), at('position', 'y')]
      const area = { x, y, right: x + at('size', 'width'), bottom: y + at('size', 'height') }
      return [textAt(cell, 'data', 'name') ?? '', area] as const
    }),
  )
  return (name: string) => {
    const area = areas.get(name)
    if (area === undefined) throw new Error(name)
    return area
  }
}

describe('the texts of a diagram', () => {
  it('stay where they are while the drawing stays as large as it is', () => {
    const area = placedAgain([box('alone', 0), text('beside', 210, 104)])
    expect(area('beside')).toMatchObject({ x: 210, y: 104 })
  })

  it('step aside where the card is larger than the shape that they stood beside', () => {
    const area = placedAgain([box('alone', 0), text('beside', 70, 104)])
    expect(area('beside')).toMatchObject({ x: area('alone').right + 10, y: 104 })
  })

  it('go along with what they stand beside where it is spread for larger cards, on the same side of it', () => {
    const area = placedAgain([
      box('left', 0),
      box('right', 100),
      text('above', 105, 70),
      text('below', 110, 170),
      text('before', -60, 110),
      text('behind', 170, 110),
    ])
    const [left, right] = [area('left'), area('right')]
    expect(right.x).toBeGreaterThanOrEqual(left.right)
    expect(area('above').x).toBe(right.x + 5)
    expect(area('above').bottom).toBeLessThan(right.y)
    expect(area('below').x).toBe(right.x + 10)
    expect(area('below').y).toBeGreaterThan(right.bottom)
    expect(area('before').right).toBeLessThan(left.x)
    expect(area('behind').x).toBeGreaterThan(right.right)
  })
})
