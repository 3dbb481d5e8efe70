import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const table = [
  'item,product,usd,date,source',
  'llm.input,openai/gpt-4.1,20,2026-11-01,price page',
  'llm.output,openai/gpt-4.1,80,2026-11-01,price page',
  'llm.output,openai/o3,cheap,2026-11-01,price page',
].join('\n')

test('a newer price list shows what it changes before it counts, and can be taken back', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Analyst research assistant')
  // Behind the dialog nothing has a role.
  const technology = page.locator('.status-technology .status-value')
  const before = await technology.textContent()

  await workbench.open('Estimate')
  await page
    .getByRole('button', { name: /^Prices of 2026-08-01/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Price book' })
  await dialog
    .getByLabel('Price file')
    .setInputFiles({ name: 'newer.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await expect(dialog.getByText('Line 4 (“llm.output” of “openai/o3”): the price “cheap” is no number.')).toBeVisible()
  await expect(dialog.getByText('2 changed, 0 added')).toBeVisible()
  await expect(dialog.getByText('+900 %').first()).toBeVisible()
  const moves = dialog.getByRole('region', { name: 'What moves in this design' })
  await expect(moves.getByText('Answer model')).toBeVisible()
  await expect(technology).toHaveText(before ?? '')

  await dialog.getByRole('button', { name: 'Use these prices' }).click()
  await expect(dialog.getByText(/with those of newer\.csv/)).toBeVisible()
  // Two prices make no new book: its age stays that of most of its prices.
  await expect(dialog.getByText(/^Prices of 2026-08-01, \d+ days old$/)).toBeVisible()
  await expect(technology).not.toHaveText(before ?? '')
  await studio.restart()
  const again = studio.page
  await expect(again.locator('.status-technology .status-value')).toContainText('$')
  await expect(again.locator('.status-technology .status-value')).not.toHaveText(before ?? '')

  await again.keyboard.press('Control+K')
  await again.keyboard.type('Price book')
  await again.keyboard.press('Enter')
  const reopened = again.getByRole('dialog', { name: 'Price book' })
  await reopened.getByRole('button', { name: 'Back to the shipped book' }).click()
  await expect(reopened.getByText('Prices of 2026-08-01')).toBeVisible()
  await expect(again.locator('.status-technology .status-value')).toHaveText(before ?? '')
})

test('a price of the design’s own counts, with its source, until the book’s is taken again', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, 'Analyst research assistant')
  const technology = page.locator('.status-technology .status-value')
  const before = await technology.textContent()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Price book')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Price book' })
  await dialog.getByRole('searchbox', { name: 'Find a price' }).fill('gpt-4.1 output')
  await dialog.getByRole('button', { name: 'Own price of GPT-4.1, Price per 1M output tokens' }).click()
  const form = page.getByRole('dialog', { name: /^Own price of GPT-4.1/ })
  // What is no price is refused with a message, and the form waits for another.
  await form.getByRole('textbox', { name: 'Own price' }).fill('-90')
  await form.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('“-90” was not taken.')).toBeVisible()
  await expect(form).toBeVisible()
  await form.getByRole('textbox', { name: 'Own price' }).fill('90')
  await form.getByRole('textbox', { name: 'Who says so' }).fill('contract')
  await form.getByRole('button', { name: 'Use it' }).click()
  await expect(dialog.getByText(/contract, \d{4}-/)).toBeVisible()
  await expect(technology).not.toHaveText(before ?? '')
  await dialog.getByRole('button', { name: /^Take the book’s price of GPT-4.1/ }).click()
  await expect(technology).toHaveText(before ?? '')
})

test('amounts are shown in the design’s currency once a rate is stated, and one undo takes it back', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Analyst research assistant')
  const technology = page.locator('.status-technology .status-value')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Price book')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Price book' })
  const currency = dialog.getByRole('textbox', { name: 'Currency', exact: true })
  await currency.fill('eur')
  await currency.press('Enter')
  await expect(dialog.getByText(/Nobody has said how many EUR a USD buys/)).toBeVisible()
  await expect(technology).toContainText('$')
  const source = dialog.getByRole('textbox', { name: 'Source of the rate' })
  await source.fill('Treasury')
  const rate = dialog.getByRole('textbox', { name: 'Units a USD' })
  await rate.fill('0.4')
  await rate.press('Enter')
  await expect(technology).toContainText('€')
  await expect(source).toHaveValue('Treasury')
  await rate.fill('0.5')
  await rate.press('Enter')
  // Who said the rate before has not said this one.
  await expect(source).toHaveValue('')
  await source.fill('ECB')
  await source.press('Enter')
  await currency.fill('eur')
  await currency.press('Enter')
  await expect(currency).toHaveValue('EUR')
  await expect(rate).toHaveValue('0.5')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await workbench.open('Estimate')
  await expect(page.getByRole('button', { name: /shown in EUR at 0.5 a USD \(ECB, \d{4}-/ }).first()).toBeVisible()
  await expect(workbench.panels).not.toContainText('$')
  for (let step = 0; step < 3; step += 1) await workbench.undo()
  await expect(technology).toContainText('$')
})
