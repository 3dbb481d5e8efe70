import type { Analysis, Judgement, Numbers } from './analysis.ts'
import type { Design, Id, PriceOverride } from './design/design.ts'
import { checkInvariants } from './design/invariants/check-invariants.ts'
import { leaveOutNoNumbers } from './design/no-number.ts'
import type { Problem } from './design/problem.ts'
import { shortenNames } from './design/short-names.ts'
import { soundDesign } from './design/sound.ts'
import { endlessProblems } from './estimate/calls/endless-problems.ts'
import { servingProblems } from './estimate/self-hosting/serving-problems.ts'
import { estimateDesign } from './estimate/estimate-design.ts'
import type { Estimate } from './estimate/estimate.ts'
import { rankFindings } from './findings/rank-findings.ts'
import { contextFor, runRulesInSteps, workOff } from './findings/run.ts'
import { governDesign } from './govern-design.ts'
import type { GovernanceAssessment } from './governance/assess-governance.ts'
import { buildGraph } from './graph/build-graph.ts'
import type { Graph } from './graph/graph.ts'
import type { Lineage } from './graph/lineage.ts'
import { rememberedLineage } from './graph/remembered-lineage.ts'
import { kinds } from './kinds/index.ts'
import { products } from './kinds/products/index.ts'
import { openPriceBook, type PriceBook } from './prices/price-book.ts'
import { priceProblems } from './prices/price-problems.ts'
import type { MetricContext } from './requirements/metric.ts'
import { verifyRequirements } from './requirements/verify.ts'
import type { Rule } from './findings/rule.ts'
import { rules } from './rules.ts'
import { applyStandards } from './standards/apply-standards.ts'
import type { Standards } from './standards/standards.ts'
import { coverDesign } from './threats/coverage/cover-design.ts'
import type { Coverage } from './threats/coverage/coverage.ts'
import type { Catalogues } from './threats/frameworks/catalogues.ts'
import { findControl } from './threats/controls.ts'
import { manualThreats } from './threats/manual/manual-threats.ts'
import { type DataTrace, traceData } from './threats/trace-data.ts'
import type { Vocabulary } from './design/vocabulary.ts'
import { vocabulary } from './vocabulary.ts'

/** What an analysis needs beside the design. */
export interface Knowledge {
  /** The price book as it ships (`resources/prices/price-book.json`); throws when it is none. */
  readonly prices: object
  /** ISO date; the domain has no clock. */
  readonly today: string
  /** What the house adds to the rules and changes of them. */
  readonly standards?: Standards
  /** With what the house has imported; those that ship when absent. */
  readonly catalogues?: Catalogues
}

/**
 * Everything that follows from a design as the variant it shows: problems, numbers, requirements, findings, questions.
 * One pure function for the worker, the command line and the tests: the same design, book and day give the same result.
 * What the invariants refuse is left out and the rest is computed; while nothing is connected there are no findings and
 * no questions.
 */
export function analyse(design: Design, knowledge: Knowledge): Analysis {
  const study = openStudy(design, knowledge)
  const numbers = study.compute()
  return { ...numbers, ...study.judge(numbers) }
}

/** One design under study: its numbers first, at any traffic, and what they mean after them. */
export interface Study {
  /** Numbers and verdicts at `traffic` times the stated traffic (1 by default). */
  readonly compute: (traffic?: number) => Numbers
  /** Findings and questions; `numbers` are those of the stated traffic. */
  readonly judge: (numbers: Numbers) => Judgement
  /** `judge` with pauses: somebody who edits on does not wait for all rules. */
  readonly judgeInSteps: (numbers: Numbers) => Generator<undefined, Judgement>
  /** What governance says; `analysis` is that of the stated traffic. Only who reads it asks: no edit waits for it. */
  readonly govern: (analysis: Analysis) => GovernanceAssessment
  /** Which rules looked at what for which threat, and what they say. Only who reads it asks. */
  readonly cover: (analysis: Analysis) => Coverage
  /** Where a data asset goes; undefined where there is no such asset. Only who reads it asks. */
  readonly trace: (asset: Id) => DataTrace | undefined
}

/**
 * `analyse` in its steps, so that a worker can show numbers before findings, and ask "what if" without reading the
 * design again.
 */
export function openStudy(given: Design, { prices, today, standards, catalogues }: Knowledge): Study {
  const applied = applyStandards(rules, standards)
  const { design, problems: noNumbers } = leaveOutNoNumbers(given)
  const faults = [...noNumbers, ...checkInvariants(design, vocabularyWith(applied.rules))]
  const graph = readGraph(design, faults)
  const book = priceBookFor(prices, design.prices, today)
  const problems = [...faults, ...priceProblems(design, book)]
  // Numbers alone seldom ask where data goes.
  let known: Lineage | undefined
  const lineage = (): Lineage => (known ??= rememberedLineage(graph))
  const judgeInSteps: Study['judgeInSteps'] = function* ({ estimate, requirements }) {
    // What people wrote down stands whatever is drawn.
    const written = manualThreats(graph.design, today)
    if (graph.flows.length === 0) return { findings: rankFindings(graph, written), questions: [] }
    const run = { ...applied, graph, lineage: lineage(), estimate, requirements, today, isSoft }
    const judged = yield* runRulesInSteps(run)
    if (written.length === 0) return judged
    return { ...judged, findings: rankFindings(graph, [...judged.findings, ...written]) }
  }
  return {
    compute: (traffic = 1) => {
      const estimate = estimateDesign(graph, book, { traffic })
      let average: Estimate | undefined
      const atLoads = new Map<number, Estimate>()
      const context: MetricContext = {
        graph,
        estimate,
        atAverage: () => (average ??= estimateDesign(graph, book, { traffic, hour: 'average' })),
        atTraffic: (times) => {
          const computed = atLoads.get(times) ?? estimateDesign(graph, book, { traffic: traffic * times })
          atLoads.set(times, computed)
          return computed
        },
        get lineage() {
          return lineage()
        },
      }
      return {
        problems: [
          ...problems,
          ...endlessProblems(design, graph, estimate),
          ...servingProblems(design, graph, estimate),
        ],
        estimate,
        requirements: verifyRequirements(context, today),
      }
    },
    judge: (numbers) => workOff(judgeInSteps(numbers)),
    judgeInSteps,
    cover: ({ findings, questions, estimate, requirements }) => {
      const run = { ...applied, graph, lineage: lineage(), estimate, requirements, today }
      return coverDesign({
        graph,
        rules: applied.rules,
        findings,
        questions,
        context: (rule) => contextFor(run, rule),
        ...(catalogues === undefined ? {} : { catalogues }),
      })
    },
    trace: (asset) => traceData(graph, lineage(), asset),
    govern: (analysis) =>
      governDesign(
        graph,
        analysis,
        today,
        lineage(),
        applied.off.map(({ id }) => id),
      ),
  }
}

/** Whether a control of the catalogue makes an attack harder and never impossible. */
function isSoft(type: string): boolean {
  return findControl(type)?.strength === 'probabilistic'
}

/** A waiver may speak of a rule of the house's own. */
function vocabularyWith(applied: readonly Rule[]): Vocabulary {
  if (applied === rules) return vocabulary
  const ids = applied.flatMap((rule) => [rule.id, ...rule.aliases])
  return { ...vocabulary, ruleIds: [...new Set([...(vocabulary.ruleIds ?? []), ...ids])] }
}

/** The graph of a design with all kinds and products, without what the invariants refuse, and with names that fit a sentence. */
export function readGraph(design: Design, problems: readonly Problem[] = checkInvariants(design, vocabulary)): Graph {
  return buildGraph(shortenNames(soundDesign(design, vocabulary, problems)), kinds, products)
}

const noOverrides: readonly PriceOverride[] = []
const opened = new WeakMap<
  object,
  WeakMap<readonly PriceOverride[], { readonly on: string; readonly book: PriceBook }>
>()

/** Opening a book takes a moment; one with the same overrides is opened once a day. */
function priceBookFor(prices: object, overrides: readonly PriceOverride[] | undefined, today: string): PriceBook {
  const books = opened.get(prices) ?? new WeakMap<readonly PriceOverride[], { on: string; book: PriceBook }>()
  opened.set(prices, books)
  const own = overrides ?? noOverrides
  const held = books.get(own)
  if (held?.on === today) return held.book
  const book = openPriceBook(prices, own, today)
  books.set(own, { on: today, book })
  return book
}
