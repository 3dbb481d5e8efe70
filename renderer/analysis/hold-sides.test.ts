import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../shared/analyse.ts'
import type { Design } from '../../shared/design/design.ts'
import { setSetting } from '../../shared/design/edit/element.ts'
import { addVariant, editWithin } from '../../shared/design/edit/variant.ts'
import { type Outcome, outcomeOf, type Side } from '../../shared/options/outcome.ts'
import { withSide } from '../../shared/options/reuse.ts'
import { holdSides } from './hold-sides.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const knowledge = { prices: read('../../resources/prices/price-book.json') as object, today: '2026-11-21' }
const template = read('../../resources/templates/customer-support-agent.lintel.json') as Design
const model = template.components?.find(({ kind }) => kind === 'llm-api')?.id ?? ''
const priced = (usd: number) => (design: Design) => setSetting(design, model, 'settings', 'usdPerMOutput', usd)
const option = (design: Design, id: string, usd: number): Design =>
  editWithin(addVariant(design, { id, name: id, type: 'option' }), id, priced(usd))
const design = option(option(template, 'v-a', 30), 'v-b', 40)

function held() {
  let studies = 0
  const sides = holdSides((given, today) => {
    studies += 1
    return openStudy(given, { ...knowledge, today })
  })
  const tell = (given: Design, today = '2026-11-21'): ReadonlyMap<Side, Outcome> => {
    const told = new Map<Side, Outcome>()
    for (const step of sides.stepsFor(given, today, (side, outcome) => told.set(side, outcome))) step()
    return told
  }
  return { sides, tell, count: () => studies }
}

describe('what the engines say of every side', () => {
  it('is what a run of that side alone says', () => {
    const told = held().tell(design)
    expect([...told.keys()]).toEqual([null, 'v-a', 'v-b'])
    for (const [side, outcome] of told) {
      const study = openStudy(withSide(design, side), knowledge)
      const numbers = study.compute()
      expect(outcome).toEqual(outcomeOf({ ...numbers, ...study.judge(numbers) }))
    }
  })

  it('is worked out once, and again only where an edit reaches', () => {
    const { tell, count } = held()
    const before = tell(design)
    expect(count()).toBe(3)
    const same = tell(design)
    expect(count()).toBe(3)
    expect(same.get('v-a')).toBe(before.get('v-a'))
    const after = tell(editWithin(design, 'v-b', priced(50)))
    expect(count()).toBe(4)
    expect(after.get('v-a')).toBe(before.get('v-a'))
    expect(after.get('v-b')).not.toEqual(before.get('v-b'))
    tell(priced(9)(design))
    expect(count()).toBe(7)
  })

  it('takes over what is known of the variant that is shown', () => {
    const { sides, tell, count } = held()
    const known = tell(design).get('v-a')
    sides.forget()
    sides.keep(design, '2026-11-21', 'v-a', known as Outcome)
    expect(tell(design).get('v-a')).toBe(known)
    expect(count()).toBe(5)
  })

  it('is forgotten with the prices, and on another day', () => {
    const { sides, tell, count } = held()
    tell(design)
    tell(design, '2026-11-22')
    expect(count()).toBe(6)
    sides.forget()
    tell(design, '2026-11-22')
    expect(count()).toBe(9)
  })
})
