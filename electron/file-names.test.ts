import { expect, test } from 'vitest'
import { designFileName, isPlainFileName } from './file-names.ts'

test('designs end in .lintel.json, and a .json of one’s own stays', () => {
  expect(designFileName('Research RAG')).toBe('Research RAG.lintel.json')
  expect(designFileName('/w/rag.lintel.json')).toBe('/w/rag.lintel.json')
  expect(designFileName('/w/rag.JSON')).toBe('/w/rag.JSON')
})

test.each(['0001-use-a-gateway.md', 'Résumé (2).pdf', '..a'])('%s is a plain name', (name) => {
  expect(isPlainFileName(name)).toBe(true)
})

test.each(['', '.', '..', '../a', 'a/b', 'a\\b', 'C:a', 'nul', 'COM1.txt', 'a\0', 'x'.repeat(201)])(
  '%j is none',
  (name) => {
    expect(isPlainFileName(name)).toBe(false)
  },
)
