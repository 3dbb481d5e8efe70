import { known } from '../design/value.ts'
import { defineRule, type Outcome, type Rule, type RuleContext } from '../findings/rule.ts'
import { findProduct } from '../kinds/products/index.ts'
import { technologyRuleId } from './own-rules.ts'
import type { Standards } from './standards.ts'
import { type Standing, standingOf } from './technology-standing.ts'

/** STD-02: a product that the list does not allow. Undefined when there is no list. */
export function technologyRule(standards: Standards): Rule | undefined {
  const { technologies = [], exhaustive } = standards
  if (technologies.length === 0 && exhaustive !== true) return undefined
  return defineRule({
    id: technologyRuleId,
    lenses: ['check'],
    title: 'A technology deviates from the list',
    severity: 'medium',
    topic: 'governance',
    why: 'What is not on the list is nobody else’s to run, to secure or to buy: using it takes an exception that somebody signs.',
    references: [],
    falsePositive: 'An exception was granted: then record it as accepted, with its end.',
    *check(context) {
      for (const component of context.graph.components) {
        const product = known(component.product)
        if (product === undefined || component.outOfScope !== undefined) continue
        const standing = standingOf(product, standards, context.today)
        if (standing !== undefined && standing.status !== 'approved')
          yield judge(context, component.id, product, standing)
      }
    },
  })
}

function judge(context: RuleContext, id: string, product: string, { status, isOver: over, line }: Standing): Outcome {
  const name = context.graph.name(id)
  const title = findProduct(product)?.title ?? product
  if (status === 'unlisted' && !context.complete('governance', id)) {
    return {
      type: 'asked',
      on: id,
      field: `topic.technology.${product}`,
      text: `${name}: is ${title} approved? It is not on the technology list.`,
      ask: 'Enterprise architecture',
      group: { label: `${title}, which is not on the technology list`, noun: ['component', 'components'] },
    }
  }
  const instead = line?.instead === undefined ? '' : `Use ${line.instead} instead, or ask`
  const ask = `${instead === '' ? 'Choose another, or ask' : instead} ${line?.approver ?? line?.owner ?? 'who keeps the list'} for an exception.`
  const reason = line?.reason === undefined ? '' : ` ${line.reason.replace(/\.?$/u, '.')}`
  const isTolerated = status === 'tolerated' && !over
  return {
    type: 'found',
    anchors: [id],
    problem: `${name} is ${title}, which is ${statusWords(status, over, line?.until)}.${reason}`,
    fix: ask,
    ...(isTolerated ? { severity: 'low' as const } : {}),
    facts: { technology: line?.name ?? product, status: over ? 'over' : status },
    cause: `${technologyRuleId} ${product}`,
  }
}

function statusWords(status: Standing['status'], over: boolean, until: string | undefined): string {
  if (status === 'unlisted') return 'not on the technology list'
  if (status !== 'tolerated') return status
  if (over) return `no longer tolerated since ${until ?? ''}`
  return until === undefined ? 'only tolerated' : `tolerated until ${until}`
}
