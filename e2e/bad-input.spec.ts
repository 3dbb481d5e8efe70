import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type DesktopStudio } from './fixtures.ts'
import {
  badFiles,
  dropAny,
  isUntouched,
  openWithHistory,
  research,
  saysOnce,
  toasts,
  writeFileIn,
} from './pages/bad-input.ts'
import { dropPath } from './pages/drop.ts'
import { Workbench } from './pages/workbench.ts'

test('what is dropped and is no design says where and what to do, and touches nothing', async ({ studio }, {
  project,
}) => {
  const { page } = studio
  const design = await readFile(research, 'utf8')
  await openWithHistory(page)
  for (const { name, content, says } of badFiles) {
    await dropAny(studio, project.name, name, content(design))
    await saysOnce(page, says)
  }
  await dropLarge(studio, project.name)
  await saysOnce(page, /log\.json.* (holds|has) 51 MB; .*50 MB/)
  await isUntouched(page)
})

/** More than 50 MB. A browser has no path for it, and to send so much there would take long. */
async function dropLarge({ page }: { readonly page: Page }, project: string): Promise<void> {
  if (project === 'desktop') {
    await dropPath(page, await writeFileIn(test.info().outputDir, 'log.json', Buffer.alloc(53_000_000, ' ')))
    return
  }
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(51_000_000)], 'log.json'))
    document.querySelector('.app')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
  })
}

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
  await expect(toasts(desktop.page).last()).toHaveText(/open for reading only\. Save it as another file instead/)
  const copy = join(desktop.userData, 'copy.lintel.json')
  await desktop.answerDialogs({ save: copy })
  await desktop.choose('file.save-as')
  await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toBe(content)
  expect(await readFile(join(test.info().outputDir, 'files', 'future.lintel.json'), 'utf8')).toBe(content)
})

async function cannotBeEdited(page: Page): Promise<void> {
  const workbench = new Workbench(page)
  await expect(page.locator('.top-bar').getByText('Read only')).toBeVisible()
  await expect(page.getByRole('group', { name: /^Answer model, / })).toBeVisible()
  const count = await page.locator('.card').count()
  await page.getByRole('button', { name: 'Add Guardrail' }).click()
  await expect(toasts(page).last()).toHaveText('Nothing was changed: this design is open for reading only.')
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

test('five thousand components pasted at once are announced, all there, and one undo takes them back', async ({
  studio: { page },
}) => {
  await openWithHistory(page)
  const components = Array.from({ length: 5000 }, (_, index) => ({
    id: `many-${index}`,
    kind: 'service',
    name: `S${index}`,
  }))
  const places = Object.fromEntries(
    components.map(({ id }, index) => [id, { x: (index % 100) * 240, y: Math.floor(index / 100) * 120 }]),
  )
  const nothing = { boundaries: [], flows: [], data: [], identities: [] }
  const fragment = { format: 'lintel/fragment', version: 1, design: 'other', ...nothing, components, places }
  await page.locator('.canvas').focus()
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, JSON.stringify(fragment))
  await expect(toasts(page).filter({ hasText: 'Pasting 5 000 components' })).toBeVisible()
  const done = page.locator('.ui-toast').filter({ hasText: 'Pasted 5 000 components' })
  await expect(done).toBeVisible()
  await done.getByRole('button', { name: 'Undo' }).click()
  await isUntouched(page)
})
