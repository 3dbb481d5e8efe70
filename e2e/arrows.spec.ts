import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { atRest, Hands, pointOf } from './pages/hands.ts'
import { Workbench } from './pages/workbench.ts'

const card = (page: Page, name: string): Locator => page.getByRole('group', { name: new RegExp(`^${name}, `) })
const cards = (page: Page): Locator => page.locator('.react-flow__node-component')
const arrows = (page: Page): Locator => page.locator('.react-flow__edge')
const pending = (page: Page): Locator => page.locator('.pending')
const lines = (page: Page): Promise<(string | null)[]> =>
  page.locator('.arrow-line').evaluateAll((all) => all.map((line) => line.getAttribute('d')))

/** User, client and orchestrator in a row, joined one after another. */
async function drawRow(page: Page, hands: Hands): Promise<void> {
  await hands.press('Control+n')
  await expect(page.getByText('Drag a component here')).toBeVisible()
  for (const [index, words] of ['user', 'client', 'orchestrator'].entries()) {
    await hands.press('/')
    await hands.type(words)
    await hands.press('Enter')
    await expect(cards(page)).toHaveCount(index + 1)
  }
  await expect(arrows(page)).toHaveCount(2)
  await atRest(card(page, 'User'))
}

test('an arrow is taken by a click or a drag, lights what takes it, and says why something does not', async ({
  studio: { page },
}) => {
  const hands = new Hands(page)
  await drawRow(page, hands)
  await hands.press('Escape')

  // Click and click: out of the lower border of the first card, onto the last one.
  const below = await pointOf(card(page, 'User'), 0.3, 1)
  const border = { x: below.x, y: below.y + 3 }
  await hands.clickAt(border)
  await expect(page.locator('.canvas')).toHaveAttribute('data-connecting', 'true')
  const last = await pointOf(card(page, 'Orchestrator'), 0.5, 0.8)
  await page.mouse.move(last.x, last.y)
  await expect(pending(page).locator('.pending-target')).toBeVisible()
  await hands.clickAt(last)
  await expect(arrows(page)).toHaveCount(3)

  // Esc puts it away.
  await hands.clickAt(border)
  await page.mouse.move(last.x, last.y)
  await expect(pending(page)).toBeVisible()
  await hands.press('Escape')
  await expect(pending(page)).toHaveCount(0)
  await hands.clickAt(last)
  await expect(arrows(page)).toHaveCount(3)

  // Onto its own boundary: refused with the reason, and nothing is drawn.
  await hands.press('Control+a')
  await hands.press('Control+g')
  await hands.type('Office')
  await hands.press('Enter')
  await hands.press('Escape')
  await expect(card(page, 'User')).toHaveAttribute('aria-label', /in Office/)
  const title = await pointOf(page.locator('.boundary-name').first())
  const out = await pointOf(card(page, 'User'), 0.3, 1)
  await page.mouse.move(out.x, out.y + 3)
  await page.mouse.down()
  await page.mouse.move(title.x, title.y, { steps: 8 })
  await expect(page.getByText('User stands in Office')).toBeVisible()
  await page.mouse.up()
  await expect(page.getByRole('status').getByText('User stands in Office')).toBeVisible()
  await expect(arrows(page)).toHaveCount(3)
})

test('names are typed one after another, a component is set into an arrow, an arrow is bent and straightened', async ({
  studio: { page },
}) => {
  const hands = new Hands(page)
  await drawRow(page, hands)
  await page.getByRole('group', { name: /^User, / }).click()
  await hands.press('F2')
  for (const name of ['Analyst', 'Portal', 'Answers', 'asks', 'runs']) {
    await hands.type(name)
    if (name !== 'runs') await hands.press('Tab')
  }
  await hands.press('Enter')
  for (const name of ['Analyst', 'Portal', 'Answers']) await expect(card(page, name)).toBeVisible()
  await expect(arrows(page).nth(1)).toHaveAttribute('aria-label', 'runs, arrow from Portal to Answers')

  // The last arrow is still the selected one: bent by a pull at its line.
  const straight = await lines(page)
  const grip = await pointOf(page.locator('.bend-grip').first())
  await hands.drag({ x: grip.x + 24, y: grip.y }, { x: grip.x + 24, y: grip.y + 90 })
  await expect.poll(() => lines(page)).not.toEqual(straight)
  const bent = await lines(page)
  await hands.press('Control+z')
  await expect.poll(() => lines(page)).toEqual(straight)
  await hands.press('Control+Shift+z')
  await expect.poll(() => lines(page)).toEqual(bent)
  await hands.press('Control+k')
  await hands.type('straighten')
  await hands.press('Enter')
  await expect.poll(() => lines(page)).toEqual(straight)

  await hands.press('Control+k')
  await hands.type('insert on')
  await hands.press('Enter')
  await expect(page.getByPlaceholder('Insert on this arrow')).toBeFocused()
  await hands.type('api gateway')
  await hands.press('Enter')
  await expect(cards(page)).toHaveCount(4)
  await expect(arrows(page)).toHaveCount(3)
  await expect(page.getByRole('group', { name: /arrow from Portal to API gateway/ })).toHaveCount(1)
})

test('what several arrows carry is changed on all of them together, as one step', async ({ studio: { page } }) => {
  const { inspector } = await Workbench.fromTemplate(page, 'Customer support agent')
  const pick = async (): Promise<void> => {
    await page.locator('.canvas').press('Escape')
    for (const [index, key] of ['Enter', 'Shift+Enter'].entries()) await arrows(page).nth(index).press(key)
    await expect(inspector.getByText('2 selected')).toBeVisible()
  }
  const data = inspector.getByLabel('Data there')
  await pick()
  await expect(data).toHaveText('Customer message')
  await data.click()
  await page.getByRole('menuitemcheckbox', { name: 'Orders' }).click()
  await page.keyboard.press('Escape')
  await expect(data).toContainText('Orders')
  for (const index of [0, 1]) {
    await page.locator('.canvas').press('Escape')
    await arrows(page).nth(index).press('Enter')
    await expect(data).toContainText('Orders')
    await expect(data).toContainText('Customer message')
  }
  await page.locator('.canvas').press('Control+z')
  await pick()
  await expect(data).toHaveText('Customer message')
})
