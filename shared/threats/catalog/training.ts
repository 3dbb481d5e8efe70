import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { arrivalsAt } from '../../findings/arrivals.ts'
import { isUntrusted, untrustedOrigins } from '../../findings/influence.ts'
import { rate } from '../../findings/rate.ts'
import { atlas, cwe, linddun, llm, nistAml, owaspMl } from '../../findings/refer.ts'
import { defineRule, type Rule, type RuleContext } from '../../findings/rule.ts'
import { askNetwork, askSetting, hasField, standSetting } from '../../findings/standing.ts'
import { listNames, listWords } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'

const changedAndUntested = defineRule({
  id: 'SUP-05',
  lenses: ['threat'],
  title: 'A changed model is not tested again',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  why: 'A few examples or a coarser precision can undo what the maker of a model taught it to refuse, and an adapter can hide a sign that turns it. The tests of the first model say nothing about the second.',
  references: [...llm('LLM05'), ...atlas('T0018.000'), ...nistAml('NISTAML.023'), ...owaspMl('ML07')],
  falsePositive: 'The tests run in the pipeline of another team: then say that it is tested.',
  verify:
    'Ask for the last test report of the model as it runs: same weights, adapter and precision, with attacks among the cases.',
  closedBy: ['retest-after-change'],
  thresholds: { bits: 4 },
  looksAt: ({ graph }) => [...graph.with('trains'), ...graph.with('self-hosted')].map(({ id }) => id),
  *check(context) {
    const { graph, thresholds } = context
    for (const { box, field, change } of changedModels(graph, thresholds['bits'] ?? 4)) {
      if (!hasField(context, box, field) || testsAgain(graph, box)) continue
      const standing = standSetting(context, 'supply-chain', box, field)
      if (standing === 'unknown') yield askSetting(context, box, field)
      if (standing !== 'bad') continue
      yield {
        type: 'found',
        anchors: [box.id],
        problem: `${box.name} ${change}, and what comes of it is not tested for quality and safety.`,
        fix: `Run the tests of the first model, attacks included, on what ${box.name} gives, and keep it back below their limits.`,
        remedy: {
          control: 'retest-after-change',
          title: `Test what ${box.name} gives`,
          at: box.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan the tests',
          patch: { components: { [box.id]: { settings: { [field]: true } } } },
        },
      }
    }
  },
})

/** What trains a finished model further, and what runs one with few bits per weight. */
function changedModels(
  graph: Graph,
  mostBits: number,
): readonly { readonly box: Component; readonly field: string; readonly change: string }[] {
  const tuned = graph
    .with('trains')
    .filter(({ id }) => graph.callsFrom(id).some(({ callee }) => !graph.has(callee, 'observes')))
    .map((box) => ({ box, field: 'safetyTested', change: 'changes a finished model' }))
  const squeezed = graph
    .with('self-hosted')
    .filter((box) => bitsOf(graph, box) <= mostBits)
    .map((box) => ({ box, field: 'retested', change: `runs with ${bitsOf(graph, box)} bits a weight` }))
  return [...tuned, ...squeezed]
}

/** Bits per weight, as somebody stated the precision: "int4" and "fp4" have four. NaN, which is never few, where nobody did. */
function bitsOf(graph: Graph, model: Component): number {
  const precision = String(known(graph.stated(model, 'precision')))
  return Number(/\d+$/u.exec(precision)?.[0])
}

/** A test with attacks among its cases gets what this box makes. */
function testsAgain(graph: Graph, box: Component): boolean {
  return graph
    .callsFrom(box.id)
    .some(({ callee }) => graph.has(callee, 'evaluates') && graph.settings(callee).truth('adversarial') === true)
}

const learnsFromUse = defineRule({
  id: 'TRN-01',
  lenses: ['threat'],
  title: 'Whoever uses it can teach it',
  severity: 'medium',
  topic: 'supply-chain',
  stride: 'T',
  linddun: ['Nc'],
  why: 'Feedback and logged requests come from whoever asks. Many small pushes in one direction shift what the model thinks is right, and no single example looks wrong.',
  references: [
    ...llm('LLM05'),
    ...atlas('T0020', 'T0031'),
    ...nistAml('NISTAML.037'),
    ...linddun('Nc'),
    ...owaspMl('ML08'),
  ],
  falsePositive: 'What people say only counts after an expert has given the right answer: then say so on the training.',
  verify:
    'Let a test account send the same wrong feedback many times and see, after the next training, whether answers move.',
  closedBy: ['cap-influence', 'approve-writes'],
  softenedBy: [
    {
      control: 'anomaly-watch',
      why: 'An alarm notices a flood; somebody patient who adds a little each day stays below it.',
    },
  ],
  looksAt: ({ graph }) => graph.with('trains').map(({ id }) => id),
  *check(context) {
    const { graph, lineage } = context
    const spoken = new Set(
      lineage.calls
        .filter(({ caller }) => graph.has(caller, 'starts-requests'))
        .flatMap(({ carried }) => carried.flatMap(({ origins }) => origins)),
    )
    for (const training of graph.with('trains')) {
      const learned = arrivalsAt(context, training.id).filter(({ origins }) => origins.some((id) => spoken.has(id)))
      const [first] = learned
      if (first === undefined) continue
      const standing = standSetting(context, 'supply-chain', training, 'influenceCapped')
      if (standing === 'unknown') yield askSetting(context, training, 'influenceCapped')
      if (standing !== 'bad') continue
      const origins = [...new Set(learned.flatMap((each) => each.origins))].filter((id) => spoken.has(id)).toSorted()
      const isOutside = origins.some((id) => isUntrusted(lineage.origins[id]))
      const words = listWords(origins.map((id) => lineage.origins[id]?.name ?? graph.name(id)))
      yield {
        type: 'found',
        anchors: [training.id],
        elements: [...new Set(learned.flatMap(({ flow, from }) => [from, flow]))],
        path: [first.from, first.flow, training.id],
        problem: `${training.name} learns from ${words}, and nothing limits how much one person can add.`,
        fix: `Keep new examples apart until they are checked, limit the share of one person, and compare the new model with the old one on fixed cases before ${training.name} replaces it.`,
        rating: rate(
          [
            { steps: 2, why: 'what people say is learned' },
            isOutside ? { steps: 2, why: 'people outside can say it' } : { steps: 0, why: '' },
          ],
          [{ steps: 3, why: 'every later answer rests on it' }],
        ),
        cause: `load ${training.id}`,
        remedy: {
          control: 'cap-influence',
          title: `Limit what one person adds to ${training.name}`,
          at: training.id,
          strength: 'deterministic',
        },
        quickFix: {
          label: 'Plan the limit',
          patch: { components: { [training.id]: { settings: { influenceCapped: true } } } },
        },
      }
    }
  },
})

const openWorkshop = defineRule({
  id: 'TRN-04',
  lenses: ['threat', 'check'],
  title: 'Where models are made can be reached from outside',
  severity: 'medium',
  topic: 'access',
  stride: 'E',
  why: 'Workshops run any code by design, hold raw data and write the models that everybody trusts. Who gets in there needs no further flaw.',
  references: [...atlas('T0049'), ...cwe('CWE-501'), ...owaspMl('ML10')],
  falsePositive: 'What stands there is a public sandbox with public data, and nothing of it goes live.',
  verify: 'From outside the network, try to open the notebook, the job queue and the registry: no address may answer.',
  closedBy: ['separate-training', 'private-network'],
  looksAt: ({ graph }) => graph.with('trains').map(({ id }) => id),
  *check(context) {
    const { graph } = context
    for (const workshop of graph.with('trains')) {
      const visitors = visitorsOf(context, workshop)
      const { network } = graph.facets(workshop.id)
      const isPublic = network.value === 'public'
      const asked = askNetwork(graph, network)
      if (asked !== undefined) yield asked
      if (!isPublic && visitors.length === 0) continue
      yield {
        type: 'found',
        anchors: [workshop.id],
        elements: [...visitors, ...(network.from === undefined ? [] : [network.from])],
        problem: isPublic
          ? `${workshop.name} makes models in a public network.`
          : `What ${listNames(graph, visitors)} ${visitors.length === 1 ? 'sends' : 'send'} from outside reaches ${workshop.name} while it works.`,
        fix: `Move ${workshop.name} into a network of its own that calls out and is not called, and hand models over through a registry.`,
        remedy: {
          control: 'separate-training',
          title: `${workshop.name} in a network of its own`,
          at: workshop.id,
          strength: 'deterministic',
        },
        cause: `workshop ${workshop.id}`,
      }
    }
  },
})

/** Who calls it live, in a request that carries words from outside; what is loaded offline is data, and no visit. */
function visitorsOf({ graph, lineage }: RuleContext, workshop: Component): readonly Id[] {
  const calls = lineage
    .into(workshop.id)
    .filter(
      ({ caller, carried }) =>
        graph.facets(caller).network.value === 'public' && untrustedOrigins(lineage, carried).length > 0,
    )
  return [...new Set(calls.map(({ caller }) => caller))].toSorted()
}

export const training: readonly Rule[] = [changedAndUntested, learnsFromUse, openWorkshop]
