import type { Requirement } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { iso42001, nist } from '../../findings/refer.ts'
import { defineRule, type Rule } from '../../findings/rule.ts'
import { listWords } from '../../findings/wording.ts'
import { findMetric } from '../../requirements/metrics/index.ts'
import { isUsualStart } from '../../requirements/sets/requirement-set.ts'
import { isWaived } from '../../requirements/waiver.ts'
import { joined } from '../at-work.ts'
import { askEvaluation, askRecords } from '../topic-questions.ts'

const unmeasurable = defineRule({
  id: 'EVL-09',
  lenses: ['check'],
  title: 'Nothing can measure a requirement on quality',
  severity: 'medium',
  topic: 'evaluation',
  why: 'What nobody can measure is neither met nor missed: it is argued about after the release.',
  references: [...nist('MAP 2.3', 'MEASURE 2.3'), ...iso42001('A.6.2.2')],
  falsePositive: 'It is measured by hand, by people who are not drawn: then link what they found.',
  *check(context) {
    const { graph } = context
    if (joined(graph, graph.with('evaluates')).length > 0) return
    for (const requirement of graph.design.requirements ?? []) {
      const metric = findMetric(requirement.metric)
      const isMeasured = (requirement.evidence ?? []).length > 0
      if (metric?.verification !== 'evidence' || isMeasured || isWaived(context.requirements, requirement.id)) continue
      const name = requirement.name ?? metric.title
      if (!context.complete('evaluation')) {
        yield askEvaluation(context, requirement.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [requirement.id],
        problem: `"${name}" asks for ${metric.title.toLowerCase()}, and nothing on the drawing measures it.`,
        fix: `Draw the evaluation that measures it, or link a result with its day.`,
        severity: requirement.priority === 'must' ? 'medium' : 'low',
      }
    }
  },
})

const incompleteRequirement = defineRule({
  id: 'GOV-07',
  lenses: ['check'],
  title: 'A requirement is incomplete',
  severity: 'low',
  topic: 'governance',
  why: 'A number that nobody stands behind is the first to be forgotten, and a wish without a number cannot be missed.',
  references: [...iso42001('A.6.2.2'), ...nist('MAP 2.3')],
  falsePositive: 'The source is the contract that the whole design answers to: then name it once for each.',
  *check(context) {
    const { graph } = context
    for (const requirement of graph.design.requirements ?? []) {
      const lacks = lacksOf(requirement)
      if (lacks.length === 0) continue
      const name = requirement.name ?? findMetric(requirement.metric)?.title ?? 'a requirement'
      if (!context.complete('governance')) {
        yield askRecords(context, requirement.id)
        continue
      }
      yield {
        type: 'found',
        anchors: [requirement.id],
        problem: `"${name}" has no ${listWords(lacks)}.`,
        fix: `State who asks for it, and the number below which it is not met.`,
      }
    }
  },
})

/** An owner stands behind it as well as a source does; a number that came with a set has neither. */
function lacksOf(requirement: Requirement): readonly string[] {
  const { source, owner, target } = requirement
  const isEmpty = (text: string | undefined): boolean => (text ?? '').trim() === ''
  const isAsked = !isEmpty(source) && !isUsualStart(requirement)
  return [...(!isAsked && isEmpty(owner) ? ['source'] : []), ...(known(target) === undefined ? ['target'] : [])]
}

/** What is asked of the system: whether it can be told that it is met, and who asks. */
export const requirements: readonly Rule[] = [unmeasurable, incompleteRequirement]
