import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { dropContent } from '../e2e/pages/drop.ts'
import type { Measure, Measurement } from './bench.ts'
import { drawingOf } from './drawing.ts'
import { type EditTimes, measureEdits, watchWorker } from './watch-page.ts'

const edits = 60

/** From an edit in the inspector to its numbers in the page, and how long the page is busy with them. */
export const measure: Measure = async ({ root, chromium: executablePath }) => {
  if (executablePath === undefined) return []
  const { server, address } = await startServer(root)
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath, args: sandbox })
  const found: Measurement[] = []
  for (const size of [50, 500]) found.push(...(await measureDrawing(browser, address, size)))
  await browser.close()
  server.kill()
  return found
}

async function measureDrawing(browser: Browser, address: string, size: number): Promise<Measurement[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(watchWorker)
  await page.goto(address)
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  await dropContent(page, 'bench.lintel.json', JSON.stringify(drawingOf(size)))
  await page.waitForSelector('.status-bar[data-pending="false"] .status-answer .status-value:text-matches("[0-9]")')
  await page.locator('.react-flow__node').filter({ hasText: 'Part 0' }).first().click()
  const field = page.locator('.inspector [data-field] input.ui-number-input').first()
  await field.focus()
  const times = await page.evaluate(measureEdits, edits)
  await context.close()
  return [
    ...figures(`${size} components: edit to numbers in the page`, times.toNumbersMs),
    ...figures(`${size} components: page busy with an answer of the worker`, times.answerMs),
    { what: `${size} components: long tasks of the page`, value: times.longTasks, unit: 'of 60 edits' },
  ]
}

function figures(what: string, values: EditTimes['answerMs']): Measurement[] {
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
