import { requirementRule } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import { askSetting, hasField, stand } from '../../findings/standing.ts'
import { isExpired, treatmentsOf } from '../../findings/treat.ts'
import { count, listNames } from '../../findings/wording.ts'
import { asi, cwe, gdpr, iso42001, nist } from '../../findings/refer.ts'

const directModelAccess = defineRule({
  id: 'SEC-08',
  lenses: ['check'],
  title: 'The client calls the model or the index itself',
  severity: 'medium',
  topic: 'access',
  why: 'Keys in a client are public, and every limit, guard and log is then optional.',
  references: [...cwe('CWE-501'), ...asi('ASI03')],
  falsePositive: 'The key is short-lived, made for this person, and the rules stand behind the address that is called.',
  *check({ graph }) {
    for (const flow of graph.flows) {
      const isClient = graph.has(flow.caller, 'client') || graph.has(flow.caller, 'person')
      const isInner = graph.has(flow.callee, 'generates-text') || graph.has(flow.callee, 'answers-search')
      if (!isClient || !isInner || flow.mode === 'offline') continue
      yield {
        type: 'found',
        anchors: [flow.caller, flow.callee],
        elements: [flow.id],
        problem: `${graph.name(flow.caller)} calls ${graph.name(flow.callee)} directly.`,
        fix: `Put a service between ${graph.name(flow.caller)} and ${graph.name(flow.callee)} that holds the key and the rules.`,
        cause: `direct ${flow.id}`,
      }
    }
  },
})

const keptForever = defineRule({
  id: 'PRV-11',
  lenses: ['check'],
  title: 'Personal data are kept without an end',
  severity: 'medium',
  topic: 'privacy',
  linddun: ['Nc'],
  why: 'What is kept longer than needed can still leak, and has to be found and deleted on request.',
  references: [...gdpr('Art. 5(1)(e)')],
  falsePositive: 'A law asks to keep them: then state that time.',
  *check(context) {
    const { graph, lineage } = context
    for (const store of graph.with('stores-data')) {
      if (!hasField(context, store, 'retentionDays')) continue
      const written = lineage
        .into(store.id)
        .filter((call) => call.does.includes('write'))
        .flatMap((call) => call.carried.map((each) => each.asset))
      const kept = [...new Set([...(store.holds ?? []), ...written])].toSorted()
      const personal = kept.filter((asset) => isPersonal(graph, asset) === true)
      if (personal.length === 0) continue
      const days = graph.settings(store).number('retentionDays')
      const byData = personal.every((asset) => known(graph.asset(asset)?.facts?.['retentionDays']) !== undefined)
      const isGood = byData ? true : days === undefined ? undefined : days > 0
      const control = controlInPlace(graph, ['retention-limit'], [store.id])
      const standing = stand(context, 'privacy', isGood, graph.stated(store, 'retentionDays'), store.id)
      if (standing === 'unknown' && control === undefined) yield askSetting(context, store, 'retentionDays')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [store.id],
        problem: `${store.name} keeps ${listNames(graph, personal)}, and nothing says for how long.`,
        fix: `Set a time for ${store.name} and a job that deletes.`,
        quickFix: {
          label: 'Plan 180 days',
          patch: { components: { [store.id]: { settings: { retentionDays: 180 } } } },
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const tooFewOptions = defineRule({
  id: 'GOV-05',
  lenses: ['check'],
  title: 'Fewer than three options were weighed',
  severity: 'low',
  topic: 'governance',
  why: 'Two options are a yes or no. The third is often the one that nobody had an interest in.',
  references: [...iso42001('A.6.2.3')],
  thresholds: { options: 3 },
  *check({ graph, thresholds }) {
    const wanted = thresholds['options'] ?? 3
    for (const decision of graph.design.decisions ?? []) {
      const isAlive = decision.status === 'accepted' || decision.status === 'proposed'
      if (!isAlive || decision.options.length >= wanted) continue
      yield {
        type: 'found',
        anchors: [decision.id],
        elements: [...(decision.about ?? [])],
        problem: `"${decision.name}" weighs ${count(decision.options.length, 'option')}.`,
        fix: `Add the option to do nothing, or the one that was dismissed first.`,
      }
    }
  },
})

const staleWaiver = defineRule({
  id: 'GOV-06',
  lenses: ['check'],
  title: 'A waiver has run out or belongs to nobody',
  severity: 'medium',
  topic: 'governance',
  why: 'An accepted risk is accepted by somebody, for a time. After that it is only a risk.',
  references: [...nist('GOVERN 1.4')],
  *check(context) {
    const waivers = treatmentsOf(context.graph.design).filter(({ response }) => response === 'accept')
    const inForce = new Set(waivers.filter((each) => lacksOf(context, each) === undefined).map(subjectKey))
    for (const treatment of waivers) {
      const lacks = lacksOf(context, treatment)
      // Of one that was renewed nobody needs to hear.
      if (lacks === undefined || inForce.has(subjectKey(treatment))) continue
      yield {
        type: 'found',
        anchors: [treatment.id],
        elements: [...treatment.on],
        problem: `The waiver of ${subjectOf(context, treatment)} ${lacks}.`,
        fix: 'Renew it with a name and a date, or mend what it hides.',
        severity: isExpired(treatment, context.today) ? 'medium' : 'low',
      }
    }
  },
})

function subjectKey({ rule, on }: Parameters<typeof isExpired>[0]): string {
  return [rule, ...on].join(' ')
}

/** A requirement needs no name of its own, and an id is none. */
function subjectOf({ graph }: RuleContext, { rule, on }: Parameters<typeof isExpired>[0]): string {
  if (rule !== requirementRule) return `${rule} on ${listNames(graph, on)}`
  const isNamed = graph.design.requirements?.some(({ id, name }) => on.includes(id) && name !== undefined)
  return isNamed === true ? listNames(graph, on) : 'a requirement'
}

function lacksOf({ today }: RuleContext, treatment: Parameters<typeof isExpired>[0]): string | undefined {
  if (isExpired(treatment, today)) return `ended on ${treatment.until}`
  if (treatment.approver === undefined) return 'names nobody who approved it'
  return treatment.until === undefined ? 'has no end' : undefined
}

export const governance: readonly Rule[] = [directModelAccess, keptForever, tooFewOptions, staleWaiver]
