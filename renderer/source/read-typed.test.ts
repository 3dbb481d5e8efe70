import { expect, it } from 'vitest'
import type { Design } from '../../shared/design/design.ts'
import { readTyped } from './read-typed.ts'

const present: Design = {
  format: 'lintel/design',
  version: 1,
  id: 'd-1',
  name: 'One',
  components: [{ id: 'store', kind: 'vector-store', name: 'Index', settings: { dimensions: 768 } }],
}
const text = JSON.stringify(present, undefined, 2)
const typed = (before: string | RegExp, after: string) => readTyped(text.replace(before, after), present)

it('takes what can be read', () => {
  expect(typed('"One"', '"Two"')).toEqual({ design: { ...present, name: 'Two' }, problems: [] })
})

it('takes a value that its kind does not know, and says so: it stays in the text', () => {
  const { design, problems } = typed('768', '"many"')
  expect(design?.components?.[0]?.settings).toEqual({ dimensions: 'many' })
  expect(problems[0]?.sentence).toContain('"dimensions" of the component "Index" is the text "many"')
  expect(problems[0]?.line).toBeGreaterThan(1)
})

it('leaves the design alone while a mistyped part would be left out', () => {
  const { design, problems } = typed(/"settings": {[^}]*}/, '"settings": "fast"')
  expect(design).toBeUndefined()
  expect(problems[0]?.sentence).toContain('"settings" of the component "Index"')
})

it('does not turn one design into another', () => {
  const { design, problems } = typed('"d-1"', '"d-2"')
  expect(design).toBeUndefined()
  expect(problems[0]?.sentence).toContain('The id of this design is “d-1”')
})

it('says why a text is no design', () => {
  const { design, problems } = readTyped('{"format": "lintel/design", ', present)
  expect(design).toBeUndefined()
  expect(problems).toHaveLength(1)
})
