import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const support = 'Customer support agent'

test('what is said in the room is written down with one key, on what is selected, and stands in the minutes', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  await workbench.select('Support agent')
  await page.keyboard.press('F4')
  const bar = page.getByRole('dialog', { name: 'Write down what was said' })
  await expect(bar).toContainText('Support agent')
  await page.keyboard.type('d: Refunds above 200 need a person')
  await expect(bar.getByRole('radio', { name: 'Decision' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(bar).toHaveCount(0)
  for (const line of ['Who owns the help articles?', 'later: Voice input']) {
    await page.keyboard.press('F4')
    await expect(bar.getByRole('textbox', { name: /in one line/u })).toBeFocused()
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
    await expect(bar).toHaveCount(0)
  }
  const minutes = await workbench.open('Minutes')
  const lines = minutes.getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(lines.nth(0)).toContainText(/Decided.*ADR-2: Refunds above 200 need a person.*Support agent/su)
  await expect(lines.nth(1)).toContainText(/To be answered.*Who owns the help articles\?/su)
  await expect(lines.nth(2)).toContainText(/Put aside.*Voice input/su)
  await page.keyboard.press('Control+z')
  await expect(lines).toHaveCount(2)
  const questions = await workbench.open('Questions')
  const answer = questions.getByRole('textbox', { name: 'Answer to “Who owns the help articles?”' })
  await answer.fill('Customer service')
  await answer.press('Enter')
  await expect(questions.getByRole('article', { name: 'Who owns the help articles?' })).toContainText('answered')
  await workbench.open('Minutes')
  await expect(lines.nth(1)).toContainText('Customer service')
})

test('an action is walked through step by step, by keys, in room mode as well', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, support)
  await page.keyboard.press('F7')
  await page
    .getByRole('dialog', { name: 'Walkthrough' })
    .getByRole('button', { name: /Solve a case/u })
    .click()
  const bar = page.getByRole('region', { name: 'Walkthrough: Solve a case' })
  await expect(bar).toContainText(/Customer to Chat: asks.*1 of \d+/su)
  await page.keyboard.press('ArrowRight')
  await expect(bar).toContainText('2 of')
  await page.keyboard.press('F9')
  await expect(bar).toContainText('2 of')
  expect(
    await bar.locator('.stage-caption').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
})

test('own pictures are made from the selection, captioned, and taken back', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  await workbench.select('Refund')
  await page.keyboard.press('F7')
  const dialog = page.getByRole('dialog', { name: 'Walkthrough' })
  await dialog.getByRole('button', { name: 'Add the selection as a picture' }).click()
  await dialog.getByRole('button', { name: /Own pictures/u }).click()
  const bar = page.getByRole('region', { name: 'Walkthrough: Own pictures' })
  await bar.getByRole('textbox', { name: 'Caption' }).fill('Money leaves here')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('F7')
  await dialog.getByRole('button', { name: /Own pictures/u }).click()
  await expect(bar.getByRole('textbox', { name: 'Caption' })).toHaveValue('Money leaves here')
})

test('the audience window shows the drawing that is chosen, and no finding, number or client', async ({ studio }, {
  project,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const [audience] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Shift+F7')])
  await expect(audience.locator('.card', { hasText: 'Support agent' })).toBeVisible()
  await expect(audience).toHaveTitle('Lintel')
  const text = await audience.locator('body').innerText()
  expect(text).not.toMatch(/\$|p95|at risk|P-02|online retailer/iu)
  await expect(audience.locator('.card-badge, .card-badges')).toHaveCount(0)
  // Nothing on the wall invites to draw.
  await expect(audience.locator('.card-handle.connectable')).toHaveCount(0)
  await page.bringToFront()
  await page.keyboard.press('F7')
  await page
    .getByRole('dialog', { name: 'Walkthrough' })
    .getByRole('button', { name: /Solve a case/u })
    .click()
  await expect(audience.locator('.audience-caption')).toHaveText(/Customer to Chat: asks/u)
  await page.keyboard.press('Escape')
  await expect(audience.locator('.audience-caption')).toHaveCount(0)

  const cards = audience.locator('.react-flow__node-component')
  const all = await cards.count()
  await test.step('it follows the perspective and what is hidden', async () => {
    await workbench.select('Chat')
    await page.keyboard.press('Alt+Shift+7')
    await expect(cards).toHaveCount(3)
    await page.keyboard.press('Escape')
    await expect(cards).toHaveCount(all)
    await page.keyboard.press('Alt+Shift+6')
    await expect(audience.locator('.arrow[data-emphasis="path"]')).toHaveCount(3)
    await page.keyboard.press('Alt+Shift+9')
    await expect(audience.locator('.arrow[data-emphasis="path"]')).toHaveCount(0)
    await workbench.select('Refund')
    await page.keyboard.press('Shift+H')
    await expect(cards).toHaveCount(all - 1)
    await page.keyboard.press('Alt+Shift+H')
    await expect(cards).toHaveCount(all)
  })

  await test.step('an overlay reaches it when it is let through, money by its own name alone', async () => {
    const own = page.locator('.canvas .card-heat')
    const told = audience.locator('.canvas .card-heat')
    await page.keyboard.press('Alt+Shift+W')
    await expect(own.first()).toBeVisible()
    await expect(told).toHaveCount(0)
    await page.keyboard.press('Alt+Shift+F7')
    await expect(told).toHaveCount(all)
    await expect(audience.getByRole('region', { name: 'Legend of the overlay' })).toContainText('Service engineering')
    await page.keyboard.press('Alt+Shift+K')
    await expect(audience.getByRole('region', { name: 'Legend of the overlay' })).toContainText('Confidential')
    await page.keyboard.press('Alt+Shift+1')
    await expect(own.filter({ hasText: '$' }).first()).toBeVisible()
    await expect(told).toHaveCount(0)
    await page.keyboard.press('Alt+Shift+F7')
    await expect(told.filter({ hasText: '$' }).first()).toBeVisible()
    await expect(audience.locator('.overlay-legend-steps [data-heat="5"]')).toBeVisible()
    await page.keyboard.press('Alt+Shift+F7')
    await expect(told).toHaveCount(0)
  })
  // It can ask the program nothing.
  if (project.name === 'desktop') expect(await audience.evaluate(() => 'lintel' in window)).toBe(false)
})

test('the audience window takes the looks of the studio, and what is shown grows with it', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, support)
  const [audience] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Shift+F7')])
  await audience.setViewportSize({ width: 800, height: 450 })
  const card = audience.locator('.card', { hasText: 'Support agent' })
  await expect(card).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(audience.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(audience.locator('html')).toHaveAttribute('data-theme', 'light')

  const width = async () => (await card.boundingBox())?.width ?? 0
  await expect.poll(width).toBeLessThan(120)
  const small = await width()
  await audience.setViewportSize({ width: 1600, height: 900 })
  await expect.poll(width).toBeGreaterThan(1.8 * small)
})
