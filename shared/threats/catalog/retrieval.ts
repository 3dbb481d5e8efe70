import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace, nameOf } from '../../findings/commitment.ts'
import { askOrigin, influenceOn, isUntrusted, likelihoodOf, unknownOrigins } from '../../findings/influence.ts'
import { drawnCallsInto, wordsAtStartOf } from '../../findings/lineage-reading.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss, sensitivityOf } from '../../findings/sensitivity.ts'
import { askSetting, askTopic, stand, whether } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { CarriedCall } from '../../graph/lineage.ts'
import { asi, atlas, aws, cwe, llm, nistAml } from '../../findings/refer.ts'

/** What a search can bring up: held or written, and more than internal. */
function guardedAssets({ graph, lineage }: RuleContext, index: Component): readonly Id[] {
  const written = lineage
    .into(index.id)
    .filter((call) => call.does.includes('write'))
    .flatMap((call) => call.carried.map((carried) => carried.asset))
  const all = [...new Set([...(index.holds ?? []), ...written])].toSorted()
  return all.filter((asset) => sensitivityOf(graph, asset).isPrivate === true)
}

/** A search that stands behind a person's request: the person, and the way from there. */
function askedBy(
  context: RuleContext,
  index: Component,
): { path: readonly Id[]; actor: Id; call: CarriedCall } | undefined {
  const { lineage } = context
  const searches = lineage.into(index.id).filter((call) => call.does.includes('read'))
  const [asked] = searches.flatMap((call) => wordsAtStartOf(context, call.action).map((word) => ({ call, ...word })))
  if (asked === undefined) return undefined
  const { call, start, origin } = asked
  const way = lineage.pathTo(call, origin)
  return { path: way[0] === start.caller ? way : [start.caller, start.flow, ...way], actor: start.caller, call }
}

const openSearch = defineRule({
  id: 'RAG-01',
  aliases: ['SEC-11', 'RAG-03'],
  lenses: ['threat', 'check'],
  title: 'A search finds what the asking person may not read',
  severity: 'critical',
  topic: 'retrieval',
  stride: 'I',
  linddun: ['I', 'Dd'],
  why: 'The index forgets who may read what unless the rights are part of the query. Then a plain question brings up what the document store would refuse.',
  references: [...llm('LLM09', 'LLM02'), ...atlas('T0085.000'), ...aws('GENSEC01-BP03'), ...cwe('CWE-285')],
  falsePositive: 'Everybody who can ask may read everything in it.',
  verify:
    'Search as a person without rights for a sentence of a closed document: neither it nor a hint of it may come up.',
  closedBy: ['access-in-query', 'partition-by-owner'],
  softenedBy: [
    { control: 'model-judge', why: 'A model that is told to leave things out has read them already.' },
    { control: 'content-filter', why: 'It looks at words, and rights hang on people.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const index of graph.with('answers-search')) {
      const assets = guardedAssets(context, index)
      const asked = assets.length === 0 ? undefined : askedBy(context, index)
      if (asked === undefined) continue
      const access = graph.settings(index).text('accessControl')
      const control = controlInPlace(graph, ['access-in-query'], [index.id])
      const isGood = whether(access, (each) => each === 'query' || each === 'namespace')
      const standing = stand(context, 'retrieval', isGood, graph.stated(index, 'accessControl'), index.id)
      if (standing === 'unknown' && control === undefined) yield askSetting(context, index, 'accessControl')
      if (standing !== 'bad') continue
      const isOutside = asked.call.carried.some((each) =>
        each.origins.some((origin) => isUntrusted(lineage.origins[origin])),
      )
      yield {
        type: 'found',
        anchors: [asked.actor, index.id],
        path: asked.path,
        problem:
          access === 'filter'
            ? `${index.name} searches all of ${listNames(graph, assets)} and drops afterwards what ${graph.name(asked.actor)} may not read.`
            : `${graph.name(asked.actor)} can bring up all of ${listNames(graph, assets)} through ${index.name}, whatever their rights.`,
        fix: `Put the rights of the asking person into each query of ${index.name}, and test that a withdrawn right takes effect.`,
        rating: rate(
          [
            access === 'filter'
              ? { steps: 2, why: 'rights are applied after the search' }
              : { steps: 4, why: 'a plain question is enough' },
            isOutside ? { steps: 1, why: 'people outside can ask' } : { steps: 0, why: '' },
          ],
          [
            access === 'filter'
              ? { steps: 2, why: 'a slip of the filter shows a document' }
              : { steps: 3, why: 'any document may come up' },
            impactOfLoss(graph, assets),
            isOutside ? { steps: 1, why: 'it leaves the house' } : { steps: 0, why: '' },
          ],
        ),
        facts: { actor: graph.name(asked.actor), asset: listNames(graph, assets), accessControl: access ?? 'none' },
        ...(isOutside && known(graph.design.context?.['audience']) !== 'internal' ? { exposed: true as const } : {}),
        remedy: {
          control: 'access-in-query',
          title: `Rights inside each query of ${index.name}`,
          at: asked.call.flow,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const poisonedIndex = defineRule({
  id: 'RAG-02',
  aliases: ['SEC-19', 'P-06'],
  lenses: ['threat', 'check'],
  title: 'Outsiders can write what the model will quote',
  severity: 'medium',
  topic: 'retrieval',
  stride: 'T',
  why: 'A page written to be found comes up for exactly the question its author chose, and is quoted as if it were ours.',
  references: [...llm('LLM09'), ...asi('ASI06'), ...atlas('T0070', 'T0066', 'T0071'), ...nistAml('NISTAML.013')],
  falsePositive: 'Somebody approves each document before it is read.',
  verify: 'Write a page for a question of yours where outsiders may write, and ask: it must not be quoted.',
  closedBy: ['source-allow-list', 'approve-writes'],
  softenedBy: [
    { control: 'injection-filter', why: 'A planted document need not hold an order: a wrong fact is enough.' },
    { control: 'anomaly-watch', why: 'One document among thousands is no anomaly.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const index of graph.with('answers-search')) {
      const isQuoted = lineage.into(index.id).some((each) => each.does.includes('read'))
      for (const { call, caller } of drawnCallsInto(context, index.id).filter(({ flow }) =>
        flow.does.includes('write'),
      )) {
        const influence = influenceOn(graph, lineage, call)
        if (influence.exposure === 'none')
          for (const origin of unknownOrigins(lineage, call.carried)) yield askOrigin(graph, origin)
        const [source] = influence.origins
        if (source === undefined || !isQuoted) continue
        const checks = ingestionChecks(context, caller)
        const control =
          influence.closedBy ??
          controlInPlace(graph, ['source-allow-list', 'approve-writes'], [index.id, call.caller, call.flow])?.id
        if (checks.isGood === true) continue
        if (
          influence.closedBy === undefined &&
          checks.isGood === undefined &&
          !context.complete('retrieval', call.caller)
        ) {
          if (control !== undefined) continue
          yield checks.asked === undefined
            ? askTopic(context, 'topic.sources', `Does anybody check what goes into ${index.name}?`, 'Data owner')
            : askSetting(context, checks.asked, 'sourceAllowList')
          continue
        }
        yield {
          type: 'found',
          anchors: [call.caller, index.id],
          path: lineage.pathTo(call, source.id),
          problem: `${graph.name(call.caller)} loads ${listWords(influence.origins.map((each) => each.name))} into ${index.name}, and ${control === undefined ? 'nobody checks the source' : `${nameOf(graph, control)} checks it`}.`,
          fix: `Read listed sources only, keep others in an index of their own with lower trust, or have new content approved.`,
          rating: rate(
            [
              ...likelihoodOf(graph, influence.origins, influence.soft),
              ...(checks.isJudged ? [{ steps: -1, why: 'content is checked before it is used' }] : []),
            ],
            [{ steps: 3, why: 'it is quoted as ours' }],
          ),
          facts: { actor: source.name },
          remedy: {
            control: 'source-allow-list',
            title: `Known sources only for ${index.name}`,
            at: call.flow,
            strength: 'deterministic',
          },
          ...(control === undefined ? {} : { mitigatedBy: control }),
        }
      }
    }
  },
})

/** What the ingestion on the way says about its sources. */
function ingestionChecks(
  { graph }: RuleContext,
  ingestion: Component,
): { isGood: boolean | undefined; isJudged: boolean; asked: Component | undefined } {
  if (!graph.has(ingestion, 'ingests')) return { isGood: undefined, isJudged: false, asked: undefined }
  const settings = graph.settings(ingestion)
  // A check of content makes poison rarer; only the list of sources says who may write at all.
  return {
    isGood: settings.truth('sourceAllowList'),
    isJudged: settings.truth('qualityGate') === true,
    asked: ingestion,
  }
}

export const retrieval: readonly Rule[] = [openSearch, poisonedIndex]
