import { nouns } from '../collections.ts'
import { manualThreatRule, requirementRule, type Requirement, type Treatment } from '../design.ts'
import { known } from '../value.ts'
import type { MetricShape } from '../vocabulary.ts'
import { capital, describeValue, didYouMean, withArticle } from '../wording.ts'
import type { Context, Invariant } from './invariant.ts'

/** E20: what is required can be measured there, and compared with the target. */
export const metricsFit: Invariant = {
  code: 'E20',
  holds: 'Metrics are known, and are measured where they can be, against a target of their type.',
  *check(context) {
    const { design, vocabulary, the } = context
    for (const [index, requirement] of (design.requirements ?? []).entries()) {
      const path = `requirements[${index}]`
      const { metric, id } = requirement
      const shape = vocabulary.metric(metric)
      if (!shape) {
        if (vocabulary.metricIds.length === 0) continue
        const sentence = `${capital(the(id))} measures "${metric}", which is no known metric.${didYouMean(metric, vocabulary.metricIds)}`
        yield { sentence, path: `${path}.metric`, element: id }
        continue
      }
      for (const remark of scopeRemarks(context, requirement, shape)) {
        yield { sentence: remark.sentence, path: `${path}.${remark.path}`, element: id }
      }
      for (const field of ['target', 'stretch'] as const) {
        const target = known(requirement[field])
        if (target === undefined || fits(target, shape.target)) continue
        yield {
          sentence: `${capital(the(id))}: the ${field} of "${metric}" is ${describeValue(target)}; it takes ${typeWords[shape.target]}.`,
          path: `${path}.${field}`,
          element: id,
        }
      }
    }
  },
}

const typeWords = { number: 'a number', boolean: 'true or false', text: 'a text', list: 'a list of texts' }

function fits(target: unknown, type: MetricShape['target']): boolean {
  if (type === 'list') return Array.isArray(target)
  return typeof target === (type === 'text' ? 'string' : type)
}

function* scopeRemarks(
  { collectionOf, name }: Context,
  { on, metric }: Requirement,
  { scopes }: MetricShape,
): Iterable<{ sentence: string; path: string }> {
  const measured = listed(
    scopes.map((scope) => (scope === 'flows' ? 'arrows' : scope === 'design' ? 'the whole design' : scope)),
  )
  for (const [position, id] of (on ?? []).entries()) {
    const collection = collectionOf.get(id)
    // What is not there is E2's affair; a boundary stands for its components, a workload for its actions.
    if (collection === undefined || scopes.some((scope) => scope === collection)) continue
    if (collection === 'boundaries' && scopes.includes('components')) continue
    if (collection === 'workloads' && scopes.includes('actions')) continue
    yield {
      sentence: `"${metric}" is measured on ${measured}; ${name(id)} is ${withArticle(nouns[collection])}.`,
      path: `on[${position}]`,
    }
  }
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** Rules that are no checks: what a decision under them is about, in words. */
const spokenRules: Readonly<Record<string, string>> = {
  [requirementRule]: 'a requirement',
  [manualThreatRule]: 'a threat that somebody wrote down',
}

/** W22: what was decided about a finding still has something to hold on to. */
export const treatmentsHold: Invariant = {
  code: 'W22',
  holds: 'Treatments name rules and elements that exist; an accepted finding has an approver and an end.',
  *check({ design, vocabulary, fileIds, inVariant }) {
    if (inVariant) return
    for (const [index, treatment] of (design.treatments ?? []).entries()) {
      const path = `treatments[${index}]`
      const what = `The ${treatment.response === 'accept' ? 'waiver' : 'treatment'} of ${spokenRules[treatment.rule] ?? treatment.rule}`
      const element = treatment.id
      if (vocabulary.ruleIds && !vocabulary.ruleIds.includes(treatment.rule)) {
        const sentence = `${what} is about a rule that is not known here; it has no effect.${didYouMean(treatment.rule, vocabulary.ruleIds)}`
        yield { sentence, path: `${path}.rule`, element }
      }
      const missing = treatment.on.findIndex((id) => !fileIds.has(id))
      if (missing >= 0) {
        const sentence = `${what} refers to something that was removed; it no longer hides anything.`
        yield { sentence, path: `${path}.on[${missing}]`, element }
      }
      if (treatment.variant !== undefined && !fileIds.has(treatment.variant)) {
        const sentence = `${what} was signed for a variant that was removed; it no longer hides anything.`
        yield { sentence, path: `${path}.variant`, element }
      }
      const lacks = missingSignature(treatment)
      if (lacks) yield { sentence: `${what} ${lacks}`, path, element }
    }
  },
}

function missingSignature(treatment: Treatment): string | undefined {
  if (treatment.response !== 'accept') return undefined
  if (treatment.approver === undefined) return 'has no approver. Say who accepts the risk.'
  return treatment.until === undefined ? 'has no end. Say until when the risk is accepted.' : undefined
}
