import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  _electron,
  chromium,
  expect,
  test as base,
  type Browser,
  type ElectronApplication,
  type Page,
} from '@playwright/test'

import type { CommandId } from '../shared/commands.ts'
import { askAgainForLostAnswers } from './pages/main-process.ts'

export { expect }

const root = resolve(import.meta.dirname, '..')

/** The running studio, in the desktop program or in a browser. */
export interface Studio {
  /** The page; another one after `restart`. */
  readonly page: Page
  /** Ends the program as a person would and starts it again on the same data. */
  restart: () => Promise<void>
}

export interface DesktopStudio extends Studio {
  /** The main process; another one after `restart`. */
  readonly app: ElectronApplication
  /** Settings, backups and the library of this test. */
  readonly userData: string
  /** Ends the program. */
  end: () => Promise<void>
  /** Ends it at once, as a loss of power would for it. */
  kill: () => Promise<void>
  /** Chooses a command in the native menu. */
  choose: (command: CommandId) => Promise<void>
  /** Starts it again, with files to open. */
  start: (...files: string[]) => Promise<void>
  /** What native dialogs answer from now on: a path, or nothing for "cancel". */
  answerDialogs: (answers: { open?: string; save?: string }) => Promise<void>
}

interface Fixtures {
  /** The studio with an empty library, in both projects. */
  studio: Studio
  /** The desktop program with its main process at hand; for the desktop project only. */
  desktop: DesktopStudio
}

interface WorkerFixtures {
  openBrowser: () => Promise<Browser>
}

interface KeptFixtures {
  /** One desktop program for all tests of a file. */
  kept: DesktopStudio
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  openBrowser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      let browser: Promise<Browser> | undefined
      await use(
        () => (browser ??= chromium.launch({ executablePath: required('LINTEL_CHROMIUM'), args: sandboxArguments() })),
      )
      await (await browser)?.close()
    },
    { scope: 'worker' },
  ],
  studio: async ({ openBrowser, baseURL }, use, { project }) => {
    if (project.name === 'desktop') await withDesktop(use)
    else await withBrowser(await openBrowser(), baseURL ?? '', use)
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  desktop: async ({}, use) => withDesktop(use),
})

/**
 * For tests that keep nothing in the library: one program for all of a file, its page loaded anew for each test. What a test
 * changes in the main process stays.
 */
export const testInOneProgram = test.extend<object, KeptFixtures>({
  kept: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => withDesktop(use),
    { scope: 'worker' },
  ],
  desktop: async ({ kept }, use) => {
    await kept.page.goto('app://bundle/')
    await isReady(kept.page)
    await use(kept)
  },
})

async function withBrowser(browser: Browser, address: string, use: (studio: Studio) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const thrown: Error[] = []
  const open = async () => {
    const page = await context.newPage()
    page.on('pageerror', (error) => thrown.push(error))
    await page.goto(address)
    await isReady(page)
    return page
  }
  let page = await open()
  await use({
    get page() {
      return page
    },
    restart: async () => {
      await page.close({ runBeforeUnload: true })
      page = await open()
    },
  })
  await context.close()
  // What nobody catches has broken something, whether or not this journey looks there.
  expect(thrown).toEqual([])
}

async function withDesktop(use: (studio: DesktopStudio) => Promise<void>): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'lintel-e2e-'))
  let running = await launch(userData)
  const end = () => endProgram(running)
  const start = async (...files: string[]) => {
    running = await launch(userData, files)
  }
  await use({
    get app() {
      return running.app
    },
    get page() {
      return running.page
    },
    userData,
    end,
    kill: () => killProgram(running),
    choose: (command) =>
      running.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command),
    start,
    restart: async () => {
      await end()
      await start()
    },
    answerDialogs: (answers) => answerDialogs(running.app, answers),
  })
  await end()
  await rm(userData, { recursive: true, force: true })
}

interface Running {
  app: ElectronApplication
  page: Page
  /** Taken at the start: an application that has ended does not tell its process any more. */
  child: ChildProcess
}

async function launch(userData: string, files: string[] = []): Promise<Running> {
  const app = await _electron.launch({
    // No path of its own: only so does Playwright hold the window back until it is connected; else a start in fifty hangs.
    args: [...sandboxArguments(), '--log-level=3', root, `--user-data-dir=${userData}`, ...files],
    cwd: root,
    timeout: 15_000,
  })
  askAgainForLostAnswers(app)
  const child = app.process()
  try {
    const page = await app.firstWindow({ timeout: 15_000 })
    await isReady(page)
    return { app, page, child }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** The page says by this attribute that its first screen can be used. */
const isReady = (page: Page) => page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 15_000 })

/** Ends the program as a person would; one that does not go, as a page that asks to save keeps it open, is ended the hard way. */
async function endProgram({ app, child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
  await app.close().catch(() => undefined)
  await gone
  clearTimeout(timer)
}

async function killProgram({ child }: Running): Promise<void> {
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGKILL')
  await gone
}

async function answerDialogs(app: ElectronApplication, answers: { open?: string; save?: string }): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === undefined, filePaths: open === undefined ? [] : [open] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: save === undefined, filePath: save ?? '' })
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
  }, answers)
}

export const sandboxArguments = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run these tests by "npm run e2e"`)
  return value
}
