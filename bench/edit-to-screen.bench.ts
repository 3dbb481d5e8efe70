import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, chromium, type Page } from '@playwright/test'
import { dropContent } from '../e2e/pages/drop.ts'
import type { Design } from '../shared/design/design.ts'
import { answerAtOnce } from './answer-at-once.ts'
import type { BenchSurroundings, Measure, Measurement } from './bench.ts'
import { startFrames, stopFrames } from './canvas/measure-page.ts'
import { drawingOf, townOf } from './drawing.ts'
import { measureEdits, watchWorker } from './watch-page.ts'

/** The p95 of 60 would be the third longest of them: another one in every run. */
const edits = 300
const floorEdits = 60
const sizes = [50, 500]
const answered = '.status-bar[data-pending="false"] .status-answer .status-value:text-matches("[0-9]")'
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** From an edit in the inspector to its numbers in the page, and how long the page is busy with them. */
export const measure: Measure = async (surroundings) => [
  ...(await inDesktopProgram(surroundings)),
  ...(await inBrowser(surroundings)),
]

async function inDesktopProgram({ executable, root, display }: BenchSurroundings): Promise<Measurement[]> {
  if (executable === undefined) return []
  const found: Measurement[] = []
  for (const size of sizes) {
    const userData = await mkdtemp(join(tmpdir(), 'lintel-bench-'))
    const file = join(userData, 'bench.lintel.json')
    await writeFile(file, JSON.stringify(drawingOf(size)))
    const app = await _electron.launch({
      executablePath: executable,
      args: [...sandbox, '--log-level=3', root, `--user-data-dir=${userData}`, file],
      env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) },
      // For the worker that answers at once, which is no file of the program.
      bypassCSP: true,
    })
    try {
      const page = await app.firstWindow()
      await page.waitForSelector(answered)
      // Its worker started before anybody could watch it.
      await page.addInitScript(watchWorker)
      await page.addInitScript(answerAtOnce)
      await page.reload()
      found.push(...(await measureDrawing(page, 'desktop', size)))
    } finally {
      await app.close()
      await rm(userData, { recursive: true, force: true })
    }
  }
  return found
}

async function inBrowser({ root, chromium: executablePath }: BenchSurroundings): Promise<Measurement[]> {
  if (executablePath === undefined) return []
  const { server, address } = await startServer(root)
  const browser = await chromium.launch({ executablePath, args: sandbox })
  const found: Measurement[] = []
  try {
    for (const size of sizes) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
      const page = await context.newPage()
      await page.addInitScript(watchWorker)
      await page.addInitScript(answerAtOnce)
      await page.goto(address)
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
      await dropContent(page, 'bench.lintel.json', JSON.stringify(drawingOf(size)))
      found.push(...(await measureDrawing(page, 'browser', size)))
      await context.close()
    }
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForSelector('html[data-ready]', { state: 'attached' })
    await dropContent(page, 'bench.lintel.json', JSON.stringify(townOf(await agentIn(root), 500)))
    found.push(...(await measurePanel(page)))
  } finally {
    await browser.close()
    server.kill()
  }
  return found
}

async function agentIn(root: string): Promise<Design> {
  return JSON.parse(
    await readFile(join(root, 'resources/templates/customer-support-agent.lintel.json'), 'utf8'),
  ) as Design
}

/** Pictures while somebody edits with the list of threats open: what the panel does with new findings must not be felt. */
async function measurePanel(page: Page): Promise<Measurement[]> {
  await page.waitForSelector(answered)
  await page.getByRole('tab', { name: /^Threats/ }).click()
  await focusNumberOf(page, 'Support agent')
  const frames: number[] = []
  const panel = page.getByRole('tabpanel', { name: /^Threats/ })
  for (let edit = 0; edit < 24; edit += 1) {
    await page.evaluate(startFrames)
    await page.keyboard.press('ArrowUp')
    // Numbers and findings are on the screen by then; later pictures, in which nothing changes, wait for nobody.
    await page.waitForTimeout(1000)
    const during = await page.evaluate(stopFrames)
    // The first edits warm up.
    if (edit >= 4) frames.push(...during)
    const shown = await panel.innerText()
    await page.waitForTimeout(1000)
    if ((await panel.innerText()) !== shown)
      throw new Error('The list of threats came later than a second after the edit')
  }
  return [
    ...figures('agents, 500 components, threats open: pictures after an edit', frames),
    {
      what: 'agents, 500 components, threats open: longest picture',
      value: Math.max(...frames),
      unit: 'ms',
    },
  ]
}

async function measureDrawing(page: Page, where: string, size: number): Promise<Measurement[]> {
  await page.waitForSelector(answered)
  await focusNumberOf(page, 'Part 0')
  const times = await page.evaluate(measureEdits, edits)
  await page.evaluate(() => {
    window.lintelAnswersAtOnce = true
  })
  const floor = await page.evaluate(measureEdits, floorEdits)
  const what = `${where}, ${size} components`
  return [
    ...figures(`${what}: edit to numbers in the page`, times.toNumbersMs),
    ...figures(`${what}: the same, answered at once (floor)`, floor.toNumbersMs),
    ...figures(`${what}: page busy with an answer of the worker`, times.answerMs),
    { what: `${what}: long tasks of the page`, value: times.longTasks, unit: `of ${edits} edits` },
  ]
}

/** From afar boxes are painted: whoever edits one flies to it. */
async function focusNumberOf(page: Page, name: string): Promise<void> {
  await page.locator('.canvas').focus()
  await page.keyboard.press('Control+f')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.locator('.react-flow__node').filter({ hasText: name }).first().click()
  await page.locator('.inspector [data-field] input.ui-number-input').first().focus()
}

function figures(what: string, values: readonly number[]): Measurement[] {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return [
    { what: `${what}, median`, value: at(0.5), unit: 'ms' },
    { what: `${what}, p95`, value: at(0.95), unit: 'ms' },
  ]
}

async function startServer(root: string): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const server = spawn(process.execPath, [join(root, 'dist/serve.js'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line]: unknown[] = await once(server.stdout, 'data')
  return { server, address: String(line).trim() }
}
