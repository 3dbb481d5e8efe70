import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const support = 'Customer support agent'

test('everything is left behind in a folder, and next time only what changed', async ({ desktop }) => {
  test.setTimeout(120_000)
  const { page } = desktop
  const folder = await mkdtemp(join(tmpdir(), 'lintel-left-'))
  await desktop.answerDialogs({ open: folder })
  const workbench = await Workbench.fromTemplate(page, support)
  await workbench.hasNumbers()
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Leave everything behind' })
  await dialog.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(dialog).toContainText(/Written into .*: (\d+) of \1\./u, { timeout: 60_000 })
  const names = await readdir(folder)
  for (const ending of ['.pdf', '.docx', '.pptx', '.xlsx', '.csv', '.json', '.html'])
    expect(names.filter((name) => name.endsWith(ending)).length).toBeGreaterThan(0)
  // No half file is left over from writing.
  expect(names.filter((name) => name.endsWith('.tmp') || name.startsWith('.'))).toEqual([])
  const pdf = names.find((name) => name.endsWith('threat-model.pdf')) ?? ''
  expect((await readFile(join(folder, pdf))).subarray(0, 5).toString()).toBe('%PDF-')
  const index = await readFile(join(folder, 'index.html'), 'utf8')
  for (const name of names.filter((one) => !/^(?:index|lintel-leave-behind)/u.test(one)))
    expect(index).toContain(`href="${name}"`)

  await dialog.getByRole('button', { name: 'Choose a folder again' }).click()
  await expect(dialog).toContainText(/: 0 of \d+, \d+ as before\./u, { timeout: 60_000 })

  // What stands under the name of a file and is none does not count as left behind.
  const deck = names.find((name) => name.endsWith('.pptx')) ?? ''
  await rm(join(folder, deck))
  await mkdir(join(folder, deck))
  await dialog.getByRole('button', { name: 'Choose a folder again' }).click()
  await expect(dialog).toContainText(`Not made: ${deck}`, { timeout: 60_000 })
  await expect(dialog.getByText(`${deck} is a folder, not a file.`)).toBeAttached()
  await rm(folder, { recursive: true })
})

test('what is stopped in the middle is whole as far as it came, and a closed list goes on', async ({ desktop }) => {
  test.setTimeout(120_000)
  const { page } = desktop
  const folder = await mkdtemp(join(tmpdir(), 'lintel-left-'))
  await desktop.answerDialogs({ open: folder })
  await Workbench.fromTemplate(page, support)
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Leave everything behind' })
  await dialog.getByRole('button', { name: 'Choose a folder' }).click()
  const next = dialog.getByRole('listitem').filter({ hasText: 'Writing...' })
  await expect(dialog.getByText('New', { exact: true }).nth(14)).toBeAttached({ timeout: 60_000 })
  await expect(next).toBeInViewport()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog).toContainText(/Stopped: \d+ of \d+ are in .*, each of them whole\./u)
  await expect(dialog.getByText('Not written').first()).toBeAttached()
  const names = await readdir(folder)
  expect(names.filter((name) => name.endsWith('.tmp') || name.startsWith('.'))).toEqual([])

  await dialog.getByRole('button', { name: 'Choose a folder again' }).click()
  await expect(next).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText(/Written into .*: \d+ of \d+, \d+ as before\./u)).toBeVisible({ timeout: 60_000 })
  expect((await readdir(folder)).length).toBeGreaterThan(names.length)
  await rm(folder, { recursive: true })
})

test('a folder that holds files of others is not touched', async ({ desktop }) => {
  const { page } = desktop
  const folder = await mkdtemp(join(tmpdir(), 'lintel-left-'))
  const theirs = join(folder, 'customer-support-agent-deck.pptx')
  await writeFile(theirs, 'a deck of somebody else')
  await desktop.answerDialogs({ open: folder })
  await Workbench.fromTemplate(page, support)
  await page.keyboard.press('Control+Shift+E')
  const dialog = page.getByRole('dialog', { name: 'Leave everything behind' })
  await dialog.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(dialog.getByRole('alert')).toContainText('already holds customer-support-agent-deck.pptx')
  expect(await readFile(theirs, 'utf8')).toBe('a deck of somebody else')
  expect(await readdir(folder)).toEqual(['customer-support-agent-deck.pptx'])
  await rm(folder, { recursive: true })
})
