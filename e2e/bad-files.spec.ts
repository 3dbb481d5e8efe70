import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import {
  badFiles,
  dropAny,
  isUntouched,
  openWithHistory,
  research,
  saysOnce,
  toasts,
  writeFileIn,
  type BadFile,
} from './pages/bad-input.ts'
import { Workbench } from './pages/workbench.ts'

test('what is no design says so by the menu too, and the files stay as they are', async ({ desktop }) => {
  const { page } = desktop
  const design = await readFile(research, 'utf8')
  await openWithHistory(page)
  const large: BadFile = {
    name: 'log.json',
    content: () => Buffer.alloc(51 * 1024 * 1024 + 1, ' '),
    says: /log\.json holds 51 MB; a design has at most 50 MB\. It is probably another kind of file\./,
  }
  for (const { name, content, says } of [...badFiles.slice(0, 3), large]) {
    const path = await writeFileIn(desktop.userData, name, content(design))
    const before = await stat(path)
    await desktop.answerDialogs({ open: path })
    await desktop.choose('file.open')
    await saysOnce(page, says)
    expect((await stat(path)).mtimeMs).toBe(before.mtimeMs)
  }
  await desktop.answerDialogs({ open: join(desktop.userData, 'nowhere.lintel.json') })
  await desktop.choose('file.import')
  await saysOnce(page, /nowhere\.lintel\.json is not there any more\. It may have been moved, renamed or deleted\./)
  await isUntouched(page)
})

test('a file of the command line that is no design says so at the start', async ({ desktop }) => {
  await openWithHistory(desktop.page)
  const cut = await writeFileIn(desktop.userData, 'cut.lintel.json', (await readFile(research, 'utf8')).slice(0, 5000))
  await desktop.end()
  await desktop.start(cut)
  await saysOnce(desktop.page, /cut\.lintel\.json cannot be opened\. This file was cut off: it ends on line \d+/)
  await expect(desktop.page.locator('.tab-name')).toHaveText(['Precious'])
})

test('values of a wrong type are named with line and element, left out of the numbers, and kept in the file', async ({
  desktop,
}) => {
  const design = JSON.parse(await readFile(research, 'utf8'))
  const component = (id: string) => design.components.find((one: { id: string }) => one.id === id)
  component('index').settings.vectors = 'many'
  component('rerank').settings = 'fast'
  const content = `${JSON.stringify(design, undefined, 2)}\n`
  const { page } = desktop
  await dropAny(desktop, 'desktop', 'mistyped.lintel.json', content)
  await expect(toasts(page)).toHaveText(
    /mistyped\.lintel\.json, line \d+: “vectors” of the component “Research index” is the text “many”; it takes a number\. The file itself is as it was\./,
  )
  await page.getByRole('button', { name: 'Show all 2' }).click()
  const list = page.getByRole('dialog', { name: 'What mistyped.lintel.json has wrong' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText('“settings” of the component “Rerank” is the text “fast”; it takes an object')
  await page.keyboard.press('Escape')
  await new Workbench(page).hasNumbers()
  expect(await readFile(join(test.info().outputDir, 'files', 'mistyped.lintel.json'), 'utf8')).toBe(content)
})

test('names of 10,000 characters leave every part of the studio its shape', async ({ desktop }) => {
  const { page } = desktop
  const word = 'Unbreakable'.repeat(1000).slice(0, 9999)
  const design = JSON.parse(await readFile(research, 'utf8'))
  design.name = `D${word}`
  design.components.find((one: { id: string }) => one.id === 'llm').name = `C${word}`
  design.boundaries[0].name = `B${word}`
  const content = JSON.stringify(design)
  await dropAny(desktop, 'desktop', 'long.lintel.json', content)
  const workbench = new Workbench(page)
  await workbench.hasNumbers()
  await expect(toasts(page)).toHaveCount(0)
  const card = page.getByRole('group', { name: /^CUnbreakable/ })
  const [long, short] = [await card.boundingBox(), await page.getByRole('group', { name: /^Rerank, / }).boundingBox()]
  expect(long?.width).toBeCloseTo(short?.width ?? 0, 0)
  expect(long?.height).toBeCloseTo(short?.height ?? 0, 0)
  await card.click()
  for (const panel of ['Findings', 'Threats', 'Estimate', 'Questions', 'Requirements', 'Data']) {
    await workbench.open(panel)
    await keepsItsShape(page)
  }
  await page.getByRole('button', { name: 'Search or run' }).click()
  await keepsItsShape(page)
  await page.keyboard.press('Escape')
  const title = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  expect(title).toMatch(/^DUnbreakable.*\.\.\. - Lintel$/)
  expect(title?.length).toBeLessThan(250)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await keepsItsShape(page)
  await page.getByRole('button', { name: /^More about DUnbreakable/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(toasts(page)).toContainText('is deleted')
  await keepsItsShape(page)
})

/** Nothing sticks out of the window, and no single thing takes it all. */
async function keepsItsShape(page: Page): Promise<void> {
  const [width, inner, height, innerHeight] = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [scrollWidth, window.innerWidth, scrollHeight, window.innerHeight] as const
  })
  expect(width).toBeLessThanOrEqual(inner)
  expect(height).toBeLessThanOrEqual(innerHeight)
  const tall = await page.evaluate(() =>
    [...document.querySelectorAll('.top-bar, .tab, .ui-toast, .status-bar, .design-card, .card')].flatMap((element) => {
      const box = element.getBoundingClientRect()
      return box.height > 400 || box.width > window.innerWidth
        ? [`${element.className} ${box.width}x${box.height}`]
        : []
    }),
  )
  expect(tall).toEqual([])
}
