import { expect, it } from 'vitest'
import { edited } from '../../findings/testing/mini-design.ts'
import { inspect } from '../../findings/testing/inspect.ts'
import { checkFixtures } from './fixtures.ts'
import { checks } from './index.ts'

const failing = (rule: string) => {
  const fixture = checkFixtures.find((each) => each.rule === rule)
  if (fixture === undefined) throw new Error(`No fixture of ${rule}.`)
  return fixture.fails
}
const about = ['REL-08', 'REL-15', 'REL-16']

it.each([
  ['what only retries fill', failing('REL-15'), 'REL-15'],
  ['what is nearly full', edited(failing('REL-16'), 'w-day', { arrivals: { rate: 9 } }), 'REL-08'],
  ['what is more than full', edited(failing('REL-16'), 'w-day', { arrivals: { rate: 12 } }), 'REL-08'],
  ['what has little room', failing('REL-16'), 'REL-16'],
])('%s is one finding', (_what, design, rule) => {
  const found = inspect(design, checks).findings.map((finding) => finding.rule)
  expect(found.filter((each) => about.includes(each))).toEqual([rule])
})
