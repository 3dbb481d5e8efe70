import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type DesktopStudio } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const cards = (page: Page) => page.locator('.design-card[data-design]')
const offerOf = (page: Page) => page.getByRole('alert', { name: 'Designs that can be brought back' })
const goHome = (page: Page) => page.getByRole('button', { name: 'Library', exact: true }).click()

async function nameDesign(page: Page, name: string): Promise<void> {
  const field = new Workbench(page).inspector.getByRole('textbox', { name: 'Design name', exact: true })
  await field.fill(name)
  await field.press('Enter')
  await expect(page.locator('.tab[data-active="true"] .tab-name')).toHaveText(name)
}

async function loseLibrary({ userData }: DesktopStudio): Promise<void> {
  await rm(join(userData, 'IndexedDB'), { recursive: true, force: true })
}

test('an edit outlives a program that is killed one and a half seconds later', async ({ desktop }) => {
  await Workbench.blank(desktop.page)
  await nameDesign(desktop.page, 'Saved in time')
  await desktop.page.getByRole('button', { name: 'Add Guardrail' }).click()
  await desktop.page.waitForTimeout(1500)
  await desktop.kill()
  await desktop.start()
  if (!(await desktop.page.locator('.card').first().isVisible())) {
    await desktop.page.getByRole('button', { name: 'Open Saved in time' }).click()
  }
  await expect(desktop.page.locator('.tab-name')).toHaveText('Saved in time')
  await expect(desktop.page.getByRole('group', { name: /^Guardrail, / })).toHaveCount(1)
})

test('the window asks before a pack that is being written is lost, and closes once it may', async ({ desktop }) => {
  const { page, app } = desktop
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Standards')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Rules and standards' })
  await dialog.getByRole('tab', { name: 'Packs' }).click()
  await dialog.getByRole('button', { name: 'Write a pack' }).click()
  const title = dialog.getByRole('region', { name: 'Edit a pack' }).getByLabel('Title', { exact: true })
  await title.fill('Rules of the house')
  await title.press('Enter')
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const question = page.getByRole('dialog', { name: 'Discard the changes to this pack?' })
  await close()
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(title).toHaveValue('Rules of the house')
  await close()
  const closed = page.waitForEvent('close')
  await question.getByRole('button', { name: 'Discard' }).click()
  await closed
})

test('with the library lost, the next start offers every design, clients apart', async ({ desktop }) => {
  await Workbench.fromTemplate(desktop.page, 'Analyst research assistant')
  await desktop.page.getByRole('button', { name: 'Library', exact: true }).click()
  await Workbench.fromTemplate(desktop.page, 'Real-time fraud scoring')
  await desktop.page.waitForTimeout(1000)
  await desktop.end()
  await loseLibrary(desktop)
  await desktop.start()

  const { page } = desktop
  const offer = page.getByRole('alert', { name: 'Designs that can be brought back' })
  await expect(offer).toContainText('2 designs can be brought back')
  await expect(offer).toContainText('Analyst research assistant')
  await expect(offer).toContainText('Real-time fraud scoring')
  await offer.getByRole('button', { name: 'Bring all back' }).click()
  await expect(offer).toHaveCount(0)
  await expect(page.locator('.design-card[data-design]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Open Analyst research assistant' }).click()
  await new Workbench(page).hasNumbers()
})

test('clients get their workspaces back by name, once, and what is newer is not put back', async ({ desktop }) => {
  await Workbench.fromTemplate(desktop.page, 'Analyst research assistant')
  await nameDesign(desktop.page, 'Assistant of Acme')
  await goHome(desktop.page)
  await newWorkspace(desktop.page, 'A bank')
  await Workbench.blank(desktop.page)
  await nameDesign(desktop.page, 'Vault of the bank')
  await desktop.page.waitForTimeout(1000)
  await desktop.end()
  await loseLibrary(desktop)
  await desktop.start()
  // The offer waits for its answer: neither a look at something else nor another start takes it away.
  await expect(offerOf(desktop.page)).toContainText('2 designs can be brought back')
  await Workbench.blank(desktop.page)
  await desktop.page.waitForTimeout(1000)
  await desktop.restart()
  await goHome(desktop.page)
  await expect(offerOf(desktop.page)).toContainText('2 designs can be brought back')
  await offerOf(desktop.page).getByRole('button', { name: 'Bring all back' }).click()
  await expect(desktop.page.getByRole('button', { name: 'Workspace A bank' })).toBeVisible()
  await expect(cards(desktop.page).locator('.design-card-name')).toHaveText(['Vault of the bank'])

  await desktop.page.getByRole('button', { name: 'Open Vault of the bank' }).click()
  await nameDesign(desktop.page, 'Newer than its backup')
  await goHome(desktop.page)
  await expect(cards(desktop.page).locator('.design-card-name')).toHaveText(['Newer than its backup'])
  await expect(offerOf(desktop.page)).toHaveCount(0)
})

async function newWorkspace(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Workspace / }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  const field = page.getByRole('textbox', { name: 'Name of the workspace' })
  await field.fill(name)
  await field.press('Enter')
  await expect(page.getByRole('button', { name: `Workspace ${name}` })).toBeVisible()
}

test('the ring holds the last ten states of a design, and one of them opens as a copy', async ({ desktop }) => {
  await Workbench.blank(desktop.page)
  await nameDesign(desktop.page, 'Round and round')
  await desktop.page.waitForTimeout(700)
  // Half an hour of edits, written into the ring as autosave does.
  await desktop.page.evaluate(async () => {
    const [newest] = await window.lintel!.listBackups({})
    if (newest === undefined) throw new Error('There is no backup of the design yet')
    const read = await window.lintel!.readBackup(newest.backupId)
    for (let round = 1; round <= 14; round++) {
      const text = (read.ok ? read.text : '').replace(/"name": "[^"]*"/, `"name": "Round ${round}"`)
      const { workspaceId, designId } = newest
      await window.lintel!.writeBackup({ workspaceId, designId, designName: `Round ${round}`, text })
    }
  })
  const ring = await readdir(join(desktop.userData, 'backups'), { recursive: true })
  expect(ring.filter((name) => name.endsWith('.lintel.json'))).toHaveLength(10)
  await desktop.choose('file.restore-backup')
  const dialog = desktop.page.getByRole('dialog', { name: 'Restore a backup' })
  await expect(dialog.getByRole('listitem')).toHaveCount(10)
  await dialog.getByRole('button', { name: 'Open as a copy' }).last().click()
  await expect(desktop.page.locator('.tab-name')).toHaveText(['Round and round', 'Round 5 (restored)'])
})

test('two designs edited in turn are both in their rings', async ({ desktop }) => {
  for (const name of ['One', 'Two']) {
    await Workbench.blank(desktop.page)
    await desktop.page.waitForTimeout(300)
    await nameDesign(desktop.page, name)
  }
  await desktop.end()
  await loseLibrary(desktop)
  await desktop.start()
  await expect(offerOf(desktop.page).getByRole('listitem')).toHaveText([/^Two/, /^One/])
})

test('a linked file: edits are kept at once and the file is marked as behind, also after a restart', async ({
  desktop,
}) => {
  const path = join(desktop.userData, 'linked.lintel.json')
  await Workbench.blank(desktop.page)
  await desktop.answerDialogs({ save: path })
  await desktop.choose('file.save')
  await expect(desktop.page.locator('.ui-toast')).toContainText('Saved linked.lintel.json')
  await expect(desktop.page.locator('.tab-dot')).toHaveCount(0)
  const before = await readFile(path, 'utf8')
  await nameDesign(desktop.page, 'Ahead of its file')
  await expect(desktop.page.locator('.tab-dot')).toHaveCount(1)

  // It ends without a question: the library holds the edit, and the file is as it was saved.
  await desktop.end()
  expect(await readFile(path, 'utf8')).toBe(before)
  await desktop.start()
  await expect(desktop.page.locator('.tab-name')).toHaveText('Ahead of its file')
  await expect(desktop.page.locator('.tab-dot')).toHaveCount(1)

  // Changed by another program meanwhile: Save says so and writes nothing until it is told to.
  await writeFile(path, before.replace('Untitled design', 'By a colleague'))
  await desktop.choose('file.save')
  const toast = desktop.page.locator('.ui-toast').filter({ hasText: 'Another program has changed' })
  await expect(toast).toContainText('so it was not written. Your design is safe in the library.')
  expect(await readFile(path, 'utf8')).toContain('By a colleague')
  await toast.getByRole('button', { name: 'Overwrite the file' }).click()
  await expect.poll(() => readFile(path, 'utf8')).toContain('Ahead of its file')
  await expect(desktop.page.locator('.tab-dot')).toHaveCount(0)

  // Gone: Save asks where to write instead.
  await rm(path)
  await nameDesign(desktop.page, 'Somewhere else')
  const other = join(desktop.userData, 'other.lintel.json')
  await desktop.answerDialogs({ save: other })
  await desktop.choose('file.save')
  await expect.poll(() => readFile(other, 'utf8').catch(() => '')).toContain('Somewhere else')
})
