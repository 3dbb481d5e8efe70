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
  await dialog.getByRole('button', { name: 'Add 2 rows' }).click()
  await expect(page.getByRole('group', { name: /^Answer model, / })).toHaveCount(1)
  await expect(page.getByRole('group', { name: /^Index, / })).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('group', { name: /^Answer model, / })).toHaveCount(0)
})
