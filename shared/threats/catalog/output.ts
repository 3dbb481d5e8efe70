import type { Component, Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { likelihoodOf, untrustedOrigins } from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { answersTo, drawnCalls } from '../../findings/lineage-reading.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { impactOfLoss } from '../../findings/sensitivity.ts'
import { askSetting, hasField } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'
import type { CarriedAnswer } from '../../graph/lineage.ts'
import { actingCalls, privateAssets } from '../agent-context.ts'
import { agentic, asi, atlas, cwe, llm, mcp } from '../../findings/refer.ts'

/** What models wrote and a client shows. */
function shownAnswers(context: RuleContext, client: Component): readonly CarriedAnswer[] {
  return answersTo(context, client.id).filter((answer) => answer.carried.some((carried) => carried.through.length > 0))
}

/** Whether a browser obeys what it is shown in this form. */
const isObeyed: Readonly<Record<string, boolean>> = { none: false, text: false, html: true }

/**
 * Whether a client turns model text into something a browser obeys; undefined while nobody said. A script in HTML needs
 * nothing from other sites.
 */
function rendersRichly({ graph }: RuleContext, client: Component): boolean | undefined {
  const settings = graph.settings(client)
  const renders = settings.text('renders') ?? ''
  return renders === 'markdown' ? settings.truth('allowsRemoteContent') : isObeyed[renders]
}

/** Whether showing an answer can call another site, with data in the address. */
function loadsRemotely(context: RuleContext, client: Component): boolean {
  const isForbidden = context.graph.settings(client).truth('allowsRemoteContent') === false
  return !isForbidden && rendersRichly(context, client) === true
}

const cleaning = ['sanitise-rendered-output']

const renderedOutput = defineRule({
  id: 'OUT-01',
  lenses: ['threat'],
  title: 'Model text is rendered as it comes',
  severity: 'medium',
  topic: 'access',
  stride: 'IE',
  linddun: ['Dd'],
  why: 'A model can be made to write a script, a link or an image. The browser of whoever reads the answer then obeys it.',
  references: [...llm('LLM10'), ...atlas('T0077'), ...cwe('CWE-79', 'CWE-1426'), ...agentic('T15')],
  falsePositive: 'The page shows plain text, or cleans what it shows: then say so on the box.',
  verify:
    'Have the model answer with an image from a site of yours and with a script: the page may load and run neither.',
  closedBy: ['sanitise-rendered-output'],
  softenedBy: [
    { control: 'content-filter', why: 'It reads what the answer says, and not what a browser makes of it.' },
    { control: 'model-judge', why: 'A link is a link: whether it carries data away does not show in it.' },
  ],
  *check(context) {
    const { graph } = context
    for (const client of graph.with('renders-output')) {
      const [answer] = shownAnswers(context, client)
      if (answer === undefined) continue
      const control = controlInPlace(graph, cleaning, [client.id])
      const rich = rendersRichly(context, client)
      if (rich === undefined && control === undefined) {
        const isMarkdown = graph.settings(client).text('renders') === 'markdown'
        yield askSetting(context, client, isMarkdown ? 'allowsRemoteContent' : 'renders')
      }
      if (rich !== true) continue
      yield {
        type: 'found',
        anchors: [client.id],
        elements: [answer.flow, answer.from],
        problem: `${client.name} turns what ${graph.name(answer.from)} answers into ${graph.settings(client).text('renders') === 'html' ? 'HTML' : 'Markdown with remote content'} without cleaning it.`,
        fix: `Clean what ${client.name} shows: no scripts, no remote images, links only to listed sites.`,
        cause: `render ${client.id}`,
        remedy: {
          control: 'sanitise-rendered-output',
          title: `Clean what ${client.name} shows`,
          at: client.id,
          strength: 'deterministic',
        },
        ...(control === undefined ? {} : { mitigatedBy: control.id }),
      }
    }
  },
})

const zeroClickLeak = defineRule({
  id: 'P-03',
  lenses: ['threat'],
  title: 'An answer can carry private data out without a click',
  severity: 'high',
  topic: 'access',
  stride: 'I',
  linddun: ['Dd'],
  why: 'Words from outside make the model write an image address that holds private data; the page loads the image, and the data are gone. Nobody has to click.',
  references: [...llm('LLM10', 'LLM02'), ...atlas('T0077'), ...cwe('CWE-1426')],
  falsePositive: 'The page loads nothing from other sites.',
  verify:
    'Plant an order in what it reads to show an image of your server with a name in its address: no call may arrive there.',
  closedBy: ['sanitise-rendered-output'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'One order that gets past it is enough, and the data are gone before anybody looks.',
    },
    { control: 'content-filter', why: 'The address of an image says nothing that such a filter was made for.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const client of graph.with('renders-output')) {
      if (!loadsRemotely(context, client)) continue
      for (const answer of shownAnswers(context, client)) {
        const sources = untrustedOrigins(lineage, answer.carried)
        const assets = privateAssets(graph, answer.carried)
        const [source] = sources
        if (source === undefined || assets.length === 0) continue
        const control = controlInPlace(graph, cleaning, [client.id])
        yield {
          type: 'found',
          anchors: [client.id],
          path: [...lineage.pathInto(answer.from, source.id), answer.flow, client.id],
          problem: `${client.name} renders answers written with ${listWords(sources.map((each) => each.name))} and ${listNames(graph, assets)} in one hand.`,
          fix: `Let ${client.name} load nothing from other sites.`,
          rating: rate(likelihoodOf(graph, sources, []), [
            { steps: 2, why: 'data leave unseen' },
            impactOfLoss(graph, assets),
          ]),
          facts: { actor: source.name, asset: listNames(graph, assets) },
          cause: `render ${client.id}`,
          remedy: {
            control: 'sanitise-rendered-output',
            title: `Clean what ${client.name} shows`,
            at: client.id,
            strength: 'deterministic',
          },
          ...(control === undefined ? {} : { mitigatedBy: control.id }),
        }
        break
      }
    }
  },
})

const shownBeforeJudged = defineRule({
  id: 'OUT-05',
  lenses: ['threat'],
  title: 'The answer is shown before it is judged',
  severity: 'medium',
  topic: 'responsible-use',
  stride: 'I',
  why: 'What has been read cannot be unread. A verdict that comes after the first word protects the log, not the reader.',
  references: [...llm('LLM10')],
  falsePositive: 'Retracting is enough here: then accept it with the reason.',
  verify: 'Let the model write something that is forbidden and watch the screen: not one word may appear.',
  closedBy: ['hold-until-judged'],
  softenedBy: [{ control: 'content-filter', why: 'However good its verdict is, it comes after the words.' }],
  *check(context) {
    const { graph, lineage } = context
    for (const { call, flow, callee: gate } of drawnCalls(context)) {
      if (!graph.has(gate, 'gates') || graph.has(gate, 'human-gate')) continue
      const models = [...new Set(call.carried.flatMap((carried) => carried.through))]
      const streaming = models
        .flatMap((model) => lineage.into(model))
        .find((each) => graph.flow(each.flow)?.mode === 'stream' && streamsTo(graph, each.caller, call.caller))
      const release = graph.kindOf(gate).release?.(graph.settings(gate))
      const isLate = release === 'streamed' || flow.mode === 'async'
      if (streaming === undefined || !isLate) continue
      yield {
        type: 'found',
        anchors: [gate.id],
        elements: [call.flow, streaming.flow, streaming.callee],
        problem: `${graph.name(streaming.callee)} streams its answer while ${gate.name} still judges it${flow.mode === 'async' ? ', and nobody waits for the verdict' : ''}.`,
        fix: `Hold the answer until ${gate.name} has judged it, or release it in judged parts.`,
        remedy: {
          control: 'hold-until-judged',
          title: `Hold until ${gate.name} has judged`,
          at: call.flow,
          strength: 'deterministic',
        },
        quickFix: {
          label: `Hold the answer for ${gate.name}`,
          patch:
            flow.mode === 'async'
              ? { flows: { [flow.id]: { mode: 'sync' } } }
              : { components: { [gate.id]: { settings: { release: 'held' } } } },
        },
      }
    }
  },
})

const uncheckedArguments = defineRule({
  id: 'OUT-02',
  aliases: ['SEC-07', 'P-04'],
  lenses: ['threat', 'check'],
  title: 'What a model writes is executed unchecked',
  severity: 'medium',
  topic: 'access',
  stride: 'ET',
  why: 'Model output is text from outside. As an argument of a tool it can hold another order, another path or another recipient than anybody meant.',
  references: [
    ...llm('LLM10'),
    ...asi('ASI02', 'ASI05'),
    ...atlas('T0050', 'T0102'),
    ...cwe('CWE-94'),
    ...agentic('T11'),
    ...mcp('MCP05'),
  ],
  falsePositive: 'The tool takes no free text.',
  verify: 'Pass a wrong type, a strange path and a recipient of your own as arguments: the tool has to refuse each.',
  closedBy: ['schema-check', 'narrow-tools'],
  softenedBy: [
    {
      control: 'model-judge',
      why: 'A second model finds the arguments plausible for the same reasons as the first one.',
    },
    { control: 'anomaly-watch', why: 'It notices the odd call after it was made.' },
  ],
  *check(context) {
    const { graph } = context
    const changing = actingCalls(context).acting.filter(({ effects }) => effects.length > 0)
    for (const [tool, calls] of groupBy(changing, (call) => call.tool)) {
      if (!hasField(context, tool, 'schemaChecked')) continue
      // The least guarded of its callers speaks for all.
      const { flow, influence } = calls.find((call) => call.influence.exposure === 'open') ?? calls[0]
      const checked = graph.settings(tool).truth('schemaChecked')
      if (checked === undefined) yield askSetting(context, tool, 'schemaChecked')
      if (checked !== false) continue
      yield {
        type: 'found',
        anchors: [tool.id],
        elements: [flow.id, flow.caller],
        problem: `${graph.name(flow.caller)} passes what a model wrote to ${tool.name}, and nothing checks the arguments.`,
        fix: `Check the arguments of ${tool.name} against a schema and lists of allowed values.`,
        severity: influence.exposure === 'open' ? 'medium' : 'low',
        remedy: {
          control: 'schema-check',
          title: `Check the arguments of ${tool.name}`,
          at: flow.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** The caller of the model itself, or somebody whom a gateway before it streams on to. */
function streamsTo(graph: Graph, gateway: Id, caller: Id): boolean {
  return (
    gateway === caller || graph.callsFrom(caller).some(({ callee, mode }) => callee === gateway && mode === 'stream')
  )
}

export const output: readonly Rule[] = [renderedOutput, zeroClickLeak, shownBeforeJudged, uncheckedArguments]
