import { expect, it } from 'vitest'
import { importText } from './index.ts'

const nameOf = (text: string, fileName?: string): string | undefined => {
  const read = importText(text, 'd-1', fileName)
  return read.ok ? read.value.design.name : undefined
}

it('a drawing without a name is called after its file, one with a name is not', () => {
  expect(nameOf('flowchart LR\n  a[Portal] --> b[Model]', 'Claims v1.2.mmd')).toBe('Claims v1.2')
  expect(nameOf('flowchart LR\n  a[Portal] --> b[Model]')).toBe('Imported drawing')
  expect(nameOf('otmVersion: 0.2.0\nproject: { id: p }\ncomponents: [{ id: c, name: Portal }]', 'bank.otm.yaml')).toBe(
    'bank',
  )
  expect(nameOf('---\ntitle: Claims\n---\nflowchart LR\n  a --> b', 'other.mmd')).toBe('Claims')
})
