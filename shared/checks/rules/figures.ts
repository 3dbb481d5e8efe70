import type { Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { groupBy } from '../../design/group-by.ts'
import type { LedgerEntry } from '../../estimate/estimate-parts.ts'
import { azure, nist } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'

const pointEstimate = defineRule({
  id: 'GOV-11',
  lenses: ['check'],
  title: 'A figure that decides much has no range and no source',
  severity: 'low',
  topic: 'governance',
  why: 'One number looks like knowledge. With a lowest, a highest and a name beside it people can plan for both ends.',
  references: [...azure('CO:02'), ...nist('MAP 2.3')],
  // A stated number without a band gets 10 % either way: what moves a headline nearly as far decides it.
  thresholds: { influence: 0.09 },
  falsePositive: 'The number is fixed by contract or law: then name that as its source.',
  *check(context) {
    const { graph, estimate, thresholds } = context
    // Until somebody has a budget, or all is stated, a number is a sketch: nobody decides by it yet.
    if (!hasBudget(graph) && !context.complete('governance')) return
    const least = thresholds['influence'] ?? 0
    const bare = estimate.ledger.filter(
      (entry): entry is LedgerEntry & { on: Id } =>
        // A default names its source: without one it is somebody's word.
        entry.on !== undefined &&
        entry.provenance.source === undefined &&
        entry.usualBand === true &&
        entry.influence >= least,
    )
    for (const [on, entries] of groupBy(bare, (entry) => entry.on)) {
      const labels = entries.map(({ label }) => inSentence(label))
      yield {
        type: 'found',
        anchors: [on],
        problem: `${graph.name(on)}: a headline hangs on the ${listWords(labels)}, and nobody has said how low or high, or who says so.`,
        fix: `Give the lowest and highest value that you would bet on, and where they come from.`,
      }
    }
  },
})

function hasBudget({ design }: Graph): boolean {
  const isAsked = (design.requirements ?? []).some(({ metric }) => metric.startsWith('cost.'))
  return isAsked || known(design.context?.['monthlyBudgetUsd']) !== undefined
}

/** "Share: refund" is the share of "refund". */
function inSentence(label: string): string {
  const words = label.replace(/^([^:]+): (.+)$/u, '$1 of "$2"')
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** How well the figures of the estimate are founded. */
export const figures: readonly Rule[] = [pointEstimate]
