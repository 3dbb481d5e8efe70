import { expect, it } from 'vitest'
import { kindIds, traits } from '../graph/condition-words.ts'
import { proposeWords } from './propose-words.ts'

const after = (text: string) => proposeWords(`  "where": "${text}`)

it.each([
  ['', 'kind', 0],
  ['ki', 'kind', 2],
  ['trait = stores-data & setti', 'settings.retentionDays', 5],
  ['in tr', 'trust', 2],
  ['!(', 'trait', 0],
  ['kind = agent and ', 'tag', 0],
])('a condition that has got to `%s` goes on with %s', (text, word, typed) => {
  const proposed = after(text)
  expect(proposed?.words).toContain(word)
  expect(proposed?.typed).toBe(typed)
})

it.each([
  ['kind = llm', kindIds],
  ['kind in [agent, ', kindIds],
  ['in trust < 50 & trait != sto', traits],
  ['crosses ', ['trust', 'organisation', 'region', 'network']],
  ['data classification >= ', ['public', 'internal', 'confidential', 'restricted']],
  ['kind ', ['=', '!=', 'in']],
])('after `%s` there are the words that it can be compared with', (text, words) => {
  expect(after(text)?.words).toEqual(words)
})

it.each(['name = ', 'settings.retentionDays <= ', 'kind = agent ', 'region = eu'])(
  'any text may follow `%s`',
  (text) => {
    expect(after(text)).toBeUndefined()
  },
)

it('reads the JSON form too, and keeps quiet everywhere else', () => {
  expect(proposeWords('{ "kind": "ll')).toEqual({ typed: 2, words: kindIds })
  expect(proposeWords('{ "trait": ["stores-data", "')?.words).toEqual(traits)
  expect(proposeWords('{ "field": "settings.ret')?.words).toContain('settings.retentionDays')
  expect(proposeWords('  "why": "What is kept in ')).toBeUndefined()
  expect(proposeWords('  "where": "kind = agent", ')).toBeUndefined()
})
