import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const fraud = 'Real-time fraud scoring'
const agent = 'Customer support agent'

test('replicas show what they cost in three ways, and a switch makes them follow the load', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, fraud)
  await workbench.openEstimate('Capacity')
  const replicas = page.getByRole('region', { name: 'Replicas' })
  await expect(replicas).toContainText(/at most 70.% busy/)
  const scales = replicas.getByRole('switch', { name: 'Fraud model scales with the load' })
  const counted = replicas.locator('[data-counts="true"]')
  const drawn = (await counted.textContent()) ?? ''
  await scales.focus()
  await page.keyboard.press('Space')
  await expect(scales).toBeChecked()
  await expect(counted).not.toHaveText(drawn)
  await workbench.undo()
  await expect(counted).toHaveText(drawn)
})

test('a kind is looked for by the name of a product, by keyboard alone', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, agent)
  await workbench.select('Agent model')
  const kind = page.getByRole('combobox', { name: 'Kind', exact: true })
  const product = page.getByRole('combobox', { name: 'Product', exact: true })
  await product.click()
  await expect(page.getByRole('option', { name: 'Claude Haiku 4.5' }).first()).toContainText('price')
  await page.keyboard.type('haiku 4.5')
  await page.keyboard.press('Enter')
  await expect(product).toHaveText('Claude Haiku 4.5')
  await kind.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('pgvector')
  await page.keyboard.press('Enter')
  await expect(kind).toHaveText('Vector store')
  await expect(product).toHaveText(/pgvector/)
  await expect(kind).toBeFocused()
  await workbench.undo()
  await expect(kind).toHaveText('LLM API')
  await expect(product).toHaveText('Claude Haiku 4.5')
})

test('one discount reaches all prices of a vendor', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, agent)
  const technology = page.locator('.status-technology .status-value')
  const before = (await technology.textContent()) ?? ''
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Price book')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Price book' })
  await dialog.getByRole('searchbox', { name: 'Find a price' }).fill('sonnet 4.6 output')
  await dialog.getByRole('button', { name: 'Own price of Claude Sonnet 4.6, Price per 1M output tokens' }).click()
  const form = page.getByRole('dialog', { name: /^Own price of Claude Sonnet 4.6/ })
  await form.getByText('Discount', { exact: true }).click()
  await form.getByRole('textbox', { name: 'Discount' }).fill('50')
  await form.getByRole('combobox', { name: 'Taken off' }).click()
  await page.getByRole('option', { name: 'All prices of Anthropic' }).click()
  await form.getByRole('button', { name: 'Use it' }).click()
  await expect(dialog.getByText('Anthropic, all prices')).toBeVisible()
  await expect(technology).not.toHaveText(before)
  await dialog.getByRole('button', { name: 'Take the book’s price of Anthropic, all prices' }).click()
  await expect(technology).toHaveText(before)
})
