import { describe, expect, it } from 'vitest'
import { checkFixtures } from './checks/rules/fixtures.ts'
import { copyFragment, duplicate, pasteFragment } from './design/edit/index.ts'
import { removeElements } from './design/edit/remove.ts'
import type { Design, Id } from './design/design.ts'
import { linesOf } from './findings/lines.ts'
import { inspect } from './findings/testing/inspect.ts'
import type { RuleFixture } from './findings/testing/mini-design.ts'
import { rules } from './rules.ts'
import { threatFixtures } from './threats/catalog/fixtures.ts'

const fixtures: readonly RuleFixture[] = [...threatFixtures, ...checkFixtures]
const drawn = ({ components = [], boundaries = [] }: Design): readonly Id[] =>
  [...components, ...boundaries].map(({ id }) => id)

let count = 0
/** Ids that no design has. */
const newId = (prefix: string): Id => `${prefix.slice(0, 40)}-copy-${(count += 1)}`

/** All that is drawn, cut and pasted back. */
function cutAndPasted(design: Design): Design {
  const ids = drawn(design)
  const fragment = copyFragment(design, ids)
  return pasteFragment(removeElements(design, ids), fragment, newId).design
}

/** Fingerprints as they are filed, without what only this drawing says. */
const findingsIn = (design: Design): readonly string[] =>
  inspect(design, rules)
    .findings.map(({ id }) => id)
    .toSorted()

describe('fingerprints', () => {
  // An action goes with the arrow that starts it, and a view forgets what it showed: those are changes of the design.
  const plain = fixtures.filter(
    ({ fails }) => fails.actions === undefined && fails.workloads === undefined && fails.views === undefined,
  )

  it.each(plain.map(({ rule, fails }) => [rule, fails] as const))('of %s survive cut and paste', (_, design) => {
    expect(findingsIn(cutAndPasted(design))).toEqual(findingsIn(design))
  })

  it('are new for a copy, and stay those of the original', () => {
    const [first] = plain
    if (first === undefined) throw new Error('no fixture')
    const before = findingsIn(first.fails)
    const both = findingsIn(duplicate(first.fails, drawn(first.fails), newId).design)
    expect(both).toEqual(expect.arrayContaining([...before]))
    expect(both.length).toBeGreaterThan(before.length)
  })
})

describe('a design with everything in it twice', () => {
  it.each(fixtures.map(({ rule, fails }) => [rule, fails] as const))(
    'says of %s no more lines than once',
    (_, design) => {
      const copied = duplicate(design, drawn(design), newId).design
      const lines = (of: Design): readonly string[] => linesOf(inspect(of, rules).findings).map(({ id }) => id)
      expect(lines(copied).filter((line) => !lines(design).includes(line))).toEqual([])
      // Data that are kept twice are a copy of themselves, which deletions have to reach: that question is new.
      const groups = (of: Design): readonly string[] =>
        inspect(of, rules)
          .questions.map(({ id }) => id)
          .filter((id) => id !== 'topic.deletion')
      expect(groups(copied).filter((group) => !groups(design).includes(group))).toEqual([])
    },
  )
})
