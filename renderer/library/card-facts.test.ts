import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { analyse } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { formatUsd } from '../../shared/kinds/figures/number-format.ts'
import { headlinesOf } from '../panels/status/headlines.ts'
import { summarise } from '../store/keep-headlines.ts'
import { cardFacts } from './card-facts.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/${path}`, import.meta.url), 'utf8'))
const analysis = analyse(read('templates/customer-support-agent.lintel.json') as Design, {
  prices: read('prices/price-book.json') as object,
  today: '2026-11-21',
})
const plain = (text = ''): string => text.replaceAll('\u202f', ' ')

it('says the same digits on a card as in the status bar', () => {
  const [, answer, technology, people] = headlinesOf(analysis, [], 0, (id) => id)
  const facts = cardFacts(summarise(analysis), formatUsd)
  expect(facts.map(({ text }) => text)).toEqual([
    `${technology?.value} /month`,
    `people ${people?.value}`,
    `p95 ${answer?.value}`,
  ])
  expect(facts.map(({ band }) => band)).toEqual([technology?.band, people?.band, answer?.band])
})

it('drops digits that a wide band does not carry, and keeps that it is the least', () => {
  const wide = { value: 6123, low: 2000, high: 19_000 }
  const facts = cardFacts({ openFindings: 0, technology: { ...wide, atLeast: true } }, formatUsd)
  expect(facts).toEqual([{ text: 'at least $6k /month', band: '$2k–19k' }])
})

it('says why there is no time, and nothing of what nobody computed', () => {
  const facts = cardFacts(
    { openFindings: 0, noAnswer: 'does not fit', people: { value: 0, low: 0, high: 0 } },
    formatUsd,
  )
  expect(facts.map(({ text }) => plain(text))).toEqual(['p95 does not fit'])
  expect(cardFacts({ openFindings: 0 }, formatUsd)).toEqual([])
})
