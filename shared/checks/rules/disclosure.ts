import type { Id } from '../../design/design.ts'
import { firstOfEach, groupBy } from '../../design/group-by.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { oncePerLineage } from '../../findings/graph-reading.ts'
import { answersTo } from '../../findings/lineage-reading.ts'
import { aiAct, aws, gdpr, iso42001, llm, nist } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, askTopic, hasField, standSetting } from '../../findings/standing.ts'
import { listNames } from '../../findings/wording.ts'
import type { CarriedAnswer } from '../../graph/lineage.ts'
import { isWaived } from '../../requirements/waiver.ts'
import { answersToPeople } from './responsible-use.ts'

const unmarkedMedia = defineRule({
  id: 'RAI-05',
  lenses: ['check'],
  title: 'Made pictures and voices pass for real',
  severity: 'medium',
  topic: 'responsible-use',
  why: 'A picture or a voice travels on without the page that explained it. Only a mark in the file itself goes along.',
  references: [...aiAct('Art. 50(2)'), ...iso42001('A.8.3')],
  falsePositive: 'What is made never leaves the team: then accept it.',
  *check(context) {
    const { graph, lineage } = context
    for (const maker of graph.with('makes-media')) {
      if (lineage.into(maker.id).length === 0) continue
      const field = hasField(context, maker, 'marked') ? 'marked' : 'saysAi'
      const control = controlInPlace(graph, ['mark-made-media'], [maker.id])
      const standing = standSetting(context, 'responsible-use', maker, field)
      if (standing === 'unknown' && control === undefined) yield askSetting(context, maker, field)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [maker.id],
        elements: lineage.into(maker.id).map((call) => call.caller),
        problem: `What ${maker.name} makes carries no mark that a machine made it.`,
        fix: `Mark what ${maker.name} makes, in the file (C2PA or a watermark) and for people to see or hear.`,
        ...(isInternal(context) ? { severity: 'low' as const } : {}),
        remedy: {
          control: 'mark-made-media',
          title: `Mark what ${maker.name} makes`,
          at: maker.id,
          strength: 'deterministic',
        },
        quickFix: { label: 'Plan the mark', patch: { components: { [maker.id]: { settings: { [field]: true } } } } },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

function isInternal({ graph }: RuleContext): boolean {
  return known(graph.design.context?.['audience']) === 'internal'
}

const fromMemoryAlone = defineRule({
  id: 'RAI-06',
  aliases: ['OUT-06'],
  lenses: ['check', 'threat'],
  title: 'Facts come out of the model alone',
  severity: 'medium',
  topic: 'responsible-use',
  stride: 'R',
  why: 'A model that is given no source still answers: fluently, surely, and now and then with something that nobody ever wrote.',
  references: [...llm('LLM07'), ...aiAct('Art. 15'), ...nist('MEASURE 2.3')],
  falsePositive: 'Answers are drafts or ideas, and nobody takes them for facts.',
  verify: 'Ask for something that no source holds: it has to say so, and give no answer of its own.',
  closedBy: ['cite-or-decline'],
  softenedBy: [
    {
      control: 'groundedness-check',
      why: 'It compares an answer with sources, and here there are none; where there are, it is sure of wrong answers too.',
    },
  ],
  *check(context) {
    const { graph } = context
    const unfounded = answersToPeople(context).flatMap((answer) => {
      const [model] = answer.carried
        .flatMap((carried) => carried.through)
        .filter((id) => graph.has(id, 'generates-text'))
        .toSorted()
      return model === undefined || hasSource(context, answer.action) ? [] : [{ answer, model }]
    })
    for (const { answer, model } of firstOfEach(unfounded, (each) => each.model)) {
      const requirement = groundingWanted(context, answer.action)
      if (requirement === undefined && !weighs(context)) continue
      if (requirement === undefined && !context.complete('responsible-use', model)) {
        const text = 'Do answers that state facts rest on a source, such as a search or a record?'
        yield askTopic(context, 'topic.grounding', text, 'Product owner')
        continue
      }
      yield {
        type: 'found',
        anchors: [model],
        elements: [answer.to, answer.flow],
        problem: `${graph.name(model)} answers ${graph.name(answer.to)} from what it once learned: nothing on the way looks anything up${requirement === undefined ? '' : `, although "${requirement}" asks for it`}.`,
        fix: `Search or look up before ${graph.name(model)} answers, give it what was found, and let it decline when nothing was.`,
      }
    }
  },
})

/** Somebody outside reads it, or it has an effect on somebody: a wrong fact then does harm. */
function weighs({ graph }: RuleContext): boolean {
  const effect = known(graph.design.context?.['decisionEffect'])
  return effect === 'assist' || effect === 'significant' || known(graph.design.context?.['audience']) === 'external'
}

/** A requirement that answers rest on sources, in force for this action. */
function groundingWanted({ graph, requirements }: RuleContext, action: Id): string | undefined {
  const wanted = (graph.design.requirements ?? []).find(
    ({ id, metric, on }) =>
      metric === 'quality.groundedness' && on?.includes(action) !== false && !isWaived(requirements, id),
  )
  return wanted === undefined ? undefined : (wanted.name ?? 'Groundedness')
}

/** Something is read in this action that was there before: a search, a record, a tool; what is only logged is no source. */
function hasSource({ graph, lineage }: RuleContext, action: Id): boolean {
  const isSource = (id: Id): boolean =>
    graph.has(id, 'runs-actions') ||
    (graph.has(id, 'stores-data') &&
      !(['observes', 'versions-prompts', 'memory'] as const).some((trait) => graph.has(id, trait)))
  const isBrought = (asset: Id): boolean => ['documents', 'records'].includes(graph.asset(asset)?.type ?? '')
  return lineage.calls.some(
    (call) =>
      call.action === action &&
      (isSource(call.callee) ||
        call.carried.some((carried) => carried.through.length === 0 && isBrought(carried.asset))),
  )
}

const sourcesHidden = defineRule({
  id: 'RAI-07',
  lenses: ['check'],
  title: 'Answers hide where they come from',
  severity: 'medium',
  topic: 'responsible-use',
  why: 'The source was there when the answer was written. Shown beside it, a reader can check in a click what otherwise has to be believed.',
  references: [...aiAct('Art. 13'), ...nist('MEASURE 2.9')],
  falsePositive: 'Sources stand in the text itself: then say that they are shown.',
  *check(context) {
    const { graph } = context
    for (const client of graph.with('client')) {
      const [answer] = searchedAnswers(context, client.id)
      if (answer === undefined || !hasField(context, client, 'citations')) continue
      const standing = standSetting(context, 'responsible-use', client, 'citations')
      if (standing === 'unknown') yield askSetting(context, client, 'citations')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [client.id],
        elements: [answer.flow, answer.from],
        problem: `${client.name} shows answers that were written from search results, without the sources.`,
        fix: `Give each answer in ${client.name} the documents that it rests on, as links to the passage.`,
        severity: weighs(context) ? 'medium' : 'low',
        quickFix: {
          label: 'Plan to show sources',
          patch: { components: { [client.id]: { settings: { citations: true } } } },
        },
      }
    }
  },
})

/** What searches brought up, by action: the origins of it. */
const searched = oncePerLineage(({ graph, lineage }): ReadonlyMap<Id, ReadonlySet<Id>> => {
  const found = lineage.answers.filter((answer) => graph.has(answer.from, 'answers-search'))
  const origins = (answers: readonly CarriedAnswer[]): ReadonlySet<Id> =>
    new Set(answers.flatMap(({ carried }) => carried.flatMap((each) => each.origins)))
  return new Map([...groupBy(found, ({ action }) => action)].map(([action, all]) => [action, origins(all)]))
})

/** Answers of models to this client that rest on what a search brought up, and whose sources no gate looks for. */
function searchedAnswers(context: RuleContext, client: Id): readonly CarriedAnswer[] {
  return answersTo(context, client).filter(({ action, carried }) => {
    const origins = searched(context).get(action)
    const written = carried.filter(({ through }) => through.length > 0)
    const isCited = written.some(({ marks }) =>
      marks.some((mark) => mark.certain && checksCitations(context, mark.gate)),
    )
    return !isCited && written.some((each) => each.origins.some((origin) => origins?.has(origin) === true))
  })
}

function checksCitations({ graph }: RuleContext, gate: Id): boolean {
  return graph.settings(gate).list('checks')?.includes('citations') === true
}

const noComplaint = defineRule({
  id: 'RAI-10',
  lenses: ['check'],
  title: 'People cannot say that an answer is wrong',
  severity: 'medium',
  topic: 'responsible-use',
  linddun: ['U'],
  why: 'Who is told something wrong notices first. Without a way to say so the fault stays, and so does the harm.',
  references: [...nist('MEASURE 3.3'), ...gdpr('Art. 16'), ...aws('GENOPS01-BP02')],
  falsePositive: 'There is a desk that everybody knows: then say so on the channel.',
  *check(context) {
    const { graph } = context
    const decides = known(graph.design.context?.['decisionEffect']) === 'significant'
    if (isInternal(context) && !decides) return
    const shown = new Set(answersToPeople(context).map((answer) => answer.to))
    const channels = graph
      .with('client')
      .filter((client) => shown.has(client.id) && hasField(context, client, 'feedback'))
    for (const channel of channels) {
      const standing = standSetting(context, 'responsible-use', channel, 'feedback')
      if (standing === 'unknown') yield askSetting(context, channel, 'feedback')
      if (standing !== 'bad') continue
      const readers = graph.callsTo(channel.id).map((flow) => flow.caller)
      yield {
        type: 'found',
        anchors: [channel.id],
        problem: `${channel.name} takes no word back from ${listNames(graph, readers) || 'its readers'}.`,
        fix: `Let people report an answer in ${channel.name}${decides ? ' and contest a decision' : ''}, and say who reads it.`,
        quickFix: {
          label: 'Plan a way to report answers',
          patch: { components: { [channel.id]: { settings: { feedback: true } } } },
        },
      }
    }
  },
})

export const disclosure: readonly Rule[] = [unmarkedMedia, fromMemoryAlone, sourcesHidden, noComplaint]
