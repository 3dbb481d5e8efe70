import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type DesktopStudio } from './fixtures.ts'
import { dropContent, dropPath } from './pages/drop.ts'
import { Workbench } from './pages/workbench.ts'

const research = resolve(import.meta.dirname, '../resources/templates/analyst-research-rag.lintel.json')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface BadFile {
  readonly name: string
  readonly content: (design: string) => string | Uint8Array
  /** Place and remedy. */
  readonly says: RegExp
}

const badFiles: readonly BadFile[] = [
  {
    name: 'truncated.lintel.json',
    content: (design) => design.slice(0, design.length / 2),
    says: /truncated\.lintel\.json cannot be opened\. This file was cut off: it ends on line \d+, in "[^"]+".*take one of the backups/,
  },
  {
    name: 'picture.lintel.json',
    content: () => png,
    says: /picture\.lintel\.json (is not a text file, so it cannot be a design|cannot be opened\. Line 1 is not valid JSON)/,
  },
  {
    name: 'settings.json',
    content: () => '{"editor.fontSize": 12}',
    says: /settings\.json cannot be opened\. This is JSON, but no Lintel design: it says no format\. .*Import/,
  },
  {
    name: 'part.json',
    content: () => '{"format": "lintel/clipping", "version": 1}',
    says: /part\.json cannot be opened\. This is a "lintel\/clipping", a part of a design\. Open a design and paste it there/,
  },
  { name: 'empty.lintel.json', content: () => '', says: /This file is empty\. Choose another copy of it/ },
]

const toasts = (page: Page) => page.locator('.ui-toast-text')
const designName = (page: Page) =>
  new Workbench(page).inspector.getByRole('textbox', { name: 'Design name', exact: true })

/** A design with one step to take back: what nothing that comes from outside may touch. */
async function openWithHistory(page: Page): Promise<void> {
  await Workbench.blank(page)
  await designName(page).fill('Precious')
  await designName(page).press('Enter')
  await expect(page.locator('.tab-name')).toHaveText(['Precious'])
}

async function isUntouched(page: Page): Promise<void> {
  await expect(page.locator('.tab-name')).toHaveText(['Precious'])
  await page.getByRole('button', { name: /^Undo: / }).click()
  await expect(page.locator('.tab-name')).toHaveText(['Untitled design'])
  await page.getByRole('button', { name: /^Redo: / }).click()
  await expect(page.locator('.tab-name')).toHaveText(['Precious'])
}

async function saysOnce(page: Page, sentence: RegExp): Promise<void> {
  await expect(toasts(page)).toHaveCount(1)
  await expect(toasts(page)).toHaveText(sentence)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(toasts(page)).toHaveCount(0)
}

test('what is dropped and is no design says where and what to do, and touches nothing', async ({ studio }, {
  project,
}) => {
  const { page } = studio
  const design = await readFile(research, 'utf8')
  await openWithHistory(page)
  for (const { name, content, says } of badFiles) {
    if (project.name === 'desktop') {
      await dropPath(page, await writeFileIn(test.info().outputDir, name, content(design)))
    } else await dropContent(page, name, content(design))
    await saysOnce(page, says)
  }
  await isUntouched(page)
})

async function writeFileIn(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'files', name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

const desktopOnly = (name: string) => test.skip(name !== 'desktop', 'A browser has no paths')

test('the same by the menu, with 51 MB too: the files stay as they are', async ({ studio }, { project }) => {
  desktopOnly(project.name)
  const desktop = studio as DesktopStudio
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
  await dropPath(page, join(desktop.userData, 'files', 'log.json'))
  await saysOnce(page, large.says)
  await desktop.answerDialogs({ open: join(desktop.userData, 'nowhere.lintel.json') })
  await desktop.choose('file.import')
  await saysOnce(page, /nowhere\.lintel\.json is not there any more\. It may have been moved, renamed or deleted\./)
  await isUntouched(page)
})

test('the same by the command line, at the start', async ({ studio }, { project }) => {
  desktopOnly(project.name)
  const desktop = studio as DesktopStudio
  await openWithHistory(desktop.page)
  const cut = await writeFileIn(desktop.userData, 'cut.lintel.json', (await readFile(research, 'utf8')).slice(0, 5000))
  await desktop.end()
  await desktop.start(cut)
  await saysOnce(desktop.page, /cut\.lintel\.json cannot be opened\. This file was cut off: it ends on line \d+/)
  await expect(desktop.page.locator('.tab-name')).toHaveText(['Precious'])
})

test('a file of more than 50 MB is refused in a browser too', async ({ studio }, { project }) => {
  test.skip(project.name === 'desktop', 'There the main process refuses it')
  const { page } = studio
  await openWithHistory(page)
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(51_000_000)], 'log.json'))
    document.querySelector('.app')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
  })
  await saysOnce(page, /log\.json" has 51 MB; designs of up to 50 MB can be opened/)
  await isUntouched(page)
})

test('a newer version opens to be looked at: it cannot be edited, not after a restart either, and a copy holds all of it', async ({
  studio,
}, { project }) => {
  const text = (await readFile(research, 'utf8')).replace('"version": 1', '"version": 2')
  const newer = JSON.parse(text)
  newer.name = 'From the future'
  newer.components[0].moods = [{ name: 'curious' }]
  // A field that has become something else since: this Lintel cannot hold it.
  newer.components[1].settings = ['a', 'new', 'shape']
  const content = `${JSON.stringify(newer, undefined, 4)}\n`
  const { page } = studio
  await dropAny(studio, project.name, 'future.lintel.json', content)
  await expect(toasts(page)).toHaveText(
    /This file has version 2, newer than the 1 that this Lintel knows\. It opens read-only/,
  )
  await cannotBeEdited(page)

  await page.waitForTimeout(1200)
  await studio.restart()
  await cannotBeEdited(studio.page)
  await studio.page.getByRole('button', { name: 'Library', exact: true }).click()
  const card = studio.page.locator('.design-card[data-design]')
  await expect(card).toContainText('Read only')
  await studio.page.getByRole('button', { name: 'More about From the future' }).click()
  await expect(studio.page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await expect(studio.page.getByRole('menuitem', { name: 'Rename' })).toHaveCount(0)
  if (project.name !== 'desktop') return

  const desktop = studio as DesktopStudio
  await desktop.page.keyboard.press('Escape')
  await desktop.page.getByRole('button', { name: 'Open From the future' }).click()
  await desktop.choose('file.save')
  await expect(toasts(desktop.page)).toHaveText(/open for reading only\. Save it as another file instead/)
  const copy = join(desktop.userData, 'copy.lintel.json')
  await desktop.answerDialogs({ save: copy })
  await desktop.choose('file.save-as')
  await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toBe(content)
  expect(await readFile(join(test.info().outputDir, 'files', 'future.lintel.json'), 'utf8')).toBe(content)
})

async function dropAny(
  { page }: { readonly page: Page },
  project: string,
  name: string,
  content: string,
): Promise<void> {
  if (project === 'desktop') await dropPath(page, await writeFileIn(test.info().outputDir, name, content))
  else await dropContent(page, name, content)
}

async function cannotBeEdited(page: Page): Promise<void> {
  const workbench = new Workbench(page)
  await expect(page.locator('.top-bar').getByText('Read only')).toBeVisible()
  await expect(page.getByRole('group', { name: /^Answer model, / })).toBeVisible()
  const count = await page.locator('.card').count()
  await page.getByRole('button', { name: 'Add Guardrail' }).click()
  await page.getByRole('group', { name: /^Answer model, / }).click()
  await page.keyboard.press('Delete')
  const name = workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })
  if (await name.isEditable()) {
    await name.fill('Changed')
    await name.press('Enter')
  }
  await expect(page.getByRole('group', { name: /^Answer model, / })).toBeVisible()
  expect(await page.locator('.card').count()).toBe(count)
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
}

test('values of a wrong type are named with line and element, left out of the numbers, and kept in the file', async ({
  studio,
}, { project }) => {
  const design = JSON.parse(await readFile(research, 'utf8'))
  const component = (id: string) => design.components.find((one: { id: string }) => one.id === id)
  component('index').settings.vectors = 'many'
  component('rerank').settings = 'fast'
  const content = `${JSON.stringify(design, undefined, 2)}\n`
  const { page } = studio
  await dropAny(studio, project.name, 'mistyped.lintel.json', content)
  await expect(toasts(page)).toHaveText(
    /mistyped\.lintel\.json, line \d+: "vectors" of the component "Research index" is the text "many"; it takes a number\. The file itself is as it was\./,
  )
  await page.getByRole('button', { name: 'Show all 2' }).click()
  const list = page.getByRole('dialog', { name: 'What mistyped.lintel.json has wrong' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list).toContainText('"settings" of the component "Rerank" is the text "fast"; it takes an object')
  await page.keyboard.press('Escape')
  await new Workbench(page).hasNumbers()
  if (project.name === 'desktop')
    expect(await readFile(join(test.info().outputDir, 'files', 'mistyped.lintel.json'), 'utf8')).toBe(content)
})

test('names of 10,000 characters leave every part of the studio its shape', async ({ studio }, { project }) => {
  const { page } = studio
  const word = 'Unbreakable'.repeat(1000).slice(0, 9999)
  const design = JSON.parse(await readFile(research, 'utf8'))
  design.name = `D${word}`
  design.components.find((one: { id: string }) => one.id === 'llm').name = `C${word}`
  design.boundaries[0].name = `B${word}`
  const content = JSON.stringify(design)
  await dropAny(studio, project.name, 'long.lintel.json', content)
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
    await page.screenshot({ path: join(test.info().outputDir, `long-${panel}.png`) })
  }
  await page.getByRole('button', { name: 'Search or run' }).click()
  await keepsItsShape(page)
  await page.screenshot({ path: join(test.info().outputDir, 'long-search.png') })
  await page.keyboard.press('Escape')
  if (project.name === 'desktop') {
    const title = await (studio as DesktopStudio).app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getTitle(),
    )
    expect(title).toMatch(/^DUnbreakable.*\.\.\. - Lintel$/)
    expect(title?.length).toBeLessThan(250)
  }
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await keepsItsShape(page)
  await page.screenshot({ path: join(test.info().outputDir, 'long-library.png') })
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
