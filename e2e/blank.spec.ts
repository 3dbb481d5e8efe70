import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const numbers = ['first', 'answer', 'technology', 'people', 'availability'] as const

async function raisesNothing(workbench: Workbench): Promise<void> {
  for (const id of numbers) await expect(workbench.headline(id).locator('.status-value')).toHaveText('–')
  await expect(workbench.headline('questions').locator('.status-value')).toHaveText('0')
  await expect(workbench.status).not.toContainText('$')
  for (const tab of ['Findings', 'Threats', 'Questions']) {
    await expect(workbench.panels.getByRole('tab', { name: tab })).not.toContainText(/\d/)
    await expect((await workbench.open(tab)).locator('.ui-empty')).toBeVisible()
  }
}

test('nothing is said of a blank page, nor of a lone component; two with an arrow have an estimate', async ({
  studio: { page },
}) => {
  const workbench = await Workbench.blank(page)
  await raisesNothing(workbench)

  await page.getByRole('button', { name: 'Add User' }).click()
  await expect(page.locator('.card')).toHaveCount(1)
  await expect(workbench.status).toHaveAttribute('data-pending', 'false')
  await raisesNothing(workbench)

  await page.getByRole('button', { name: 'Add LLM API' }).click()
  await expect(page.locator('.card')).toHaveCount(2)
  await page.getByRole('group', { name: /^User, / }).click()
  const [from, to] = [page.getByRole('group', { name: /^User, / }), page.getByRole('group', { name: /^LLM API, / })]
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (start === null || end === null) throw new Error('The cards are not on the screen')
  // Out of the edge that faces the other card, whichever side it was put on.
  const right = start.x + start.width <= end.x
  const below = Math.abs(end.y - start.y) > Math.abs(end.x - start.x)
  const out = below
    ? { x: start.x + start.width / 2, y: end.y > start.y ? start.y + start.height + 3 : start.y - 3 }
    : { x: right ? start.x + start.width + 3 : start.x - 3, y: start.y + start.height / 2 }
  await page.mouse.move(out.x, out.y)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 10 })
  await page.mouse.up()
  await expect(page.locator('.react-flow__edge')).toHaveCount(1)
  await expect(workbench.headline('technology').locator('.status-value')).toHaveText(/^\$\S*\d/)
  for (const id of ['first', 'answer', 'availability'] as const) {
    await expect(workbench.headline(id).locator('.status-value')).toHaveText(/\d/)
  }

  await page.getByRole('button', { name: /^Undo: / }).click()
  await expect(workbench.headline('technology').locator('.status-value')).toHaveText('–')
})
