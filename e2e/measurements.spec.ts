import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'

test('pasted measurements turn assumed into measured, and one undo takes all of them back', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const before = await workbench.headline('answer').locator('.status-value').textContent()
  await workbench.select('Answer model')
  await workbench.inspector.getByRole('button', { name: 'Paste measurements...' }).click()
  const dialog = studio.page.getByRole('dialog', { name: 'Own measurements' })
  await expect(dialog.getByLabel('Table or list')).toBeFocused()
  await dialog.getByLabel('Table or list').fill('ttft_p50: 2,4 s\nttft_p95: 5 s\ntokens_per_second: 30')
  await dialog.getByLabel('Measured by').fill('load test')
  const rows = dialog.getByRole('row')
  await expect(rows.filter({ hasText: 'Time to first token, median' })).toContainText(/595.*2\.4/)
  await dialog.getByRole('button', { name: 'Apply 3 values' }).click()
  await expect(dialog).toBeHidden()
  await expect(workbench.field('Time to first token, median')).toHaveValue(/^2.400$/)
  await expect(workbench.field('Output speed')).toHaveValue('30')
  await expect(workbench.inspector).toContainText('measured by load test')
  await expect(workbench.headline('answer').locator('.status-value')).not.toHaveText(before ?? '')
  await workbench.undo()
  await expect(workbench.field('Time to first token, median')).toHaveValue('')
  await expect(workbench.headline('answer').locator('.status-value')).toHaveText(before ?? '')
})

test('a file with one row per call is read for the whole design, and says what it cannot use', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await studio.page.keyboard.press('Control+k')
  await studio.page.keyboard.type('paste measurements')
  await studio.page.keyboard.press('Enter')
  const dialog = studio.page.getByRole('dialog', { name: 'Own measurements' })
  const calls = Array.from({ length: 40 }, (_, index) => `Rerank,${100 + index}`)
  const buffer = Buffer.from(['component,latency_ms', ...calls, 'Nobody,5'].join('\n'))
  await dialog.getByLabel('File with measurements').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer })
  await expect(dialog).toContainText('nothing in this design is called "Nobody"')
  await expect(dialog.getByRole('row').filter({ hasText: 'n = 40' })).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Apply 2 values' }).press('Enter')
  await workbench.select('Rerank')
  await workbench.inspector.getByRole('button', { name: /^More/ }).first().click()
  await expect(workbench.field('Own time, median')).toHaveValue('119.5')
})
