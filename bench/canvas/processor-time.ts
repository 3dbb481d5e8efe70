import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** The processor time so far, in ms: of all threads that run pages and make their pictures. */
export type ProcessorTime = () => number

/** Of the processes of a page's browser, by what the kernel (Linux) counts of each thread. */
export async function processorTimeOf(page: Page): Promise<ProcessorTime> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('The page has no browser that tells its processes')
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  const drawing = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU').map(({ id }) => id)
  // A thread that has ended keeps what it took.
  const byThread = new Map<string, number>()
  return () => {
    for (const path of drawing.flatMap(threadsOf)) byThread.set(path, threadMs(path) ?? byThread.get(path) ?? 0)
    return [...byThread.values()].reduce((total, ms) => total + ms, 0)
  }
}

function threadsOf(process: number): readonly string[] {
  return readdirSync(`/proc/${process}/task`).map((thread) => `/proc/${process}/task/${thread}/schedstat`)
}

function threadMs(path: string): number | undefined {
  try {
    const [nanoseconds = '0'] = readFileSync(path, 'utf8').split(' ')
    return Number(nanoseconds) / 1e6
  } catch {
    // It ended while the list was read.
    return undefined
  }
}
