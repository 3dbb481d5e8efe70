import type { Id } from '../../design/design.ts'
import { groupBy } from '../../design/group-by.ts'
import { oncePerLineage } from '../../findings/graph-reading.ts'
import { askSetting, askTopic } from '../../findings/standing.ts'
import { askOrder, isUntrusted, likelihoodOf, looksFor, untrustedOrigins } from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { defineRule, type Outcome, type Rule, type RuleContext } from '../../findings/rule.ts'
import { trailOf } from '../../findings/trail.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { CarriedCall, Origin } from '../../graph/lineage.ts'
import { agentic, asi, atlas, cwe, llm, mcp, nistAml } from '../../findings/refer.ts'

/** What a guard before a model has to look for. */
const instructions: readonly string[] = ['injection']

/** Calls of models with untrusted words that no gate, firm or soft, has certainly judged. One line a caller. */
function* unjudgedPrompts(context: RuleContext, speaks: (origin: Origin) => boolean): Iterable<Outcome> {
  const { graph, lineage } = context
  // A policy or a person before an action says nothing of what is done about the words before the model.
  const hasGuard = graph
    .with('filters-content')
    .some((guard) => looksFor(graph, guard.id, instructions) && lineage.into(guard.id).length > 0)
  // What a judge of answers is talked into is a wrong score: it has no rights, and nobody reads what it says.
  const prompts = lineage.calls.filter(
    (call) => graph.has(call.callee, 'generates-text') && !graph.has(call.caller, 'evaluates'),
  )
  for (const [caller, calls] of groupBy(prompts, (call) => call.caller)) {
    const open = calls.flatMap((call) =>
      unjudgedOrigins(context, call)
        .filter(speaks)
        .map((origin) => ({ call, origin })),
    )
    const [first] = open
    const undecided = calls.map((call) => ({ call, gates: gatesOutOfOrder(context, call, speaks) }))
    const [asked] = undecided.filter(({ gates }) => gates.length > 0)
    if (asked !== undefined) yield askOrder(graph, asked.call, asked.gates)
    if (first === undefined) continue
    if (!hasGuard && !context.complete('access')) {
      yield askTopic(context, 'topic.guards', 'Is text from outside judged before a model reads it?', 'Security')
      continue
    }
    // The line is weighed, and its way shown, by the words that are trusted least.
    const worst = open.reduce((least, each) => (trustIn(each.origin) < trustIn(least.origin) ? each : least), first)
    const words = listWords([...new Set(open.map(({ origin }) => origin.name))])
    const models = listNames(
      graph,
      open.map(({ call }) => call.callee),
    )
    const name = graph.name(caller)
    yield {
      type: 'found',
      anchors: [caller, first.call.callee],
      path: lineage.pathTo(worst.call, worst.origin.id),
      elements: open.flatMap(({ call }) => [call.flow, call.callee]),
      problem: `${name} puts ${words} before ${models}, and no gate has judged it.`,
      fix: `Judge ${words} before ${name} calls ${models}, and give ${name} no right that such text could abuse.`,
      rating: rate(likelihoodOf(graph, [worst.origin], []), [
        { steps: 2, why: 'what the model says is no longer ours' },
      ]),
      facts: { actor: worst.origin.name },
      cause: `prompt ${caller}`,
      remedy: {
        control: 'injection-filter',
        title: `A guard before ${models}`,
        at: first.call.flow,
        strength: 'probabilistic',
      },
    }
  }
}

function trustIn({ trust }: Origin): number {
  return trust ?? 100
}

/** Gates that would have judged untrusted words, if somebody said that they come first. */
function gatesOutOfOrder(
  { graph, lineage }: RuleContext,
  call: CarriedCall,
  speaks: (origin: Origin) => boolean,
): readonly Id[] {
  const spoken = call.carried.filter((carried) =>
    carried.origins.some((id) => {
      const origin = lineage.origins[id]
      return isUntrusted(origin) && origin !== undefined && speaks(origin)
    }),
  )
  const judged = spoken.map(({ marks }) => marks.filter(({ gate }) => looksFor(graph, gate, instructions)))
  const undecided = judged.filter((marks) => marks.length > 0 && marks.every(({ certain }) => !certain))
  return [...new Set(undecided.flatMap((marks) => marks.map(({ gate }) => gate)))].toSorted()
}

/** Who speaks in it without having been judged, the least trusted first. */
function unjudgedOrigins({ graph, lineage }: RuleContext, call: CarriedCall): readonly Origin[] {
  const unjudged = call.carried.filter(({ marks }) => !marks.some(({ gate }) => looksFor(graph, gate, instructions)))
  return untrustedOrigins(lineage, unjudged)
}

const directInjection = defineRule({
  id: 'PI-01',
  aliases: ['SEC-06'],
  lenses: ['threat', 'check'],
  title: 'What outsiders send reaches the model unjudged',
  severity: 'medium',
  topic: 'access',
  stride: 'TE',
  why: 'Whoever writes it can tell the model to forget its instructions. A guard makes this harder; rights outside the model limit what it is worth.',
  references: [
    ...llm('LLM01'),
    ...asi('ASI01'),
    ...atlas('T0051.000'),
    ...nistAml('NISTAML.018'),
    ...cwe('CWE-1427'),
    ...agentic('T6'),
  ],
  falsePositive: 'The model has no secret, no right and no reader but the one who wrote.',
  verify:
    'Ask the model to forget its instructions and to say them back: whatever it answers, no right and no data may come with it.',
  closedBy: ['quarantined-model', 'policy-gate', 'schema-check'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'It knows the attacks that it was trained on; the next one is written against it, and the same words can talk it round.',
    },
    {
      control: 'mark-untrusted-text',
      why: 'A mark tells the model where strange text begins; the model is free to obey it all the same.',
    },
    { control: 'model-judge', why: 'A second model reads the same words, and can be talked round by them.' },
  ],
  *check(context) {
    yield* unjudgedPrompts(context, (origin) => isTyped(context, origin))
  },
})

const indirectInjection = defineRule({
  id: 'PI-02',
  lenses: ['threat'],
  title: 'Content from outside reaches the model unjudged',
  severity: 'medium',
  topic: 'access',
  stride: 'T',
  why: 'A web page, a mail or a document can hold instructions that nobody here wrote. The person who asks never sees them; the model obeys them.',
  references: [
    ...llm('LLM01'),
    ...asi('ASI01'),
    ...atlas('T0051.001', 'T0093'),
    ...nistAml('NISTAML.015'),
    ...agentic('T6'),
    ...mcp('MCP06'),
  ],
  falsePositive: 'Only the house can write there: then say who writes the data.',
  verify:
    'Put an order into a page, a mail and a document that it will read: the answer may mention it, and nothing may follow it.',
  closedBy: ['quarantined-model', 'plan-then-execute', 'source-allow-list'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'An order in a document looks like a sentence of that document; filters miss some of them, and one is enough.',
    },
    {
      control: 'mark-untrusted-text',
      why: 'Spotlights and delimiters help the model on a good day; nothing holds it to them.',
    },
    { control: 'content-filter', why: 'It looks for harmful words, and an order to send a file holds none.' },
  ],
  *check(context) {
    yield* unjudgedPrompts(context, (origin) => !isTyped(context, origin))
  },
})

/** Said by an actor in his own request, rather than found somewhere by a tool or a search. */
function isTyped(context: RuleContext, origin: Origin): boolean {
  return typedOrigins(context).has(origin.id)
}
const typedOrigins = oncePerLineage(({ graph, lineage }): ReadonlySet<Id> => {
  const asked = lineage.calls.filter(({ caller }) => graph.has(caller, 'starts-requests'))
  return new Set(asked.flatMap(({ carried }) => carried.flatMap(({ origins }) => origins)))
})

const secretsInPrompt = defineRule({
  id: 'PI-05',
  aliases: ['SEC-20', 'P-09'],
  lenses: ['threat', 'check'],
  title: 'Secrets stand in the prompt',
  severity: 'high',
  topic: 'access',
  stride: 'I',
  why: 'What is in a prompt can be asked out of the model. A key or a rule of access in there is no longer a secret, nor a rule.',
  references: [
    ...llm('LLM08', 'LLM02'),
    ...atlas('T0056', 'T0069.002', 'T0083'),
    ...nistAml('NISTAML.035'),
    ...cwe('CWE-522'),
  ],
  falsePositive: 'What is in the prompt may be read by everybody who asks: then it is no secret.',
  verify: 'Ask the model, in ten ways, for all that stands before the first message: nothing may be worth keeping.',
  closedBy: ['secrets-in-vault'],
  softenedBy: [
    {
      control: 'injection-filter',
      why: 'A secret can be asked out one letter at a time, or in another language, and no request looks like an attack.',
    },
    { control: 'content-filter', why: 'It finds a key as it is written; told backwards or in code it passes.' },
  ],
  *check(context) {
    const { graph, lineage } = context
    for (const store of graph.with('versions-prompts')) {
      const hasSecrets = graph.settings(store).truth('containsSecrets')
      if (hasSecrets === undefined) yield askSetting(context, store, 'containsSecrets')
      if (hasSecrets !== true) continue
      yield {
        type: 'found',
        anchors: [store.id],
        problem: `Prompts in ${store.name} hold secrets or rules of access.`,
        fix: `Take them out of ${store.name}: let code fetch secrets from a vault and check rights.`,
        remedy: { control: 'secrets-in-vault', title: 'Secrets in a vault', at: store.id, strength: 'deterministic' },
      }
    }
    for (const call of lineage.calls) {
      const secret = call.carried.find((carried) => graph.asset(carried.asset)?.type === 'secret')
      if (secret === undefined || !graph.has(call.callee, 'generates-text')) continue
      yield {
        type: 'found',
        anchors: [secret.asset, call.callee],
        elements: [call.caller, call.flow],
        ...trailOf(lineage, [call], [secret.asset]),
        problem: `${graph.name(call.caller)} sends ${graph.name(secret.asset)} to ${graph.name(call.callee)}.`,
        fix: `Keep ${graph.name(secret.asset)} out of the prompt: let code use it outside the model.`,
        remedy: { control: 'secrets-in-vault', title: 'Secrets in a vault', at: call.flow, strength: 'deterministic' },
      }
    }
  },
})

export const injection: readonly Rule[] = [directInjection, indirectInjection, secretsInPrompt]
