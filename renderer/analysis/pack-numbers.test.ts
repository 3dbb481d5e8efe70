import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import {
  earlyIn,
  joinDetails,
  joinNumbers,
  type PackedDetails,
  type PackedParts,
  packDetailsInSteps,
  packInSteps,
} from './pack-numbers.ts'

const resources = new URL('../../resources/', import.meta.url)
const prices = JSON.parse(readFileSync(new URL('prices/price-book.json', resources), 'utf8')) as object
const templates = readdirSync(new URL('templates', resources)).filter((name) => name.endsWith('.lintel.json'))

function numbersOf(template: string) {
  const design = JSON.parse(readFileSync(new URL(`templates/${template}`, resources), 'utf8')) as Design
  return openStudy(design, { prices, today: '2026-11-21' }).compute()
}

describe('numbers that cross from the worker to the page', () => {
  it.each(templates)('say on the page all that they say in the worker: %s', (template) => {
    const numbers = numbersOf(template)
    const early = structuredClone(earlyIn(numbers))
    let parts: PackedParts | undefined
    for (const step of packInSteps(numbers.estimate, (packed) => (parts = structuredClone(packed)))) step()
    let details: PackedDetails | undefined
    for (const step of packDetailsInSteps(numbers.estimate, (packed) => (details = structuredClone(packed)))) step()
    if (parts === undefined || details === undefined) throw new Error('The last step sends the parts.')
    const joined = joinDetails(joinNumbers(early, parts), details)
    expect(JSON.parse(JSON.stringify(joined))).toEqual(JSON.parse(JSON.stringify(numbers)))
  })

  it('cross early without working out what only a reader of details asks for', () => {
    const { estimate, ...rest } = numbersOf('customer-support-agent.lintel.json')
    const asked: string[] = []
    const details = new Set(['lines', 'tokensPerRequest', 'components', 'capacity', 'ledger', 'spans', 'shares'])
    const watch = <T extends object>(whole: T): T =>
      new Proxy(whole, {
        get: (target, key) => {
          if (details.has(String(key))) asked.push(String(key))
          return Reflect.get(target, key) as unknown
        },
      })
    earlyIn({ ...rest, estimate: watch({ ...estimate, actions: estimate.actions.map(watch) }) })
    expect(asked).toEqual([])
  })
})
