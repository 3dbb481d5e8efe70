import type { Page } from '@playwright/test'
import type { Clock, Frames } from './gestures.ts'
import { drag, pan, zoom } from './gestures.ts'
import type { BenchGraph } from './graph.ts'
import { settledAt } from './measure-page.ts'
import { processorTimeOf } from './processor-time.ts'
import type { Program } from './programs.ts'

/** What one run of one program on one drawing took. */
export interface RunFigures {
  readonly loadMs: number
  readonly pan: Frames
  readonly zoom: Frames
  readonly drag: Frames
  readonly heapMegabytes: number
}

/** How the work on a drawing is measured. */
export interface Way {
  /** How many times slower the page's thread is than it could be while somebody works on the drawing. */
  readonly slowdown: number
  /** Not the pace of pictures counts, but the processor time that each input takes. */
  readonly work?: boolean
}

/** Opens the program, loads the drawing at full speed, and works on it with all of it in sight, so many times slower. */
export async function runProgram(
  page: Page,
  program: Program,
  graph: BenchGraph,
  { slowdown, work = false }: Way,
): Promise<RunFigures> {
  await program.open(page)
  const loadMs = await program.load(page, graph)
  const clock = work ? await processorTimeOf(page) : undefined
  const release = await slowDown(page, slowdown)
  const panned = await pan(page, clock)
  await page.evaluate(settledAt)
  const zoomed = await zoom(page, clock)
  await page.evaluate(settledAt)
  const dragged = await dragOne(page, clock, program, graph)
  await release()
  return { loadMs, pan: panned, zoom: zoomed, drag: dragged, heapMegabytes: await heapOf(page) }
}

/** The page's thread runs so many times slower until the answer of this is called. */
async function slowDown(page: Page, rate: number): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  return () => devtools.detach()
}

/** A box of the middle into a gap between boxes, at least 12 points away. */
async function dragOne(page: Page, clock: Clock, program: Program, { nodes }: BenchGraph): Promise<Frames> {
  const columns = nodes.findIndex((node) => node.y !== nodes[0]?.y)
  const middle = nodes[Math.floor(nodes.length / 2 / columns) * columns + Math.floor(columns / 2)]
  if (middle === undefined) throw new Error('The drawing has no box in its middle')
  const grip = { x: middle.x + middle.width / 2, y: middle.y + middle.height * 0.8 }
  const by = { x: 148, y: 300 }
  const from = await program.screenOf(page, grip)
  const to = await program.screenOf(page, { x: grip.x + by.x, y: grip.y + by.y })
  const frames = await drag(page, clock, from, to)
  await page.evaluate(settledAt)
  try {
    await program.assertMoved(page, middle, to)
  } catch (error) {
    // What did not move says nothing of speed: the figure stays empty.
    console.log(`  ${error instanceof Error ? error.message : String(error)}`)
    return []
  }
  return frames
}

async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('Performance.enable')
  const { metrics } = await devtools.send('Performance.getMetrics')
  await devtools.detach()
  return (metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024
}
