import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type DesktopStudio } from './fixtures.ts'
import { dropContent, dropPath } from './pages/drop.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'
const templateFile = resolve(import.meta.dirname, '../resources/templates/analyst-research-rag.lintel.json')

test('home offers templates with what each is for', async ({ studio }) => {
  const cards = studio.page.locator('.template-card')
  await expect(cards).toHaveCount(6)
  for (const card of await cards.all()) {
    await expect(card.locator('svg.thumbnail')).toBeVisible()
    expect((await card.locator('.template-summary').textContent())?.length).toBeGreaterThan(20)
  }
})

test('a design is started from each template, under a free name when there is one already, each with a tab', async ({
  studio,
}) => {
  const { page } = studio
  const names: string[] = []
  for (const name of [...(await page.locator('.template-card .design-card-name').allTextContents()), research]) {
    await Workbench.fromTemplate(page, name)
    names.push(names.includes(name) ? `${name} 2` : name)
    await expect(page.locator('.tab-name')).toHaveText(names)
    await page.getByRole('button', { name: 'Library', exact: true }).click()
  }
  await expect(page.locator('.design-card[data-design] .design-card-name')).toHaveText(names.toReversed())
  await expect(page.locator('.design-card[data-design] svg.thumbnail')).toHaveCount(names.length)

  const active = page.locator('.tab[data-active="true"] .tab-name')
  const [first = '', second = '', third = ''] = names
  const last = names.at(-1) ?? ''
  await test.step('keys go from tab to tab, round at the ends', async () => {
    await page.locator('.tab-name').first().click()
    await expect(active).toHaveText(first)
    await page.keyboard.press('Control+Tab')
    await expect(active).toHaveText(second)
    await page.keyboard.press('Control+Shift+Tab')
    await expect(active).toHaveText(first)
    await page.keyboard.press('Control+Shift+Tab')
    await expect(active).toHaveText(last)
    await expect(active).toBeInViewport()
  })
  await test.step('a list has every one of them', async () => {
    await page.getByRole('button', { name: 'All open designs' }).click()
    await expect(page.getByRole('menuitem')).toHaveText(names.map((name) => (name === last ? `✓${name}` : name)))
    await page.getByRole('menuitem', { name: third, exact: true }).click()
    await expect(active).toHaveText(third)
  })
  await test.step('the middle button closes one, and the others stay', async () => {
    await page.locator('.tab-name').filter({ hasText: third }).first().click({ button: 'middle' })
    const left = names.filter((name) => name !== third)
    await expect(page.locator('.tab-name')).toHaveText(left)
    await page.locator('.tab-name').first().click({ button: 'middle' })
    await expect(page.locator('.tab-name')).toHaveText(left.slice(1))
  })
  await test.step('a double click types the name, and the menu of a tab is there for both hands', async () => {
    const tab = page.locator('.tab-name').filter({ hasText: second })
    await tab.dblclick()
    await page.getByRole('textbox', { name: 'Name of the design' }).fill('In the middle')
    await page.keyboard.press('Enter')
    await expect(active).toHaveText('In the middle')
    await expect(active).toBeFocused()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Show in the library' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Open In the middle' })).toBeFocused()
    await page.locator('.tab-name', { hasText: 'In the middle' }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Close the other designs' }).click()
    await expect(page.locator('.tab-name')).toHaveText(['In the middle'])
  })
})

test('a design started from a template is on its card, with numbers, after going home', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, research)
  await page.waitForTimeout(1500)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const card = page.locator('.design-card[data-design]')
  await expect(card).toHaveCount(1)
  await expect(card.locator('.design-card-name')).toHaveText(research)
  await expect(card.locator('svg.thumbnail')).toBeVisible()
  await expect(card.locator('.design-card-facts')).toContainText('just now')
  await expect(card.locator('.design-card-facts')).toContainText('$')
})

test('designs are renamed, duplicated, found, deleted and brought back', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, research)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const cards = page.locator('.design-card[data-design]')
  await page.getByRole('button', { name: `More about ${research}` }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the design' })
  await name.fill('Research RAG')
  await name.press('Enter')
  await expect(cards.locator('.design-card-name')).toHaveText('Research RAG')
  // The open tab has the new name too, and an edit there does not bring the old one back.
  await expect(page.locator('.tab-name')).toHaveText('Research RAG')

  await page.getByRole('button', { name: 'More about Research RAG' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(cards).toHaveCount(2)

  const search = page.getByRole('searchbox', { name: 'Find a design' })
  await search.fill('rag 2')
  await expect(cards).toHaveCount(1)
  await search.fill('nothing like it')
  await expect(page.locator('.library-none')).toBeVisible()
  await search.fill('')

  await page.getByRole('button', { name: 'More about Research RAG 2' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(cards).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(cards).toHaveCount(2)
})

test('with one workspace open nothing of another shows', async ({ studio }, { project }) => {
  const { page } = studio
  const desktop = project.name === 'desktop' ? (studio as DesktopStudio) : undefined
  const text = (await readFile(templateFile, 'utf8')).replace(/"name": "[^"]*"/, '"name": "Secret of Acme"')
  if (desktop === undefined) await dropContent(page, 'acme.lintel.json', text)
  else await dropPath(page, await writeDesign(desktop, 'acme.lintel.json', text))
  await new Workbench(page).hasNumbers()
  if (desktop !== undefined) {
    await expect.poll(() => recentFiles(desktop)).toEqual([expect.stringContaining('acme.lintel.json')])
    await expect.poll(() => windowTitle(desktop)).toBe('Secret of Acme - Lintel')
  }
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await page.getByRole('button', { name: 'More about Secret of Acme' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(page.locator('.ui-toast')).toContainText('Secret of Acme')
  await page.getByRole('button', { name: /^Workspace / }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the workspace' })
  await name.fill('A bank')
  await name.press('Enter')
  await expect(page.getByRole('button', { name: 'Workspace A bank' })).toBeVisible()
  await expect(page.locator('.design-card[data-design]')).toHaveCount(0)

  await showsNothingOf(studio.page, /Acme/i)
  if (desktop !== undefined) {
    await expect.poll(() => recentFiles(desktop)).toEqual([])
    await expect.poll(() => windowTitle(desktop)).toBe('Lintel')
    await desktop.choose('file.restore-backup')
    await expect(page.getByRole('dialog')).toContainText('There is no backup yet')
    await page.keyboard.press('Escape')
  }
  await page.waitForTimeout(500)
  await studio.restart()
  await expect(studio.page.getByRole('button', { name: 'Workspace A bank' })).toBeVisible()
  await showsNothingOf(studio.page, /Acme/i)

  await studio.page.getByRole('button', { name: 'Workspace A bank' }).click()
  await studio.page.getByRole('menuitem', { name: 'My workspace' }).click()
  await expect(studio.page.locator('.design-card[data-design]')).toHaveCount(2)
  if (desktop !== undefined) {
    await expect.poll(() => recentFiles(desktop)).toEqual([expect.stringContaining('acme.lintel.json')])
  }
})

/** Neither in what is seen, nor in what is read aloud, nor in the search over everything. */
async function showsNothingOf(page: Page, client: RegExp): Promise<void> {
  expect(await page.title()).not.toMatch(client)
  expect(await page.locator('html').innerHTML()).not.toMatch(client)
  await page.getByRole('button', { name: 'Search or run' }).click()
  const palette = page.getByRole('dialog', { name: 'Search or run' })
  await expect(palette).toBeVisible()
  expect(await palette.innerHTML()).not.toMatch(client)
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
}

const windowTitle = ({ app }: DesktopStudio) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())

/** What "File, Open recent" offers. */
const recentFiles = ({ app }: DesktopStudio) =>
  app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
    const recent = file?.submenu?.items.find(({ label }) => label === 'Open recent')
    return (recent?.submenu?.items ?? []).map(({ label }) => label).filter((label) => label.includes('.json'))
  })

async function writeDesign({ userData }: DesktopStudio, name: string, text: string): Promise<string> {
  const path = join(userData, name)
  await writeFile(path, text)
  return path
}

test('a file without a path, as an archive or a mail gives it, comes in by its content', async ({
  desktop: { page },
}) => {
  await dropContent(page, 'nothing.lintel.json', '')
  await expect(page.locator('.ui-toast')).toContainText('is not saved as a file yet')
  await dropContent(page, 'attached.lintel.json', await readFile(templateFile, 'utf8'))
  await new Workbench(page).hasNumbers()
})

test('a template from disk comes in by drop, by the menu and from the recent files', async ({ studio }, {
  project,
}) => {
  const { page } = studio
  const text = await readFile(templateFile, 'utf8')
  if (project.name !== 'desktop') {
    await dropContent(page, 'rag.lintel.json', text)
    await new Workbench(page).hasNumbers()
    return
  }
  const desktop = studio as DesktopStudio
  await dropPath(page, templateFile)
  await new Workbench(page).hasNumbers()
  const other = await writeDesign(desktop, 'other.lintel.json', text.replaceAll('"name": "Rerank"', '"name": "Sorter"'))
  await desktop.answerDialogs({ open: other })
  await desktop.choose('file.import')
  await expect(page.locator('.tab-name')).toHaveText([research, `${research} 2`])
  await expect(page.locator('.ui-toast')).toContainText('is a copy: the library already holds another version')
  await expect(page.getByRole('group', { name: /^Sorter, / })).toBeVisible()

  await desktop.choose('file.close-design')
  await desktop.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
    file?.submenu?.items.find(({ label }) => label === 'Open recent')?.submenu?.items[0]?.click()
  })
  await expect(page.locator('.tab-name')).toHaveText([research, `${research} 2`])
})

test('a name of 10,000 characters neither breaks the card nor is cut', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.blank(page)
  const long = `${'A long name '.repeat(833)}end.`
  const name = workbench.inspector.getByRole('textbox', { name: 'Design name' })
  await name.fill(long)
  await name.press('Enter')
  await page.waitForTimeout(1200)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const card = page.locator('.design-card[data-design]')
  await expect(card.locator('.design-card-name')).toHaveText(long)
  expect((await card.boundingBox())?.width).toBeLessThan(700)
})

test('what was done before the program ended can be taken back after the next start', async ({ studio }) => {
  const workbench = await Workbench.blank(studio.page)
  const name = (page: Page) => new Workbench(page).inspector.getByRole('textbox', { name: 'Design name', exact: true })
  await name(workbench.page).fill('First name')
  await name(workbench.page).press('Enter')
  await name(workbench.page).fill('Second name')
  await name(workbench.page).press('Enter')
  await expect(studio.page.locator('.tab-name')).toHaveText(['Second name'])
  // Every edit is kept within a second; a browser that is closed sooner is not asked first.
  await studio.page.waitForTimeout(1200)
  await studio.restart()
  await expect(studio.page.locator('.tab-name')).toHaveText(['Second name'])
  await studio.page.getByRole('button', { name: /^Undo: / }).click()
  await expect(studio.page.locator('.tab-name')).toHaveText(['First name'])
  await studio.page.getByRole('button', { name: /^Redo: / }).click()
  await expect(studio.page.locator('.tab-name')).toHaveText(['Second name'])
})
