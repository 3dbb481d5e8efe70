import type { Baseline, Condition } from '../../design/design.ts'
import { shorten } from '../../design/wording.ts'
import { iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'

const openCondition = defineRule({
  id: 'GOV-12',
  lenses: ['check'],
  title: 'A condition of the review board is open',
  severity: 'medium',
  topic: 'governance',
  why: 'The board said yes on a condition. While it is open, the yes is not there yet.',
  references: [...nist('GOVERN 1.4'), ...iso42001('A.6.2.4')],
  falsePositive: 'It was met, and nobody has written that down.',
  *check({ graph, today }) {
    for (const baseline of graph.design.baselines ?? []) {
      for (const condition of baseline.conditions ?? []) {
        if (condition.status !== 'open') continue
        const isOverdue = condition.due !== undefined && condition.due < today
        yield {
          type: 'found',
          anchors: [baseline.id, condition.id],
          elements: [...(condition.about ?? [])],
          problem: problemOf(baseline, condition, isOverdue),
          fix: 'Meet it and say so with evidence, or ask the board to drop it.',
          severity: isOverdue ? 'medium' : 'low',
        }
      }
    }
  },
})

function problemOf({ name }: Baseline, { text, owner, due }: Condition, isOverdue: boolean): string {
  const words = `"${shorten(text.replace(/[.\s]+$/u, ''), 160)}", set for ${shorten(name)},`
  const when = due === undefined ? 'is open and has no date' : `${isOverdue ? 'was' : 'is'} due on ${due}`
  return `${words} ${when}${owner === undefined ? '; nobody owns it' : ` (${owner})`}.`
}

export const board: readonly Rule[] = [openCondition]
