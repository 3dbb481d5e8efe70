import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

test('rows copied from a spreadsheet become components after a look at them, in one step', async ({ studio }) => {
  const { page } = studio
  await Workbench.blank(page)
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      'Component\tType\tZone\r\nAnswer model\tLLM\tVendor\r\nIndex\tvector store\tPlatform\r\n\tnone\t\r\n',
    )
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const dialog = page.getByRole('dialog', { name: 'Rows of a spreadsheet' })
  await expect(dialog).toContainText('2 of 3 can be added')
  await expect(dialog.getByRole('row', { name: /The row has no name/u })).toContainText('left out')
  await test.step('Escape loses nothing, and a kind that was taken wrongly is put right', async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await page.getByRole('button', { name: 'Open again' }).click()
    await dialog.getByRole('combobox', { name: 'Kind of Index' }).click()
    await page.keyboard.type('cache')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('combobox', { name: 'Kind of Index' })).toHaveText(/cache/iu)
  })
  await dialog.getByRole('button', { name: 'Add 2 rows' }).click()
  await expect(page.getByRole('group', { name: /^Answer model, / })).toHaveCount(1)
  await expect(page.getByRole('group', { name: /^Index, / })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('group', { name: /^Answer model, / })).toHaveCount(0)
})
