import type { Component, DataAsset, Id } from '../../design/design.ts'
import { known, truth } from '../../design/value.ts'
import { arrivalsAt } from '../../findings/arrivals.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { askFact, holdersOf, statedFact } from '../../findings/data-facts.ts'
import { aiAct, atlas, gdpr, iso42001, linddun, llm, nist, nistAml } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { isPersonal } from '../../findings/sensitivity.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { count, listNames, listWords } from '../../findings/wording.ts'
import { dpiaCriteria } from '../../governance/dpia-criteria.ts'

const noLegalGround = defineRule({
  id: 'PRV-06',
  lenses: ['check'],
  title: 'Sensitive data about people without a legal ground',
  severity: 'medium',
  topic: 'privacy',
  linddun: ['Nc'],
  why: 'Health, beliefs, origin or biometrics may not be processed at all unless one of the ten grounds of the law holds.',
  references: [...gdpr('Art. 9'), ...linddun('Nc')],
  falsePositive: 'The ground is on file elsewhere: then name it here.',
  *check(context) {
    const { graph } = context
    for (const asset of specialInUse(context)) {
      const stated = statedFact(asset, 'lawfulBasis')
      const basis = known(stated)
      const holders = holdersOf(graph, asset.id)
      const isGood = basis === undefined ? undefined : basis !== 'none'
      const standing = stand(context, 'privacy', isGood, stated, holders[0])
      if (standing === 'unknown') yield askFact(asset, 'lawfulBasis')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [asset.id],
        elements: holders,
        problem: `${asset.name} is special personal data, and ${basis === 'none' ? 'no ground for using it was found' : 'no ground for using it is stated'}.`,
        fix: `Settle with the data protection officer on which ground ${asset.name} may be used, or leave it out.`,
      }
    }
  },
})

/** Special personal data, as stated, that travel or are kept. */
function specialInUse({ graph, lineage }: RuleContext): readonly DataAsset[] {
  const special = (graph.design.data ?? []).filter((asset) => known(asset.personal) === 'special')
  if (special.length === 0) return []
  const used = new Set([
    ...lineage.calls.flatMap((call) => call.carried.flatMap((each) => [each.asset, ...each.origins])),
    ...graph.components.flatMap((component) => component.holds ?? []),
  ])
  return special.filter((asset) => used.has(asset.id))
}

const missingAssessment = defineRule({
  id: 'PRV-07',
  lenses: ['check'],
  title: 'An impact assessment is due',
  severity: 'medium',
  topic: 'privacy',
  linddun: ['Nc'],
  why: 'Where two of the nine criteria of the data protection authorities meet, the law wants the risk to people weighed before the system runs.',
  references: [...gdpr('Art. 35'), ...iso42001('A.5.4'), ...nist('MEASURE 2.10')],
  falsePositive: 'The officer has decided that none is needed: then say so in the context of the design.',
  thresholds: { criteria: 2, people: 100_000 },
  *check(context) {
    const { graph, thresholds } = context
    const { euNexus, impactAssessment: stated } = graph.design.context ?? {}
    if (truth(euNexus) === false) return
    const { processors, assets, criteria } = dpiaCriteria(context, thresholds['people'] ?? 100_000)
    const [processor] = processors
    const wanted = thresholds['criteria'] ?? 2
    if (processor === undefined || criteria.length < wanted) return
    const assessment = known(stated)
    const isGood = assessment === undefined ? undefined : assessment === 'done' || assessment === 'notNeeded'
    if (isGood === true) return
    if (truth(euNexus) === undefined) {
      yield {
        type: 'asked',
        on: graph.design.id,
        field: 'context.euNexus',
        text: 'Is it used in the EU, or on people there?',
        ask: 'Legal',
      }
      return
    }
    const standing = stand(context, 'privacy', isGood, stated)
    if (standing === 'unknown') {
      yield {
        type: 'asked',
        on: graph.design.id,
        field: 'context.impactAssessment',
        text: 'How far is the data protection impact assessment?',
        ask: 'Data protection officer',
      }
    }
    if (standing !== 'bad') return
    const words = listWords(criteria.map((each) => each.words))
    const sources = sourcesOf(context, assets)
    yield {
      type: 'found',
      anchors: [processor.id],
      elements: [...new Set([...processors.map(({ id }) => id), ...criteria.flatMap((each) => each.elements)])],
      problem: `${listNames(graph, sources)} ${sources.length === 1 ? 'meets' : 'meet'} ${count(criteria.length, 'criterion', 'criteria')} of nine (${words}), and the assessment is ${assessment === 'inProgress' ? 'not finished' : 'not begun'}.`,
      fix: 'Make the assessment with the data protection officer before people are affected, and link it here.',
      ...(assessment === 'inProgress' ? { severity: 'low' as const } : {}),
      facts: { criteria: String(criteria.length) },
    }
  },
})

/** Data are known by the name of what they were made from. */
function sourcesOf({ graph }: RuleContext, assets: readonly Id[]): readonly Id[] {
  const sources = assets.flatMap((asset) => {
    const roots = graph.rootsOf(asset).filter((root) => isPersonal(graph, root) === true)
    return roots.length > 0 ? roots : [asset]
  })
  return [...new Set(sources)].toSorted()
}

const realPeopleInTests = defineRule({
  id: 'PRV-09',
  aliases: ['TRN-02'],
  lenses: ['check', 'threat'],
  title: 'Real people in tests and training sets',
  severity: 'medium',
  topic: 'privacy',
  linddun: ['L', 'I'],
  why: 'People gave their data for a service, not for experiments; and who tests or trains sees more of them, for longer, behind weaker doors.',
  stride: 'I',
  references: [
    ...gdpr('Art. 5(1)(b)', 'Art. 32'),
    ...linddun('L', 'I'),
    ...llm('LLM02'),
    ...atlas('T0024.000'),
    ...nistAml('NISTAML.033', 'NISTAML.037'),
  ],
  falsePositive: 'The model has to know the person, and people were told: then accept it with the reason.',
  verify: 'Ask the trained model, or search the test set, for a person whose data went in: nothing may point at them.',
  closedBy: ['redact-before-write', 'mask-before-send'],
  *check(context) {
    const { graph } = context
    for (const workshop of graph.components) {
      if (!hasField(context, workshop, 'deIdentified')) continue
      const arrived = arrivalsAt(context, workshop.id).filter(
        ({ isMasked, asset }) => !isMasked && isPersonal(graph, asset) === true,
      )
      if (arrived.length === 0) continue
      const control = controlInPlace(
        graph,
        ['redact-before-write', 'mask-before-send'],
        [workshop.id, ...arrived.map(({ flow }) => flow)],
      )
      const standing = standSetting(context, 'privacy', workshop, 'deIdentified')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, workshop, 'deIdentified')
      if (standing !== 'bad') continue
      const names = listNames(
        graph,
        arrived.map(({ asset }) => asset),
      )
      yield {
        type: 'found',
        anchors: [workshop.id],
        elements: [...new Set(arrived.flatMap(({ flow, from }) => [flow, from]))],
        problem: `${workshop.name} works with ${names} as they are, names included.`,
        fix: `Give ${workshop.name} made-up data, or take out of ${names} what points at a person.`,
        remedy: {
          control: 'redact-before-write',
          title: `Redact before ${workshop.name}`,
          at: workshop.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to remove what points at people',
          patch: { components: { [workshop.id]: { settings: { deIdentified: true } } } },
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const recordedUnaware = defineRule({
  id: 'PRV-12',
  lenses: ['check'],
  title: 'Voices are recorded without consent',
  severity: 'medium',
  topic: 'privacy',
  linddun: ['U'],
  why: 'A recorded voice is personal data of everybody who speaks, the other side of the call included, and in many places it may not be kept without their word.',
  references: [...gdpr('Art. 13'), ...aiAct('Art. 50'), ...linddun('U')],
  falsePositive: 'Only the person who pressed the button speaks, and knows.',
  *check(context) {
    const { graph } = context
    for (const recorder of recordersAtWork(context)) {
      const standing = standSetting(context, 'privacy', recorder, 'consent')
      if (standing === 'unknown') yield askSetting(context, recorder, 'consent')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [recorder.id],
        elements: graph.callsTo(recorder.id).map((flow) => flow.caller),
        problem: `${recorder.name} writes down what people say who were not asked.`,
        fix: `Tell people before ${recorder.name} listens, and let them refuse.`,
      }
    }
  },
})

function recordersAtWork(context: RuleContext): readonly Component[] {
  return context.graph.components.filter(
    (component) => hasField(context, component, 'consent') && context.lineage.into(component.id).length > 0,
  )
}

export const personalData: readonly Rule[] = [noLegalGround, missingAssessment, realPeopleInTests, recordedUnaware]
