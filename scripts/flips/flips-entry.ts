import { checkFixtures } from '../../shared/checks/rules/fixtures.ts'
import type { Design } from '../../shared/design/design.ts'
import { applyPatch } from '../../shared/design/patch.ts'
import { estimateDesign } from '../../shared/estimate/estimate-design.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import type { Rule } from '../../shared/findings/rule.ts'
import { runRules } from '../../shared/findings/run.ts'
import { flatPrices } from '../../shared/findings/testing/inspect.ts'
import { edited, type RuleFixture } from '../../shared/findings/testing/mini-design.ts'
import { printFindings } from '../../shared/findings/testing/print-finding.ts'
import { buildGraph } from '../../shared/graph/build-graph.ts'
import { buildLineage } from '../../shared/graph/build-lineage.ts'
import { kinds } from '../../shared/kinds/index.ts'
import { products } from '../../shared/kinds/products/index.ts'
import { verifyRequirements } from '../../shared/requirements/verify.ts'
import { rules } from '../../shared/rules.ts'
import { threatFixtures } from '../../shared/threats/catalog/fixtures.ts'
import { switchboard } from './switchboard.mjs'

const today = '2026-11-21'
type Expected =
  | 'found'
  | 'not found'
  | 'asked'
  | 'quiet'
  | { readonly words: readonly string[] }
  | { readonly texts: readonly string[] }

/** One design with what a rule has to say about it. */
interface Trial {
  readonly expected: Expected
  /** Whether it says that. */
  readonly run: (rule: Rule) => boolean
  /** Whether it finds anything that is open. */
  readonly finds: (rule: Rule) => boolean
}

/** What the fixtures of a rule demand, in the words of shared/rules.test.ts. Everything but the rule is worked out once. */
function trialsOf(fixture: RuleFixture): readonly Trial[] {
  const {
    fails,
    passes,
    alsoFails = [],
    alsoPasses = [],
    quiet = [],
    says = [],
    beside = [],
    asks = [],
    repair,
    unknown,
  } = fixture
  return [
    ...[fails, ...alsoFails].map((design) => trial(design, 'found')),
    ...[passes, ...alsoPasses, edited(fails, repair.on, repair.change)].map((design) => trial(design, 'not found')),
    ...quiet.map((design) => trial(design, 'quiet')),
    ...says.map(([design, ...words]) => trial(design, { words })),
    ...beside.map(([design, other, ...words]) => trial(design, { words }, other)),
    ...asks.map(([design, ...texts]) => trial(design, { texts })),
    ...(unknown === undefined
      ? []
      : [trial(edited(fails, unknown.on, unknown.change), unknown.by === undefined ? 'asked' : 'not found')]),
  ]
}

function trial(design: Design, expected: Expected, other?: string): Trial {
  const judge = judgeOf(
    design,
    rules.filter(({ id }) => id === other),
  )
  return {
    expected,
    finds: (rule) =>
      judge(rule).findings.some(
        ({ status, rule: id, aliases }) => status === 'open' && (id === rule.id || aliases.includes(rule.id)),
      ),
    run: (rule) => {
      const result = judge(rule)
      const open = result.findings.filter(({ status }) => status === 'open')
      if (expected === 'found') return open.length > 0 && open.every((each) => isRepaired(design, rule, each))
      if (expected === 'not found') return open.length === 0
      if (expected === 'quiet')
        return open.length === 0 && result.questions.every((question) => question.rules.length === 0)
      if (typeof expected === 'object' && 'texts' in expected) {
        const asked = result.questions.filter((question) => question.rules.length > 0)
        return (
          asked.length === expected.texts.length &&
          asked.every(({ text }, index) => text.includes(expected.texts[index] ?? ''))
        )
      }
      if (typeof expected === 'object') {
        const said = printFindings(result.findings)
        return expected.words.every((each) => said.includes(each))
      }
      return open.length === 0 && result.questions.some((question) => question.rules.includes(rule.id))
    },
  }
}

function judgeOf(design: Design, others: readonly Rule[] = []): (rule: Rule) => ReturnType<typeof runRules> {
  const graph = buildGraph(design, kinds, products)
  const lineage = buildLineage(graph)
  const estimate = estimateDesign(graph, flatPrices)
  const requirements = verifyRequirements({ graph, lineage, estimate }, today)
  // A graph and a lineage of their own each time: what is remembered of one would hide a flip.
  return (rule) =>
    runRules({ rules: [rule, ...others], graph: { ...graph }, lineage: { ...lineage }, estimate, requirements, today })
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
  const { on } = switchboard
  switchboard.on = undefined
  const after = judgeOf(applyPatch(design, quickFix.patch))(rule)
  switchboard.on = on
  const isGone = !after.findings.some((each) => each.id === id && each.status === 'open')
  known.set(key, isGone)
  return isGone
}

/** A trial of one rule, to be asked while a flip is on. */
export interface AskedTrial {
  /** Whether the fixture still gets what it demands; code that throws, or never ends, gives it to none. */
  readonly holds: () => boolean
  /** Whether the rule finds it; `undefined` where it throws, or never ends. */
  readonly finds: () => boolean | undefined
  /** What `finds` answers while nothing is turned round. */
  readonly found: boolean
  /** Of a threat, and not of a check alone. */
  readonly isThreat: boolean
}

const fixtures = new Map([...threatFixtures, ...checkFixtures].map((fixture) => [fixture.rule, fixture]))
const trials = rules.flatMap((rule) => trialsOf(fixtures.get(rule.id) as RuleFixture).map((each) => ({ rule, each })))

/** Runs every trial with nothing turned round: the flips that each one meets. One that fails as it is proves nothing. */
export function meetFlips(): {
  readonly meeting: ReadonlyMap<number, readonly AskedTrial[]>
  readonly failing: ReadonlySet<string>
} {
  const meeting = new Map<number, AskedTrial[]>()
  const failing = new Set<string>()
  for (const { rule, each } of trials) {
    switchboard.met.clear()
    if (attempt(() => each.run(rule)) !== true) {
      failing.add(rule.id)
      continue
    }
    const met = [...switchboard.met]
    const asked: AskedTrial = {
      holds: () => attempt(() => each.run(rule)) === true,
      finds: () => attempt(() => each.finds(rule)),
      found: each.finds(rule),
      isThreat: rule.lenses.includes('threat'),
    }
    for (const id of met) meeting.set(id, [...(meeting.get(id) ?? []), asked])
  }
  return { meeting, failing }
}

/** Code that throws, or never ends, answers nothing. */
function attempt(ask: () => boolean): boolean | undefined {
  try {
    switchboard.asked = 0
    return ask()
  } catch {
    return undefined
  }
}
