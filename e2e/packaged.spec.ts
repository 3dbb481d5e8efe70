import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { expect, sandboxArguments, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const root = resolve(import.meta.dirname, '..')
const execute = promisify(execFile)
let program = ''

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const { stdout } = await execute(process.execPath, [join(root, 'scripts', 'package-linux.mjs')])
  program = stdout.trim()
})

test('the packaged program starts from its archive and shows the studio', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'lintel-packaged-'))
  const child = spawn(program, [...sandboxArguments(), '--remote-debugging-port=0', `--user-data-dir=${userData}`])
  try {
    const address = await new Promise<string>((done, fail) => {
      child.once('exit', (code) => fail(new Error(`The program ended with ${code}`)))
      child.stderr.on('data', (data) => {
        const found = /ws:\/\/\S+/.exec(String(data))
        if (found) done(found[0])
      })
    })
    // To connect while the first page is being made makes the connection hang.
    const list = `http://${new URL(address).host}/json/list`
    await expect.poll(() => fetch(list).then((answer) => answer.text())).toContain('app://bundle/')
    const browser = await connect(address)
    const context = browser.contexts()[0]
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (page === undefined) throw new Error('The program has no page')
    await page.waitForSelector('html[data-ready]', { state: 'attached' })
    expect(page.url()).toBe('app://bundle/')
    await expect(page).toHaveTitle('Lintel')
    const packaged = await page.evaluate(() => {
      const appInfo: () => Promise<{ packaged: boolean }> = Reflect.get(Reflect.get(globalThis, 'lintel'), 'appInfo')
      return appInfo()
    })
    expect(packaged.packaged).toBe(true)
    // A template, the engines in their worker and the price book all come out of the archive.
    await Workbench.fromTemplate(page, 'Analyst research assistant')
    await expect(page.getByRole('group', { name: /^Answer model, / })).toBeVisible()
    await browser.close()
  } finally {
    const gone = new Promise((done) => child.once('exit', done))
    if (child.exitCode === null && child.signalCode === null) {
      child.kill()
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await gone
      clearTimeout(timer)
    }
    await rm(userData, { recursive: true, force: true })
  }
})

/** A busy machine may still be making the page: a connection that hangs is given up and tried again. */
async function connect(address: string): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 8000 })
  } catch {
    return await chromium.connectOverCDP(address, { timeout: 20_000 })
  }
}

test('the packaged program runs the command line without a window, and without a display', async () => {
  const { DISPLAY: _display, ...withoutDisplay } = process.env
  for (const env of [process.env, withoutDisplay]) {
    const { stdout } = await execute(program, [...sandboxArguments(), '--cli', 'list', 'kinds'], { env })
    expect(stdout).toMatch(/^llm-api\b/m)
  }
  const template = ['--cli', 'new', '--template', 'analyst-research-rag']
  const { stdout } = await execute(program, [...sandboxArguments(), ...template], { env: withoutDisplay })
  expect(JSON.parse(stdout)).toMatchObject({ format: 'lintel/design' })
})

test('the packaged program does not become Node', async () => {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const ran = await execute(program, [...sandboxArguments(), '-e', 'console.log("node")', '--cli', 'help'], { env })
  expect(ran.stdout).not.toMatch(/^node$/m)
})
