import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { median, type BenchSurroundings, type Measure } from './bench.ts'

const runs = 5

/** From the start of the process to a screen one can use, and what all its processes hold then. */
export const measure: Measure = async (surroundings) => {
  if (surroundings.executable === undefined) return []
  const userData = await mkdtemp(join(tmpdir(), 'lintel-bench-'))
  const first = await startOnce(surroundings, userData)
  const later = []
  for (let index = 0; index < runs; index += 1) later.push(await startOnce(surroundings, userData))
  await rm(userData, { recursive: true, force: true })
  return [
    { what: 'First start, empty user data', value: first.readyMs, unit: 'ms' },
    { what: `Later starts, median of ${runs}`, value: median(later.map((start) => start.readyMs)), unit: 'ms' },
    { what: 'Of these, until the window shows', value: median(later.map((start) => start.windowMs)), unit: 'ms' },
    {
      what: 'Memory of all processes (sum of resident sets)',
      value: median(later.map((start) => start.residentMegabytes)),
      unit: 'MB',
    },
  ]
}

async function startOnce({ executable, root, display }: BenchSurroundings, userData: string) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startedAt = Date.now()
  const app = await _electron.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [...sandbox, '--log-level=3', root, `--user-data-dir=${userData}`],
    env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) },
  })
  const page = await app.firstWindow()
  const windowMs = Date.now() - startedAt
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  // The mark is exact; the attribute is seen only when the driver looks.
  const markedAt = await page.evaluate(() => {
    const mark = performance.getEntriesByName('lintel:ready')[0]
    return mark === undefined ? Date.now() : performance.timeOrigin + mark.startTime
  })
  const residentKilobytes = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().reduce((total, metric) => total + metric.memory.workingSetSize, 0),
  )
  await app.close()
  return { readyMs: markedAt - startedAt, windowMs, residentMegabytes: residentKilobytes / 1024 }
}
