import type { Design } from '../../design/design.ts'
import { estimateDesign } from '../../estimate/estimate-design.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { buildLineage } from '../../graph/build-lineage.ts'
import { kinds } from '../../kinds/index.ts'
import { input, type InputNode } from '../../kinds/formula/formula.ts'
import { products } from '../../kinds/products/index.ts'
import { verifyRequirements } from '../../requirements/verify.ts'
import type { Finding, QuestionGroup } from '../finding.ts'
import { type RuleRun, runRules } from '../run.ts'
import type { Rule } from '../rule.ts'

const today = '2026-11-21'

/**
 * One dollar a unit for everything, but for a product that nobody knows a price of: what a rule says must not hang on a
 * price book. One product goes out of service in a few weeks.
 */
export const flatPrices = {
  date: today,
  find: (item: string, product?: string): InputNode => {
    const node = input(item, 1, 'USD', { from: 'price', source: 'flat', asOf: today })
    return product === 'nobody/unpriced' ? { ...node, value: 0, missing: true } : node
  },
  retiredOn: (product: string): string | undefined => (product === 'nobody/soon-gone' ? '2027-01-31' : undefined),
}

/** What the given rules say about a design. */
export function inspect(
  design: Design,
  rules: readonly Rule[],
): { readonly findings: readonly Finding[]; readonly questions: readonly QuestionGroup[] } {
  const known = readings.get(design) ?? read(design)
  readings.set(design, known)
  return runRules({ rules, ...known, today })
}

type Reading = Pick<RuleRun, 'graph' | 'lineage' | 'estimate' | 'requirements'>

/** Many tests ask many rules about the same fixture: it is read once. */
const readings = new WeakMap<Design, Reading>()

function read(design: Design): Reading {
  const graph = buildGraph(design, kinds, products)
  const lineage = buildLineage(graph)
  const estimate = estimateDesign(graph, flatPrices)
  return { graph, lineage, estimate, requirements: verifyRequirements({ graph, lineage, estimate }, today) }
}
