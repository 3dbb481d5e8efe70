import { expect, test } from './fixtures.ts'
import { addUserAndModel, boxOf, canvas } from './pages/drawing.ts'
import { Workbench } from './pages/workbench.ts'

test('a picture is laid under the drawing to be traced, and comes back when it was removed', async ({
  studio: { page },
}) => {
  await Workbench.blank(page)
  await addUserAndModel(page)
  const shown = page.locator('.underlay')
  const drop = (bytes: readonly number[]) =>
    page.evaluate((content) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(content)], 'sketch.png', { type: 'image/png' }))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, bytes)
  await drop([1, 2, 3])
  await expect(page.getByText('cannot be read as a picture').first()).toBeVisible()
  await drop([...(await page.screenshot())])
  await expect(page.getByRole('toolbar', { name: 'Picture under the drawing' })).toBeVisible()
  const before = await boxOf(shown)
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await boxOf(shown)).x).toBeGreaterThan(before.x + 20)
  await test.step('what was done with it is taken back without touching the drawing', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await boxOf(shown)).x).toBe(before.x)
    await page.keyboard.press('Control+z')
    await expect(page.locator('.react-flow__node-component')).toHaveCount(2)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await boxOf(shown)).x).toBeGreaterThan(before.x + 20)
  })
  await test.step('the whole of the design holds it', async () => {
    await page.getByRole('button', { name: 'Fit the design' }).click()
    const pane = await boxOf(canvas(page))
    await expect.poll(async () => (await boxOf(shown)).y).toBeGreaterThanOrEqual(pane.y)
    await expect.poll(async () => (await boxOf(shown)).x).toBeGreaterThanOrEqual(pane.x)
  })
  await page.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(shown).toHaveCount(0)
  await page.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click()
  await expect(shown).toHaveCount(1)
})
