import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { analyse, type Knowledge, openStudy, readGraph } from '../shared/analyse.ts'
import type { Design } from '../shared/design/design.ts'
import { checkInvariants } from '../shared/design/invariants/check-invariants.ts'
import { estimateDesign } from '../shared/estimate/estimate-design.ts'
import type { Estimate } from '../shared/estimate/estimate.ts'
import { openPriceBook } from '../shared/prices/price-book.ts'
import { vocabulary } from '../shared/vocabulary.ts'
import { median, type Measure, type Measurement, timeOf } from './bench.ts'
import { drawingOf } from './drawing.ts'

/** Analysing templates and drawings of growing size again after an edit that changes a time, and from nothing. */
export const measure: Measure = ({ root }) => {
  const knowledge: Knowledge = {
    prices: JSON.parse(readFileSync(join(root, 'resources/prices/price-book.json'), 'utf8')) as object,
    today: '2026-11-21',
  }
  const folder = join(root, 'resources/templates')
  const templates = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Design)
  return [
    ...templates.map((design) => measureEdits(`Edit in "${design.name}"`, design, knowledge)),
    ...[50, 500].flatMap((size) => measureDrawing(size, 15, knowledge)),
    ...measureDrawing(5000, 3, knowledge),
    measureHeap(5000, knowledge),
  ]
}

function measureDrawing(size: number, runs: number, knowledge: Knowledge): readonly Measurement[] {
  const design = drawingOf(size)
  return [
    measureEdits(`Edit in a drawing of ${size} components`, design, knowledge, runs),
    measureNumbers(`Of that, the numbers on the screen`, design, knowledge, runs),
    ...measureParts(size, runs, knowledge),
  ]
}

function measureEdits(what: string, design: Design, knowledge: Knowledge, runs = 15): Measurement {
  let edits = 0
  const work = (): unknown => {
    edits += 1
    return readAll(analyse(editTime(design, edits), knowledge).estimate)
  }
  return { what, value: timeOf(work, runs), unit: 'ms' }
}

function measureNumbers(what: string, design: Design, knowledge: Knowledge, runs: number): Measurement {
  let edits = 0
  const work = (): unknown => {
    edits += 1
    return openStudy(editTime(design, edits), knowledge).compute()
  }
  return { what, value: timeOf(work, runs), unit: 'ms' }
}

/** The parts of a full recompute, each time of a design that nobody has seen: no element is remembered. */
function measureParts(size: number, runs: number, { prices, today }: Knowledge): readonly Measurement[] {
  const book = openPriceBook(prices, [], today)
  const graphMs: number[] = []
  const estimateMs: number[] = []
  const explainMs: number[] = []
  for (let turn = 0; turn < runs + 2; turn += 1) {
    const design = structuredClone(editTime(drawingOf(size), turn))
    const problems = checkInvariants(design, vocabulary)
    const times: number[] = [performance.now()]
    const graph = readGraph(design, problems)
    times.push(performance.now())
    const estimate = estimateDesign(graph, book)
    times.push(performance.now())
    readAll(estimate)
    times.push(performance.now())
    const [start = 0, built = 0, estimated = 0, explained = 0] = times
    graphMs.push(built - start)
    estimateMs.push(explained - built)
    explainMs.push(explained - estimated)
  }
  const figure = (what: string, values: readonly number[]): Measurement => {
    return { what: `${size} components: ${what}`, value: median(values.slice(2)), unit: 'ms' }
  }
  return [
    figure('graph', graphMs),
    figure('full estimate on that graph', estimateMs),
    figure('of that tornados, ledger, build or buy', explainMs),
  ]
}

/** What explains the numbers is worked out when it is read. */
function readAll({ tornados, ledger, buildOrBuy, capacity }: Estimate): unknown {
  return [tornados, ledger, buildOrBuy, capacity]
}

/** What a design, its graph and all that follows from it hold in memory, what is remembered for the next edit included. */
function measureHeap(size: number, knowledge: Knowledge): Measurement {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = (): number => {
    collect()
    return process.memoryUsage().heapUsed / 1024 / 1024
  }
  const before = used()
  const study = openStudy(structuredClone(drawingOf(size)), knowledge)
  const numbers = study.compute()
  readAll(numbers.estimate)
  const held = [study, numbers, study.judge(numbers)]
  const value = used() - before
  return { what: `${size} components: heap`, value: held.length > 0 ? value : 0, unit: 'MB' }
}

/** Another time each turn, so that nothing remembered answers. */
function editTime(design: Design, edits: number): Design {
  const middle = Math.floor((design.components?.length ?? 0) / 2)
  const components = (design.components ?? []).map((component, index) =>
    index === middle
      ? { ...component, settings: { ...component.settings, p50Ms: 50 + edits, p95Ms: 150 + edits } }
      : component,
  )
  return { ...design, components }
}
