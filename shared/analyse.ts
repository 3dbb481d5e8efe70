import type { Analysis } from './analysis.ts'
import type { Design, PriceOverride } from './design/design.ts'
import { checkInvariants } from './design/invariants/index.ts'
import type { Problem } from './design/problem.ts'
import { shortenNames } from './design/short-names.ts'
import { soundDesign } from './design/sound.ts'
import { estimateDesign } from './estimate/estimate-design.ts'
import { runRules } from './findings/run.ts'
import { buildGraph } from './graph/build-graph.ts'
import { buildLineage } from './graph/build-lineage.ts'
import type { Graph } from './graph/graph.ts'
import { kinds } from './kinds/index.ts'
import { products } from './kinds/products/index.ts'
import { openPriceBook, type PriceBook } from './prices/price-book.ts'
import { verifyRequirements } from './requirements/verify.ts'
import { rules } from './rules.ts'
import { vocabulary } from './vocabulary.ts'

/** What an analysis needs beside the design. */
export interface Knowledge {
  /** The price book as it ships (`resources/prices/price-book.json`); throws when it is none. */
  readonly prices: object
  /** ISO date; the domain has no clock. */
  readonly today: string
  /** Thresholds that a workspace changed: rule id to name to number. */
  readonly thresholds?: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/**
 * Everything that follows from a design as the variant it shows: problems, numbers, requirements, findings, questions.
 * One pure function for the worker, the command line and the tests: the same design, book and day give the same result.
 * What the invariants refuse is left out and the rest is computed; while nothing is connected there are no findings and
 * no questions.
 */
export function analyse(design: Design, { prices, today, thresholds }: Knowledge): Analysis {
  const problems = checkInvariants(design, vocabulary)
  const graph = readGraph(design, problems)
  const lineage = buildLineage(graph)
  const estimate = estimateDesign(graph, priceBookFor(prices, design.prices))
  const requirements = verifyRequirements({ graph, lineage, estimate }, today)
  const drawn = graph.flows.length > 0
  const { findings, questions } = drawn
    ? runRules({ rules, graph, lineage, estimate, requirements, today, ...(thresholds ? { thresholds } : {}) })
    : { findings: [], questions: [] }
  return { problems, estimate, requirements, findings, questions }
}

/** The graph of a design with all kinds and products, without what the invariants refuse, and with names that fit a sentence. */
export function readGraph(design: Design, problems: readonly Problem[] = checkInvariants(design, vocabulary)): Graph {
  return buildGraph(shortenNames(soundDesign(design, vocabulary, problems)), kinds, products)
}

const noOverrides: readonly PriceOverride[] = []
const opened = new WeakMap<object, WeakMap<readonly PriceOverride[], PriceBook>>()

/** Opening a book checks every row; a book with the same overrides is opened once. */
function priceBookFor(prices: object, overrides: readonly PriceOverride[] = noOverrides): PriceBook {
  const books = opened.get(prices) ?? new WeakMap<readonly PriceOverride[], PriceBook>()
  opened.set(prices, books)
  const book = books.get(overrides) ?? openPriceBook(prices, overrides)
  books.set(overrides, book)
  return book
}
