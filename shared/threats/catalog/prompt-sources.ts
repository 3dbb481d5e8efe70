import type { Component, Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { arrivalsAt } from '../../findings/arrivals.ts'
import { oncePerLineage } from '../../findings/graph-reading.ts'
import { isUntrusted, likelihoodOf, untrustedOrigins } from '../../findings/influence.ts'
import { callsBy, callsOf } from '../../findings/lineage-reading.ts'
import { rate } from '../../findings/rate.ts'
import { atlas, atlas2026, cwe, llm, nistAml } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askSetting, hasField, stand, standSetting } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { CarriedCall, Origin } from '../../graph/lineage.ts'
import { assetOrigin } from '../../graph/origins.ts'
import { actingCalls, privateAssets } from '../agent-context.ts'
import { not } from '../one-of.ts'

const hiddenOrders = defineRule({
  id: 'PI-03',
  lenses: ['threat'],
  title: 'Instructions hide where nobody reads',
  severity: 'medium',
  topic: 'access',
  stride: 'T',
  why: 'White text on white, a note in the file, a sign in a picture or a sound: people see an ordinary document, and the model reads an order.',
  references: [...llm('LLM01'), ...atlas('T0068'), ...atlas2026('T0129'), ...nistAml('NISTAML.015')],
  falsePositive: 'The reader renders each page as people see it and takes the text from there.',
  verify: 'Send a file with an order in white text, in its notes and in a picture: none of it may come out as text.',
  closedBy: ['strip-hidden-content', 'quarantined-model'],
  softenedBy: [
    {
      control: 'transcribe-and-filter',
      why: 'What comes out of a picture is text like any other; the filter judges how it looks, and orders are written to look harmless.',
    },
    { control: 'injection-filter', why: 'It was trained on text that people see, and on attacks that are known.' },
  ],
  *check(context) {
    const { graph } = context
    for (const reader of graph.components) {
      const takesFiles = !hasField(context, reader, 'takesFiles') || graph.settings(reader).truth('takesFiles') === true
      if (!hasField(context, reader, 'hiddenTextRemoved') || !takesFiles) continue
      const origins = promptedOrigins(context, reader.id)
      const standing = standSetting(context, 'access', reader, 'hiddenTextRemoved')
      const [worst] = origins
      if (worst === undefined) continue
      if (standing === 'unknown') yield askSetting(context, reader, 'hiddenTextRemoved')
      if (standing !== 'bad') continue
      const words = listWords(origins.map(({ name }) => name))
      yield {
        type: 'found',
        anchors: [reader.id],
        elements: modelsThatRead(context, worst).flatMap(({ flow, callee }) => [flow, callee]),
        problem: `${reader.name} passes on all that stands in ${words}, also what people do not see.`,
        fix: `Let ${reader.name} keep only what people see: no hidden text, notes, marks or metadata.`,
        rating: rate(likelihoodOf(graph, origins, []), [{ steps: 3, why: 'a model reads it as an instruction' }]),
        facts: { actor: worst.name },
        remedy: {
          control: 'strip-hidden-content',
          title: `Hidden content removed in ${reader.name}`,
          at: reader.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to remove hidden content',
          patch: { components: { [reader.id]: { settings: { hiddenTextRemoved: true } } } },
        },
      }
    }
  },
})

/** Untrusted words that come to a reader of files and go on to a model, least trusted first. */
function promptedOrigins(context: RuleContext, reader: Id): readonly Origin[] {
  const { graph, lineage } = context
  const ids = [...new Set(arrivalsAt(context, reader).flatMap(({ origins }) => origins))].toSorted()
  return ids
    .map((id) => lineage.origins[id] ?? assetOrigin(graph, id, undefined))
    .filter((origin) => isUntrusted(origin) && modelsThatRead(context, origin).length > 0)
    .toSorted((a, b) => (a.trust ?? 0) - (b.trust ?? 0))
}

function modelsThatRead(context: RuleContext, origin: Origin): readonly CarriedCall[] {
  return (promptsByOrigin(context).get(origin.id) ?? []).map(({ call }) => call)
}

/** Calls of generative models by the origins of what they carry. */
const promptsByOrigin = oncePerLineage(({ graph, lineage }) => {
  const prompts = lineage.calls.filter(({ callee }) => graph.has(callee, 'generates-text'))
  const carried = prompts.flatMap((call) =>
    [...new Set(call.carried.flatMap(({ origins }) => origins))].map((origin) => ({ origin, call })),
  )
  return groupBy(carried, ({ origin }) => origin)
})

const openPrompts = defineRule({
  id: 'PI-04',
  lenses: ['threat'],
  title: 'Prompts change without a second pair of eyes',
  severity: 'high',
  topic: 'access',
  stride: 'T',
  why: 'The prompt is the program. Who can write it decides what the model does for everybody, and nothing in the answers says so.',
  references: [...llm('LLM01', 'LLM08'), ...atlas('T0081'), ...cwe('CWE-1427')],
  falsePositive: 'It holds drafts only, and what runs is released with the code.',
  verify: 'Try to save a prompt as an ordinary user and as the service itself: both have to be refused.',
  closedBy: ['reviewed-changes', 'approve-writes'],
  softenedBy: [
    { control: 'anomaly-watch', why: 'It sees that answers have changed after people have had them.' },
    {
      control: 'model-judge',
      why: 'It judges answers one by one, and a changed prompt gives answers that look in order.',
    },
  ],
  *check(context) {
    const { graph } = context
    for (const store of graph.with('versions-prompts')) {
      const outside = writtenFromOutside(context, store)
      const standing = standSetting(context, 'access', store, 'reviewed')
      if (standing === 'unknown' && isUsed(context, store.id)) yield askSetting(context, store, 'reviewed')
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [store.id],
        ...(outside?.path === undefined ? {} : { path: outside.path }),
        problem:
          outside === undefined
            ? `A prompt in ${store.name} can be changed by one person alone, and runs as it is.`
            : `Prompts in ${store.name} are written by people outside, with ${outside.words}, and nobody reads them before they run.`,
        fix: `Keep what is told to the model apart from what users say, and have a second person sign each change in ${store.name}.`,
        rating: rate(
          outside === undefined
            ? [{ steps: 2, why: 'one account is enough' }]
            : [{ steps: 4, why: 'people outside write there' }],
          [{ steps: 4, why: 'it speaks in every conversation' }],
        ),
        ...(outside === undefined ? {} : { facts: { actor: outside.words } }),
        remedy: {
          control: 'reviewed-changes',
          title: `A second signature in ${store.name}`,
          at: store.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan a review of each change',
          patch: { components: { [store.id]: { settings: { reviewed: true } } } },
        },
      }
    }
  },
})

/** Untrusted words that a call at run time writes into a store of prompts, or that it holds as it is. */
function writtenFromOutside(
  { graph, lineage }: RuleContext,
  store: Component,
): { readonly words: string; readonly path?: readonly Id[] } | undefined {
  for (const call of lineage.into(store.id)) {
    const [origin] = call.does.includes('write') ? untrustedOrigins(lineage, call.carried) : []
    if (origin !== undefined) return { words: origin.name, path: lineage.pathTo(call, origin.id) }
  }
  const held = (store.holds ?? []).filter((id) => isUntrusted(assetOrigin(graph, id, undefined)))
  return held.length === 0 ? undefined : { words: listNames(graph, held) }
}

/** Whether somebody reads or writes prompts there: a store that nobody asks is not at work yet. */
function isUsed({ graph }: RuleContext, store: Id): boolean {
  return graph.callsTo(store).some(({ does }) => does.includes('read') || does.includes('write'))
}

const linkedPrompt = defineRule({
  id: 'PI-06',
  lenses: ['threat'],
  title: "A link can put words into a person's mouth",
  severity: 'medium',
  topic: 'access',
  stride: 'ST',
  why: "Whoever sends the link writes the prompt, and the system takes it for the wish of the person who clicked, with that person's rights.",
  references: [...llm('LLM01'), ...atlas2026('T0131')],
  falsePositive: 'Links carry the id of a prompt of ours, and never its text.',
  verify: 'Open a link with a prompt in it: nothing may be sent before the person has seen it and pressed send.',
  closedBy: ['show-before-send', 'approve-each-action'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'A prompt that asks for data of the reader looks like one that the reader would write.',
    },
    { control: 'trained-people', why: 'The link looks like any link to the product, and one click is enough.' },
  ],
  *check(context) {
    const { graph } = context
    for (const client of graph.with('client')) {
      const stake = stakeBehind(context, client.id)
      if (stake === undefined || !hasField(context, client, 'prefillFromLink')) continue
      const settings = graph.settings(client)
      const prefills = settings.truth('prefillFromLink')
      const field = prefills === true ? 'confirmsPrefill' : 'prefillFromLink'
      const isGood = prefills === true ? settings.truth('confirmsPrefill') : not(prefills)
      const standing = stand(context, 'access', isGood, graph.stated(client, field), client.id)
      if (standing === 'unknown') yield askSetting(context, client, field)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [client.id],
        elements: [stake.who],
        problem: `A link can start a prompt in ${client.name} that ${graph.name(stake.who)} answers as if the person had written it.`,
        fix: `Show what a link brings in ${client.name}, and let the person alone send it.`,
        rating: rate(
          [
            { steps: 2, why: 'anyone can send a link' },
            { steps: 1, why: 'somebody has to click' },
          ],
          [
            { steps: 2, why: 'it counts as the wish of the person' },
            { steps: stake.acts ? 2 : 1, why: `${graph.name(stake.who)} has what it asks for` },
          ],
        ),
        remedy: {
          control: 'show-before-send',
          title: `${client.name} shows it before it is sent`,
          at: client.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan to show it first',
          patch: { components: { [client.id]: { settings: { prefillFromLink: true, confirmsPrefill: true } } } },
        },
      }
    }
  },
})

interface Stake {
  readonly who: Id
  readonly acts: boolean
}

/** Who behind this channel can act or has private data in hand: without either a strange prompt harms nobody. */
function stakeBehind(context: RuleContext, client: Id): Stake | undefined {
  const { graph } = context
  const actions = [...new Set(callsBy(context, client).map(({ action }) => action))]
  const behind = actions.flatMap((action) => callsOf(context, action))
  const acting = new Set(actingCalls(context).acting.map(({ flow }) => flow.caller))
  const actor = behind.find(({ caller }) => acting.has(caller))?.caller
  if (actor !== undefined) return { who: actor, acts: true }
  const reader = behind.find(
    ({ callee, carried }) => graph.has(callee, 'generates-text') && privateAssets(graph, carried).length > 0,
  )
  return reader === undefined ? undefined : { who: reader.caller, acts: false }
}

/** Where the words of a prompt come from, beside what people type. */
export const promptSources: readonly Rule[] = [hiddenOrders, openPrompts, linkedPrompt]
