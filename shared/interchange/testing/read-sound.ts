import { expect } from 'vitest'
import { parseDesign } from '../../design/file.ts'
import { vocabulary } from '../../vocabulary.ts'
import { importText } from '../index.ts'

/** Reads a foreign file and holds the outcome against the laws of a design. */
export function read(text: string) {
  const result = importText(text, 'd-1')
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  const again = parseDesign(JSON.stringify(result.value.design), { vocabulary })
  expect(again.problems.filter(({ level }) => level === 'error')).toEqual([])
  return result.value
}
