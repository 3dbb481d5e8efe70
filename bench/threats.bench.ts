import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStudy, readGraph, type Study } from '../shared/analyse.ts'
import type { Design } from '../shared/design/design.ts'
import { type RuleRun, runRules } from '../shared/findings/run.ts'
import { buildLineage } from '../shared/graph/build-lineage.ts'
import { rules } from '../shared/rules.ts'
import { coverDesign } from '../shared/threats/coverage/cover-design.ts'
import { median, type Measure, type Measurement } from './bench.ts'
import { drawingOf, townOf } from './drawing.ts'

const today = '2026-11-21'
const threats = rules.filter(({ lenses }) => lenses.includes('threat'))

/**
 * The rules of threats as the worker runs them: on a tree of services, and on a town of copies of the template with an
 * agent, where untrusted words, tools and private data are everywhere. Time of the processor beside the time that passes: it counts
 * compiler and collector on other threads along, and whatever else the machine does as little as can be.
 */
export const measure: Measure = ({ root }) => {
  const prices = JSON.parse(readFileSync(join(root, 'resources/prices/price-book.json'), 'utf8')) as object
  const template = JSON.parse(
    readFileSync(join(root, 'resources/templates/customer-support-agent.lintel.json'), 'utf8'),
  ) as Design
  const study = (design: Design): Study => openStudy(structuredClone(design), { prices, today })
  const drawings = [
    ['a tree of 500 components', () => drawingOf(500), 9],
    ['agents, 500 components', () => townOf(template, 500), 9],
    ['a tree of 5,000 components', () => drawingOf(5000), 2],
    ['agents, 5,000 components', () => townOf(template, 5000), 1],
  ] as const
  return drawings.flatMap(([name, draw, turns]) => measureDrawing(name, draw(), study, turns))
}

function measureDrawing(
  name: string,
  design: Design,
  study: (design: Design) => Study,
  turns: number,
): readonly Measurement[] {
  const alone: Took[] = []
  const judging: Took[] = []
  const covering: Took[] = []
  for (let turn = 0; turn <= turns; turn += 1) {
    const opened = study(design)
    const numbers = opened.compute()
    const graph = readGraph(structuredClone(design))
    const run: RuleRun = { rules: threats, graph, lineage: buildLineage(graph), ...numbers, today }
    const took = timeOf(() => runRules(run))
    const judged = timeOf(() => opened.judge(numbers))
    const { findings, questions } = opened.judge(numbers)
    const covered = timeOf(() => coverDesign({ graph, rules, findings, questions }))
    // The first turn warms up.
    if (turn === 0) continue
    alone.push(took)
    judging.push(judged)
    covering.push(covered)
  }
  return [
    ...figures(`All ${threats.length} rules of threats on ${name}`, alone),
    ...figures(`  where data goes, and all ${rules.length} rules (one judgement of the worker)`, judging),
    ...figures('  the matrix of coverage', covering),
  ]
}

interface Took {
  readonly passedMs: number
  readonly processorMs: number
}

function figures(what: string, turns: readonly Took[]): readonly Measurement[] {
  return [
    { what, value: median(turns.map(({ passedMs }) => passedMs)), unit: 'ms' },
    { what: '    time of the processor', value: median(turns.map(({ processorMs }) => processorMs)), unit: 'ms' },
  ]
}

function timeOf(work: () => unknown): Took {
  const before = process.cpuUsage()
  const start = performance.now()
  work()
  const passedMs = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { passedMs, processorMs: (user + system) / 1000 }
}
