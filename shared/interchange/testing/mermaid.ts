import { expect } from 'vitest'
import { parseDesign } from '../../design/file.ts'
import { vocabulary } from '../../vocabulary.ts'
import { importText } from '../index.ts'

/** What is made of a text, which is a sound design in any case. */
export function read(text: string) {
  const result = importText(text, 'd-1')
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  const { design, format } = result.value
  expect(format.id).toBe('mermaid')
  const again = parseDesign(JSON.stringify(design), { vocabulary })
  expect(again.problems.filter(({ level }) => level === 'error')).toEqual([])
  expect(again.ok && again.value.readOnly).toBe(false)
  return result.value
}

export const flow = (...lines: readonly string[]): string => ['flowchart TD', ...lines].join('\n')

export const namesOf = (text: string): readonly string[] => (read(text).design.components ?? []).map(({ name }) => name)

/** Arrows as "from > to: words", by the names of what they join. */
export function arrowsOf(text: string): readonly string[] {
  const { design } = read(text)
  const nameOf = (id: string): string => design.components?.find((each) => each.id === id)?.name ?? id
  return (design.flows ?? []).map(
    ({ from, to, name }) => `${nameOf(from)} > ${nameOf(to)}${name === undefined ? '' : `: ${name}`}`,
  )
}

export function sentenceOf(text: string): string {
  const result = importText(text, 'd-1')
  if (result.ok) throw new Error('was read')
  expect(result.problems).toHaveLength(1)
  return result.problems[0]?.sentence ?? ''
}
