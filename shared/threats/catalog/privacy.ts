import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { leavesForOthers } from '../../findings/party.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askPersonal, isPersonal, sensitivityOf } from '../../findings/sensitivity.ts'
import { askSetting, askTopic, standSetting } from '../../findings/standing.ts'
import { trailOf } from '../../findings/trail.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { Carried, CarriedCall } from '../../graph/lineage.ts'
import { atlas, cwe, gdpr, linddun, llm } from '../../findings/refer.ts'

/** Root assets and views in what is carried that people would mind, each once. */
export function privateIn({ graph }: RuleContext, carried: readonly Carried[]): readonly Id[] {
  const ids = [...new Set(carried.flatMap((each) => [each.asset, ...each.origins]))].toSorted()
  const found = ids.filter((id) => sensitivityOf(graph, id).isPrivate === true)
  const roots = found.filter((id) => graph.rootsOf(id).includes(id))
  return roots.length > 0 ? roots : found
}
function personalIn({ graph }: RuleContext, carried: readonly Carried[]): readonly Id[] {
  const ids = [...new Set(carried.flatMap((each) => [each.asset, ...each.origins]))].toSorted()
  const found = ids.filter((id) => isPersonal(graph, id) === true)
  const roots = found.filter((id) => graph.rootsOf(id).includes(id))
  return roots.length > 0 ? roots : found
}

/** Components that another organisation runs, with the calls into them. */
function callsToVendors({
  graph,
  lineage,
}: RuleContext): readonly { vendor: Component; calls: readonly CarriedCall[] }[] {
  return graph.with('vendor-hosted').map((vendor) => ({ vendor, calls: lineage.into(vendor.id) }))
}

/** Calls by which data leave for another party: a vendor, or an organisation that is not ours. */
function callsToOthers({ graph, lineage }: RuleContext): readonly CarriedCall[] {
  const leaving = new Set(graph.flows.filter((flow) => leavesForOthers(graph, flow)).map(({ id }) => id))
  return graph.components.flatMap(({ id }) => lineage.into(id).filter(({ flow }) => leaving.has(flow)))
}

/** Roots that reach a vendor or a log and of which nobody said whether they speak about people. */
function* askedAboutPeople(context: RuleContext, carried: readonly Carried[]) {
  const { graph } = context
  const roots = [...new Set(carried.flatMap((each) => each.origins))].toSorted()
  for (const root of roots) {
    const asset = graph.asset(root)
    const isOpen =
      asset !== undefined && isPersonal(graph, root) === undefined && known(asset.classification) !== 'public'
    if (isOpen && asset.type !== 'prompt' && asset.type !== 'code') yield askPersonal(asset)
  }
}

const unmaskedToVendor = defineRule({
  id: 'PRV-01',
  aliases: ['PRV-05'],
  lenses: ['threat', 'check'],
  title: 'Personal data go to another party as they are',
  severity: 'medium',
  topic: 'privacy',
  stride: 'I',
  linddun: ['Dd', 'Nc'],
  why: 'What another party never received it cannot lose, keep or be asked for. Most questions can be answered without names.',
  references: [...llm('LLM02'), ...linddun('Dd', 'Nc'), ...atlas('T0057'), ...gdpr('Art. 5(1)(c)')],
  falsePositive: 'The answer needs the person: then accept it and name the contract.',
  verify: 'Send a made-up name and number through, and read the request as it arrived: neither may be there.',
  closedBy: ['mask-before-send'],
  *check(context) {
    const { graph } = context
    const leaving = callsToOthers(context)
    const bare = leaving.filter((call) => unmasked(call).length > 0)
    for (const call of leaving) yield* askedAboutPeople(context, call.carried)
    for (const caller of new Set(bare.map((call) => call.caller))) {
      const calls = bare.filter((call) => call.caller === caller)
      const vendors = calls.map((call) => call.callee)
      const control = controlInPlace(
        graph,
        ['mask-before-send'],
        [caller, ...vendors, ...calls.map((call) => call.flow)],
      )
      const byGateway = graph.settings(caller).truth('redaction')
      if (byGateway === true) continue
      if (!context.complete('privacy') && byGateway === undefined) {
        const text = 'Are personal data replaced before they go to vendors and partners?'
        if (control === undefined) yield askTopic(context, 'topic.masking', text, 'Data protection officer')
        continue
      }
      const names = listNames(graph, vendors)
      yield {
        type: 'found',
        anchors: [caller],
        elements: [...vendors, ...calls.map((call) => call.flow)],
        problem: `${graph.name(caller)} sends ${listNames(graph, calls.flatMap(unmasked))} to ${names} with names and all.`,
        fix: `Replace personal data before ${graph.name(caller)} calls ${names}, or send only the fields that are needed.`,
        remedy: {
          control: 'mask-before-send',
          title: `Mask before ${names}`,
          at: calls[0]?.flow ?? caller,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }

    function unmasked(call: CarriedCall): readonly Id[] {
      return personalIn(
        context,
        call.carried.filter((each) => !isMasked(context, each) && !isOfNobody(context, each)),
      )
    }
  },
})

/** Whoever knows the data says that they are about nobody any more, whatever they were derived from. */
function isOfNobody({ graph }: RuleContext, { asset }: Carried): boolean {
  return known(graph.asset(asset)?.personal) === 'none'
}

/** Seen by a gate that looks for personal data. */
function isMasked({ graph }: RuleContext, carried: Carried): boolean {
  return carried.marks.some(
    (mark) => mark.certain && graph.settings(mark.gate).list('checks')?.includes('pii') === true,
  )
}

const rawLogs = defineRule({
  id: 'PRV-02',
  lenses: ['threat', 'check'],
  title: 'Private data stand in the logs',
  severity: 'high',
  topic: 'privacy',
  stride: 'I',
  linddun: ['L', 'I', 'Dd'],
  why: 'Logs are read by more people, kept longer and guarded less than the data they repeat.',
  references: [...llm('LLM02'), ...cwe('CWE-532'), ...linddun('L', 'I', 'Dd'), ...gdpr('Art. 32')],
  falsePositive: 'The traces hold identifiers only.',
  verify: 'Run one request with a made-up name, and search every log and trace for it.',
  closedBy: ['redact-before-write'],
  softenedBy: [
    { control: 'content-filter', why: 'It finds names that look like names; a story tells who it was without one.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const log of graph.with('observes')) {
      const carried = lineage.into(log.id).flatMap((call) => call.carried)
      const assets = privateIn(context, carried)
      if (assets.length === 0) yield* askedAboutPeople(context, carried)
      if (assets.length === 0) continue
      const control = controlInPlace(graph, ['redact-before-write'], [log.id])
      const standing = standSetting(context, 'privacy', log, 'redaction')
      if (standing === 'unknown' && control === undefined) yield askSetting(context, log, 'redaction')
      if (standing !== 'bad') continue
      const callers = lineage.into(log.id).map((call) => call.caller)
      yield {
        type: 'found',
        anchors: [log.id],
        elements: [...new Set(callers)],
        ...trailOf(lineage, lineage.into(log.id), assets),
        problem: `${log.name} receives ${listNames(graph, assets)} from ${listNames(graph, callers)}, and nothing is removed first.`,
        fix: `Remove personal data and secrets before they are written to ${log.name}.`,
        remedy: {
          control: 'redact-before-write',
          title: `Redact before ${log.name}`,
          at: log.id,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const vendorTerms = defineRule({
  id: 'PRV-03',
  lenses: ['threat', 'check'],
  title: 'A vendor may use what we send it',
  severity: 'high',
  topic: 'privacy',
  stride: 'I',
  linddun: ['U', 'Nc'],
  why: 'Without terms the vendor may keep and learn from private data, and they can come up in answers to others.',
  references: [...llm('LLM02'), ...linddun('U', 'Nc'), ...gdpr('Art. 28')],
  falsePositive: 'The terms are part of a framework contract: then say so on the box.',
  verify:
    'Read the terms in force for this account, not for the product: no training, a stated retention, a processor.',
  closedBy: ['data-processing-terms'],
  *check(context) {
    const { graph, lineage } = context
    for (const { vendor, calls } of callsToVendors(context)) {
      const carried = calls.flatMap((call) => call.carried)
      const assets = privateIn(context, carried)
      if (assets.length === 0) continue
      const control = controlInPlace(graph, ['data-processing-terms'], [vendor.id])
      const fields = ['noTraining', ...(personalIn(context, carried).length > 0 ? ['dataProcessingAgreement'] : [])]
      const standings = fields.map((field) => ({ field, standing: standSetting(context, 'privacy', vendor, field) }))
      for (const { field, standing } of standings)
        if (standing === 'unknown' && control === undefined) yield askSetting(context, vendor, field)
      const broken = standings.filter(({ standing }) => standing === 'bad')
      if (broken.length === 0) continue
      const lacks = broken.map(({ field }) =>
        field === 'noTraining' ? 'a promise not to train on it' : 'a data processing agreement',
      )
      yield {
        type: 'found',
        anchors: [vendor.id],
        elements: calls.map((call) => call.flow),
        ...trailOf(lineage, calls, assets),
        problem: `${vendor.name} receives ${listNames(graph, assets)} without ${listWords(lacks)}.`,
        fix: `Agree the terms with the vendor of ${vendor.name}, or keep these data away from it.`,
        remedy: {
          control: 'data-processing-terms',
          title: `Terms for ${vendor.name}`,
          at: vendor.id,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

export const privacy: readonly Rule[] = [unmaskedToVendor, rawLogs, vendorTerms]
