import type { Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ActionRuns, ResolvedStep, Run } from '../../graph/run.ts'
import { walkAction } from '../../graph/runs.ts'
import {
  constant,
  difference,
  evaluate,
  type Formula,
  type InputNode,
  product,
  quotient,
  sum,
} from '../../kinds/formula/formula.ts'
import { renderFormula } from '../../kinds/formula/formula-text.ts'
import type { PriceLookup } from '../../kinds/kind.ts'
import { workedOut } from '../../kinds/parts/priced-lines.ts'
import type { Readers } from '../calls/call-context.ts'
import { type ActionVisits, solveVisits } from '../calls/visits.ts'
import type { CorpusEstimate } from '../estimate-parts.ts'
import type { Demand } from '../demand/demand.ts'
import type { Measured } from '../measure-actions.ts'
import { priceAction, pricedCall, type PricedCall } from '../money/cost-lines.ts'
import { lineBand, partOf } from '../uncertainty/band.ts'
import { type Corpus, findCorpora } from './find-corpora.ts'

/** A corpus on its way into an index for the first time: one run of its loader for each document. */
export interface FirstLoad extends Corpus {
  readonly documents: InputNode
  readonly visits: ActionVisits
}

/** The first loads that the drawing has: a stated number of documents and a way into an index are all that it takes. */
export function findFirstLoads(graph: Graph, readers: Readers): readonly FirstLoad[] {
  return findCorpora(graph).map((corpus) => {
    const runs = runsOf(graph, corpus)
    const never = (): { readonly down: number; readonly late: number } => ({ down: 0, late: 0 })
    return {
      ...corpus,
      documents: readers.settings(corpus.source).input('documents'),
      visits: solveVisits(graph, readers, runs, never, () => 0),
    }
  })
}

/** As the action that starts with the loader has it, else as a run of the loader alone; without what it reads elsewhere. */
function runsOf(graph: Graph, { loader, source, others }: Corpus): ActionRuns {
  const stated = graph.actions.find(({ runs, start }) => runs[start.run]?.component === loader)
  const found =
    stated ?? walkAction(graph, { action: source, name: graph.name(source), derived: true, component: loader })
  if (others.length === 0) return found
  const runs = Object.entries(found.runs).map(([key, run]): readonly [string, Run] => [
    key,
    { ...run, steps: without(run.steps, others) },
  ])
  return { ...found, runs: Object.fromEntries(runs) }
}

function without(steps: readonly ResolvedStep[], callees: readonly Id[]): readonly ResolvedStep[] {
  return steps.flatMap((step): readonly ResolvedStep[] => {
    if (step.type === 'call') return callees.includes(step.callee) ? [] : [step]
    if (step.type === 'sequence') return [{ ...step, steps: without(step.steps, callees) }]
    if (step.type === 'parallel') return [{ ...step, branches: without(step.branches, callees) }]
    return [step]
  })
}

/**
 * Vectors of the indexes of which nobody said how many they keep, by index: documents x tokens of a document / (chunk -
 * overlap), summed over the corpora that are loaded into it. A chunker on the way says how it cuts, else the index.
 */
export function vectorsFrom(
  graph: Graph,
  readers: Readers,
  firstLoads: readonly FirstLoad[],
): ReadonlyMap<Id, InputNode> {
  const parts = new Map<Id, Formula[]>()
  for (const load of firstLoads) {
    for (const index of load.indexes) {
      if (graph.kindOf(index).settings['vectors'] === undefined) continue
      if (typeof known(graph.stated(index, 'vectors')) === 'number') continue
      const vectors = vectorsOf(graph, readers, load, index)
      if (vectors) parts.set(index, [...(parts.get(index) ?? []), vectors])
    }
  }
  return new Map(
    [...parts].map(([index, [first, ...more]]) => {
      const by = first && more.length === 0 ? first : sum(...[first, ...more].flatMap((part) => part ?? []))
      const source = `Documents to load: ${renderFormula(by)}`
      const node = workedOut('Vectors', evaluate(by), 'vectors')
      return [index, { ...node, by, provenance: { ...node.provenance, on: index, field: 'vectors', source } }]
    }),
  )
}

function vectorsOf(graph: Graph, readers: Readers, { documents, visits }: FirstLoad, index: Id): Formula | undefined {
  const write = visits.calls.find(({ use }) => use.call.callee === index)
  if (!write) return undefined
  const cutter = visits.calls.map(({ use }) => use.call.callee).find((id) => cutsBy(graph, id))
  const cut = readers.settings(cutter ?? index)
  const chunk = cut.input('chunkTokens')
  const step = cutter === undefined ? chunk : difference(chunk, cut.input('overlapTokens'))
  const { items, tokens } = write.use.hand
  const text = items > 0 && cutter !== undefined ? items * evaluate(step) : tokens
  if (!(text > 0) || !(evaluate(step) > 0)) return undefined
  return quotient(product(documents, tokensOf(graph, readers, visits, text)), step)
}

function cutsBy(graph: Graph, component: Id): boolean {
  const { settings } = graph.kindOf(component)
  return (
    graph.has(component, 'splits-documents') &&
    settings['chunkTokens'] !== undefined &&
    settings['overlapTokens'] !== undefined
  )
}

const documentLabel = 'Tokens of a document'

/** The field that says how long a document is where one alone does, else what the way adds up to. */
function tokensOf(graph: Graph, readers: Readers, { calls }: ActionVisits, text: number): InputNode {
  for (const { use } of calls) {
    if (!graph.has(use.call.callee, 'stores-data') || graph.kindOf(use.call.callee).call['resultTokens'] === undefined)
      continue
    const node = readers.call(use.call).input('resultTokens')
    if (Math.abs(node.value - text) <= 1e-9 * text) return { ...node, label: documentLabel }
  }
  return workedOut(documentLabel, text, 'tokens')
}

/** What nobody said cannot be counted; the line says so. */
const noRefresh = 'The first load alone: nobody has said how many documents are added or changed in a month.'

/** Lines of the first loads that no workload states, once each; how often content is renewed stays a question. */
export function priceFirstLoads(
  graph: Graph,
  readers: Readers,
  prices: PriceLookup,
  firstLoads: readonly FirstLoad[],
  measured: readonly Measured[],
): readonly PricedCall[] {
  return firstLoads.flatMap((load) => {
    const { source, loader, documents, visits } = load
    const demands = demandsOn(measured, loader)
    if (demands.some(({ once }) => once !== undefined)) return []
    const isRenewed = demands.some(isMonthly)
    const length = lengthOf(graph, readers, load)
    const lines = priceAction(graph, readers, prices, visits, askedOnce(source, documents)).lines.map((priced) =>
      length === undefined || graph.has(priced.line.component, 'generates-text') ? priced : byLength(priced, length),
    )
    return isRenewed ? lines : lines.map((priced) => ({ ...priced, line: { note: noRefresh, ...priced.line } }))
  })
}

/** The field that says how long a document of the corpus is. */
function lengthOf(graph: Graph, readers: Readers, { source, visits }: FirstLoad): InputNode | undefined {
  const read = visits.calls.find(({ use }) => use.call.callee === source)
  if (read === undefined || graph.kindOf(source).call['resultTokens'] === undefined) return undefined
  const node = readers.call(read.use.call).input('resultTokens')
  return node.value > 0 ? { ...node, label: documentLabel } : undefined
}

/** A line with the words in hand written as what they are, those of a document: its length moves the line. */
function byLength(priced: PricedCall, length: InputNode): PricedCall {
  const formula = withLength(priced.formula, length)
  const part = partOf(formula, priced.restsOn)
  return pricedCall({ ...priced.line, formula, usd: lineBand(part) }, part.swings, part.restsOn)
}

function withLength(formula: Formula, length: InputNode): Formula {
  if (formula.op !== 'input') return { ...formula, of: formula.of.map((part) => withLength(part, length)) }
  const { unit, value, provenance } = formula
  if (unit !== 'tokens' || provenance.from !== 'derived' || value <= 0) return formula
  const times = value / length.value
  return Math.abs(times - 1) < 1e-12 ? length : product(length, constant('Part of it here, overlaps included', times))
}

/** The first loads as a reader of the estimate sees them. */
export function describeCorpora(
  firstLoads: readonly FirstLoad[],
  measured: readonly Measured[],
): readonly CorpusEstimate[] {
  return firstLoads.map(({ source, loader, indexes, documents }) => ({
    source,
    loader,
    indexes,
    documents: documents.value,
    isRenewalStated: demandsOn(measured, loader).some(isMonthly),
  }))
}

/** What asks for the runs of a loader. */
function demandsOn(measured: readonly Measured[], loader: Id): readonly Demand[] {
  return measured.flatMap(({ runs, demand }) =>
    Object.values(runs.runs).some(({ component }) => component === loader) ? [demand] : [],
  )
}

/** Whether somebody says how often it comes every month; never is an answer too. */
function isMonthly({ perMonth }: Demand): boolean {
  return perMonth !== undefined
}

/** So many requests, once. */
function askedOnce(action: Id, once: Formula): Demand {
  return {
    action,
    perMonth: undefined,
    once,
    requestsPerMonth: 0,
    openPerMonth: 0,
    peakPerSecond: 0,
    perSecondByHour: [],
    closed: { perSecond: 0, unhinderedPerSecond: 0 },
    growing: [],
    peaks: [],
    assumed: [],
  }
}
