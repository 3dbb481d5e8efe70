import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGraph } from '../shared/analyse.ts'
import type { Design } from '../shared/design/design.ts'
import { estimateDesign } from '../shared/estimate/estimate-design.ts'
import type { Estimate } from '../shared/estimate/estimate.ts'
import { runRules, type RuleRun } from '../shared/findings/run.ts'
import { buildLineage } from '../shared/graph/build-lineage.ts'
import { openPriceBook } from '../shared/prices/price-book.ts'
import { verifyRequirements } from '../shared/requirements/verify.ts'
import { rules } from '../shared/rules.ts'
import { median, type Measure, type Measurement } from './bench.ts'
import { drawingOf } from './drawing.ts'

const today = '2026-11-21'
type Reading = Omit<RuleRun, 'rules'>

/**
 * All rules together on templates and drawings of growing size, without what they read (graph, lineage, numbers,
 * verdicts). Each turn is of a design that no rule has seen, so that nothing that rules remember of a graph answers.
 */
export const measure: Measure = ({ root }) => {
  const prices = JSON.parse(readFileSync(join(root, 'resources/prices/price-book.json'), 'utf8')) as object
  const book = openPriceBook(prices, [], today)
  const read = (design: Design): Reading => {
    const graph = readGraph(structuredClone(design))
    const lineage = buildLineage(graph)
    const estimate = estimateDesign(graph, book)
    explain(estimate)
    return { graph, lineage, estimate, requirements: verifyRequirements({ graph, lineage, estimate }, today), today }
  }
  const folder = join(root, 'resources/templates')
  const templates = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Design)
  return [
    ...templates.flatMap((design) => measureRules(`All ${rules.length} rules on "${design.name}"`, () => read(design))),
    ...[50, 500].flatMap((size) => [
      ...measureRules(`All ${rules.length} rules on a drawing of ${size} components`, () => read(drawingOf(size))),
      ...measureRules(`All rules on the same, all topics marked complete`, () => read(completed(drawingOf(size)))),
      ...slowest(size, () => read(completed(drawingOf(size)))),
    ]),
  ]
}

/** What explains the numbers is worked out when it is first read, and measured with the estimate. */
function explain({ tornados, ledger, buildOrBuy, capacity }: Estimate): unknown {
  return [tornados, ledger, buildOrBuy, capacity]
}

/** The median as everywhere, and the least: on a machine that does other work it is nearer to what the rules take. */
function measureRules(what: string, read: () => Reading, turns = 15): readonly Measurement[] {
  const times = timesOfRules(rules, read, turns)
  return [
    { what, value: median(times), unit: 'ms' },
    { what: `  least of ${turns} turns`, value: Math.min(...times), unit: 'ms' },
  ]
}

function timesOfRules(asked: RuleRun['rules'], read: () => Reading, turns: number): readonly number[] {
  const times: number[] = []
  for (let turn = 0; turn < turns + 3; turn += 1) {
    const reading = read()
    const start = performance.now()
    runRules({ ...reading, rules: asked })
    times.push(performance.now() - start)
  }
  return times.slice(3)
}

/** The rules that take longest, each asked alone. */
function slowest(size: number, read: () => Reading): readonly Measurement[] {
  const reading = read()
  const times = rules.map((rule) => ({
    what: `  ${rule.id} alone, ${size} components, all topics complete`,
    value: Math.min(...timesOfRules([rule], () => reading, 7)),
    unit: 'ms' as const,
  }))
  return times.toSorted((a, b) => b.value - a.value).slice(0, 5)
}

function completed(design: Design): Design {
  const topics = [...new Set(rules.map((rule) => rule.topic))]
  return { ...design, context: { ...design.context, complete: topics } }
}
