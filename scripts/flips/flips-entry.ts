import { checkFixtures } from '../../shared/checks/rules/fixtures.ts'
import type { Design } from '../../shared/design/design.ts'
import { applyPatch } from '../../shared/design/patch.ts'
import { estimateDesign } from '../../shared/estimate/estimate-design.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import type { Rule } from '../../shared/findings/rule.ts'
import { runRules } from '../../shared/findings/run.ts'
import { flatPrices } from '../../shared/findings/testing/inspect.ts'
import { edited, type RuleFixture } from '../../shared/findings/testing/mini-design.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import { buildLineage } from '../../shared/graph/build-lineage.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { products } from '../../shared/kinds/products/index.ts'
import { verifyRequirements } from '../../shared/requirements/verify.ts'
import { rules } from '../../shared/rules.ts'
import { threatFixtures } from '../../shared/threats/catalog/fixtures.ts'

const today = '2026-11-21'
type Expected = 'found' | 'not found' | 'asked' | 'quiet' | { readonly words: string }

/** One design with what a rule has to say about it. */
interface Trial {
  readonly expected: Expected
  readonly run: (rule: Rule) => boolean
}

/** What the fixtures of a rule demand, in the words of shared/rules.test.ts. Everything but the rule is worked out once. */
function trialsOf(fixture: RuleFixture): readonly Trial[] {
  const { fails, passes, alsoFails = [], alsoPasses = [], quiet = [], says = [], repair, unknown } = fixture
  return [
    ...[fails, ...alsoFails].map((design) => trial(design, 'found')),
    ...[passes, ...alsoPasses, edited(fails, repair.on, repair.change)].map((design) => trial(design, 'not found')),
    ...quiet.map((design) => trial(design, 'quiet')),
    ...says.map(([design, words]) => trial(design, { words })),
    ...(unknown === undefined ? [] : [trial(edited(fails, unknown.on, unknown.change), 'asked')]),
  ]
}

function trial(design: Design, expected: Expected): Trial {
  const judge = judgeOf(design)
  return {
    expected,
    run: (rule) => {
      const result = judge(rule)
      const open = result.findings.filter(({ status }) => status === 'open')
      if (expected === 'found') return open.length > 0 && open.every((each) => isRepaired(design, rule, each))
      if (expected === 'not found') return open.length === 0
      if (expected === 'quiet')
        return open.length === 0 && result.questions.every((question) => question.rules.length === 0)
      if (typeof expected === 'object') return open.map(printed).join('\n').includes(expected.words)
      return open.length === 0 && result.questions.some((question) => question.rules.includes(rule.id))
    },
  }
}

/** A finding as fixtures quote it. */
function printed({ severity, problem, fix, quickFix }: Finding): string {
  return [`${severity}: ${problem}`, fix, quickFix?.label ?? ''].join(' ')
}

function judgeOf(design: Design): (rule: Rule) => ReturnType<typeof runRules> {
  const graph = buildGraph(design, kinds, products)
  const lineage = buildLineage(graph)
  const estimate = estimateDesign(graph, flatPrices)
  const requirements = verifyRequirements({ graph, lineage, estimate }, today)
  return (rule) => runRules({ rules: [rule], graph, lineage, estimate, requirements, today })
}

declare global {
  // The flip that is on; see flip-source.mjs.
  var flipped: number | undefined
}
const repairs = new WeakMap<Design, Map<string, boolean>>()

/** A quick fix, applied, makes its finding go: judged by the rule as it is written. */
function isRepaired(design: Design, rule: Rule, { id, quickFix }: Finding): boolean {
  if (quickFix === undefined) return true
  const known = repairs.get(design) ?? new Map<string, boolean>()
  repairs.set(design, known)
  const key = `${id} ${JSON.stringify(quickFix.patch)}`
  const before = known.get(key)
  if (before !== undefined) return before
  const { flipped } = globalThis
  globalThis.flipped = undefined
  const after = judgeOf(applyPatch(design, quickFix.patch))(rule)
  globalThis.flipped = flipped
  const isGone = !after.findings.some((each) => each.id === id && each.status === 'open')
  known.set(key, isGone)
  return isGone
}

const fixtures = new Map([...threatFixtures, ...checkFixtures].map((fixture) => [fixture.rule, fixture]))
const prepared = rules.map((rule) => ({ rule, trials: trialsOf(fixtures.get(rule.id) as RuleFixture) }))

/** The first rule whose fixtures do not hold, of those named, or of all. Code that throws is noticed as well. */
export function firstBroken(named?: readonly string[]): string | undefined {
  return prepared.find(
    ({ rule, trials }) =>
      (named === undefined || named.includes(rule.id)) && !trials.every((each) => holds(each, rule)),
  )?.rule.id
}

function holds(each: Trial, rule: Rule): boolean {
  try {
    return each.run(rule)
  } catch {
    return false
  }
}

export const ruleIds: readonly string[] = rules.map(({ id }) => id)
