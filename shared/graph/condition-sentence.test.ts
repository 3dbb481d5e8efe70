import { describe, expect, it, test } from 'vitest'
import { sayCondition } from './condition-sentence.ts'
import { parseCondition } from './condition-text.ts'
import { conditionFields, kindIds, traits } from './condition-words.ts'

function say(text: string): string {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(parsed.sentence)
  return sayCondition(parsed.condition)
}

describe('a condition in words', () => {
  test.each([
    ['trait = stores-data', 'stores data'],
    ['kind = llm-api', 'is of the kind LLM API'],
    ['trait = stores-data & in trust < 50', 'stores data and stands in a boundary that has “Trust” below 50'],
    [
      'trait = stores-data & (tag = a | !(tag = b & tag = c))',
      'stores data and (is tagged a or is not one that (is tagged b and is tagged c))',
    ],
    ['encrypted = false', 'has “Encrypted” that is no'],
    ['region in [eu-west-1, eu-north-1]', 'has “Region” out of eu-west-1, eu-north-1'],
    ['owner stated', 'states “Owner”'],
    ['crosses trust & to trait = generates-text', 'joins two that differ in trust and calls one that generates text'],
    ['data classification >= confidential', 'holds or carries data that has “Classification” of at least confidential'],
  ])('%s', (text, words) => expect(say(text)).toBe(words))

  it('shows no sign of how it is written, whatever it asks', () => {
    const all = [
      ...traits.map((each) => `trait = ${each}`),
      ...kindIds.map((each) => `kind = ${each}`),
      ...conditionFields.map((each) => `${each} stated`),
    ]
    for (const text of all) expect(say(text), text).not.toMatch(/[=<>&|]|\w\.\w/u)
  })
})
