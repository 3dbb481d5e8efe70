import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { _electron, chromium, type Page } from '@playwright/test'
import { type BenchSurroundings, type Measure, type Measurement, median } from './bench.ts'
import { buildPeers, peers } from './canvas/build-peers.ts'
import { benchGraph, type GraphForm } from './canvas/graph.ts'
import { lintel, peer, type Program } from './canvas/programs.ts'
import { type RunFigures, runProgram, type Way } from './canvas/run-program.ts'

/**
 * Loading, moving over and working on drawings of 1,000 and 5,000 boxes: the product, bare React Flow, Excalidraw and
 * tldraw on the same drawings, in the system's browser and in the desktop runtime. Of every eight runs the first warms up.
 *
 * The same once more with the page's thread held to a quarter of its speed, as on a client's older notebook with a call
 * going on: on an idle machine most programs keep the screen's own pace, and nothing tells them apart. And once by what
 * each input costs of processor time, in the page and in making its picture: the work that a screen's pace hides.
 *
 * LINTEL_BENCH_RUNS: counted runs of each (7). LINTEL_BENCH_ONLY: words, one of which the name of a figure must hold,
 * such as "Lintel;excalidraw". The slowest program loads the largest drawing for minutes: it gets one run of it.
 */
export const measure: Measure = async (surroundings) => {
  const runs = Number(process.env['LINTEL_BENCH_RUNS'] ?? 7)
  const only = (process.env['LINTEL_BENCH_ONLY'] ?? '').split(';').filter((word) => word !== '')
  const pages = await serveFolder(await buildPeers(surroundings.root))
  const product = await serveProduct(surroundings.root)
  const programs = [lintel(product.address), ...peers.map((name) => peer(name, `${addressOf(pages)}/${name}.html`))]
  const found: Measurement[] = []
  for (const surface of surfacesOf(surroundings)) {
    for (const size of surface.sizes) {
      for (const form of ['flat', 'nested'] as const) {
        for (const program of programs) {
          const title = `${surface.name}, ${size} ${form}, ${program.name}`
          if (only.length > 0 && !only.some((word) => title.includes(word))) continue
          const slow = program.name === 'tldraw' && size > 1000
          found.push(...(await figuresOf(title, surface, program, { size, form, runs: slow ? 1 : runs })))
        }
      }
    }
  }
  product.server.kill()
  pages.close()
  return found
}

interface Surface extends Way {
  readonly name: string
  readonly sizes: readonly number[]
  /** Opens an empty page, hands it to the work and closes all again. */
  readonly withPage: <T>(work: (page: Page) => Promise<T>) => Promise<T>
}

interface Wanted {
  readonly size: number
  readonly form: GraphForm
  readonly runs: number
}

async function figuresOf(
  title: string,
  surface: Surface,
  program: Program,
  { size, form, runs }: Wanted,
): Promise<readonly Measurement[]> {
  const graph = benchGraph(size, form)
  const counted: RunFigures[] = []
  for (let turn = 0; turn < (runs === 1 ? 1 : runs + 1); turn += 1) {
    try {
      const figures = await surface.withPage((page) => runProgram(page, program, graph, surface))
      if (turn > 0 || runs === 1) counted.push(figures)
    } catch (error) {
      // A program that cannot do it is a finding, and no reason to lose the figures of the others.
      console.log(`  ${title}: failed, ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
      if (counted.length === 0) return []
    }
  }
  const middle = (read: (figures: RunFigures) => number): number => median(counted.map(read))
  const found: Measurement[] = [
    { what: `${title}: load`, value: middle((figures) => figures.loadMs), unit: 'ms' },
    ...(['pan', 'zoom', 'drag'] as const).flatMap((gesture): Measurement[] => [
      { what: `${title}: ${gesture}, mean`, value: middle((figures) => mean(figures[gesture])), unit: 'ms' },
      { what: `${title}: ${gesture}, p95`, value: middle((figures) => at95(figures[gesture])), unit: 'ms' },
    ]),
    { what: `${title}: heap`, value: middle((figures) => figures.heapMegabytes), unit: 'MB' },
  ]
  // The whole takes long: what is known is said at once.
  const words = found.map(({ what, value }) => `${what.split(': ')[1]} ${value.toFixed(1)}`)
  console.log(`  ${title}: ${words.join(', ')}`)
  return found
}

function mean(frames: readonly number[]): number {
  return frames.reduce((total, frame) => total + frame, 0) / frames.length
}

function at95(frames: readonly number[]): number {
  const sorted = frames.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN
}

const viewport = { width: 1440, height: 900 }
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

function surfacesOf({ chromium: browserPath, executable, root, display }: BenchSurroundings): readonly Surface[] {
  const surfaces: Surface[] = []
  if (browserPath !== undefined) {
    const withPage: Surface['withPage'] = async (work) => {
      const browser = await chromium.launch({ executablePath: browserPath, args: sandbox })
      const page = await browser.newPage({ viewport })
      page.setDefaultTimeout(600_000)
      try {
        return await work(page)
      } finally {
        await browser.close()
      }
    }
    surfaces.push(
      { name: 'Chromium', slowdown: 1, sizes: [1000, 5000], withPage },
      { name: 'Chromium at a quarter of the speed', slowdown: 4, sizes: [1000], withPage },
      { name: 'Chromium, processor time of an input', slowdown: 1, work: true, sizes: [1000, 5000], withPage },
    )
  }
  if (executable !== undefined && display !== undefined) {
    surfaces.push({
      name: 'Electron',
      slowdown: 1,
      sizes: [1000, 5000],
      withPage: async (work) => {
        const application = await _electron.launch({
          executablePath: executable,
          args: [...sandbox, '--log-level=3', join(root, 'bench/canvas/window')],
          env: { ...process.env, DISPLAY: display },
        })
        const page = await application.firstWindow()
        page.setDefaultTimeout(600_000)
        try {
          return await work(page)
        } finally {
          await application.close()
        }
      },
    })
  }
  return surfaces
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

async function serveFolder(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(join(folder, new URL(request.url ?? '/', 'http://localhost').pathname))
    if (!path.startsWith(folder) || !existsSync(path)) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' })
    return void createReadStream(path).pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function serveProduct(root: string): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, [join(root, 'dist/serve.js'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line]: unknown[] = await once(server.stdout, 'data')
  return { server, address: String(line).trim() }
}
