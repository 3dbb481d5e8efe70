import { expect, test } from './fixtures.ts'
import { dropAny } from './pages/bad-input.ts'
import { card, line, picture, support, trifecta, view } from './pages/threats.ts'
import { Workbench } from './pages/workbench.ts'

test('a data asset shows where it goes, and a review what has changed since', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await view(threats, 'Data trace').click()
  await threats.getByRole('combobox', { name: 'Data asset' }).click()
  await page.getByRole('option', { name: 'Orders' }).click()
  const flows = threats.getByRole('region', { name: 'Flows' })
  await expect(flows.getByRole('listitem').first()).toHaveText(
    /Look up orders.*Support agent.*orders, with the answer/su,
  )
  await expect(threats.getByRole('region', { name: 'Organisations' })).toContainText('Anthropic')
  await expect(threats.getByRole('region', { name: 'Stores and retention' })).toContainText('for 365 days')
  await expect(threats.getByRole('region', { name: 'Regions' })).toContainText('Nobody said where it runs')
  await expect(card(page, 'Prompt registry').locator('.card')).toHaveAttribute('data-emphasis', 'dimmed')

  await view(threats, 'List').click()
  await expect(card(page, 'Prompt registry').locator('.card')).toHaveAttribute('data-emphasis', 'none')
  await threats.getByRole('button', { name: 'Mark as reviewed' }).click()
  await expect(page.getByText(/^Reviewed on /)).toBeVisible()
  const first = line(threats, trifecta)
  await first.locator('.finding-title').click()
  await first.getByRole('button', { name: 'Place this control here' }).click()
  await expect(first).toHaveCount(0)
  await threats.getByRole('combobox', { name: 'Which threats' }).click()
  await page.getByRole('option', { name: /^Since the review/ }).click()
  await expect(line(threats, trifecta)).toContainText(/closed since the review.*Mitigated/)
})

test('a room goes through the threats by keys alone', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await threats.getByRole('button', { name: 'Go through them' }).click()
  const room = page.getByRole('dialog')
  const text = room.getByRole('heading', { level: 3 })
  await expect(text).toHaveText(trifecta)
  await expect(room).toContainText('Threat 1 of 3')
  await picture(page, '7-room')
  await page.keyboard.press('ArrowRight')
  await expect(room).toContainText('Threat 2 of 3')
  await page.keyboard.press('a')
  await expect(room.getByRole('radio', { name: 'Accept' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(room.getByRole('form')).toHaveCount(0)
  await page.keyboard.press('m')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(room.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.type('The rights are cut with the next release.')
  await page.keyboard.press('Control+Enter')
  await expect(room).toContainText('Threat 3 of 3')
  await page.keyboard.press('c')
  await expect(room).toContainText(/1 of \d+ that nobody has looked at/u)
  const question = await text.textContent()
  await page.keyboard.press('n')
  await expect(room.getByLabel('No threat here, because')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(room.getByRole('alert')).toContainText('Say why')
  await page.keyboard.type('two people look at each case')
  await page.keyboard.press('Enter')
  await expect(text).not.toHaveText(question ?? '')
  await page.keyboard.press('r')
  await room.getByLabel('Action').fill('pretend to be another customer')
  await picture(page, '8-room-cell')
  await page.keyboard.press('Control+Enter')
  await expect(async () => {
    await page.keyboard.press('ArrowRight')
    await expect(room).toContainText('Raised since, 1 of 1', { timeout: 100 })
  }).toPass()
  await page.keyboard.press('ArrowRight')
  await expect(room.getByRole('region', { name: 'Still open' })).toContainText('pretend to be another customer')
  await page.keyboard.press('Escape')
  await expect(room).toHaveCount(0)
  await expect(line(threats, 'Somebody can pretend to be another customer')).toHaveCount(1)
})

test('every way by which data came to a log is read and drawn, one at a time', async ({ studio }, { project }) => {
  const { page } = studio
  const order = (from: string, to: string) => ({
    id: `${from}-${to}`,
    from,
    to,
    mode: 'sync',
    request: { data: ['d-order'] },
  })
  const box = (id: string, name: string, kind: string, calls: readonly string[] = []) => ({
    id,
    name,
    kind,
    ...(calls.length === 0 ? {} : { plans: [{ steps: calls.map((call) => ({ call })) }] }),
    ...(id === 'log' ? { settings: { redaction: false } } : {}),
  })
  const shop = {
    format: 'lintel/design',
    version: 1,
    id: 'd-shop',
    name: 'Shop',
    components: [
      box('buyer', 'Buyer', 'user'),
      box('form', 'Form', 'orchestrator', ['form-service', 'form-log']),
      box('service', 'Service', 'orchestrator', ['service-log']),
      box('log', 'Log', 'observability'),
    ],
    flows: [order('buyer', 'form'), order('form', 'service'), order('form', 'log'), order('service', 'log')],
    data: [{ id: 'd-order', name: 'Order', personal: 'personal' }],
    context: { stage: 'production' },
  }
  await dropAny(studio, project.name, 'shop.lintel.json', JSON.stringify(shop))
  const workbench = new Workbench(page)
  await workbench.hasNumbers()
  const threats = await workbench.open('Threats')
  const logs = line(threats, 'Private data stand in the logs')
  await logs.locator('.finding-title').click()
  await expect(logs.getByText('Way 1 of 2')).toBeVisible()
  const drawn = page.locator('.arrow-step')
  await expect(drawn).toHaveCount(2)
  await logs.getByRole('button', { name: 'Next way' }).press('Enter')
  await expect(logs.getByText('Way 2 of 2')).toBeVisible()
  await expect(drawn).toHaveCount(3)
  await expect(logs.getByRole('button', { name: 'Next way' })).toBeFocused()
  await logs.getByRole('button', { name: 'Previous way' }).press('Enter')
  await expect(drawn).toHaveCount(2)
})

test('the keyboard goes back to the line that it was on, and to the drawing where its place is gone', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  const title = line(threats, trifecta).locator('.finding-title')
  const palette = page.getByPlaceholder('Search the design, or run a command')
  const run = async (command: string) => {
    await page.keyboard.press('Control+k')
    await expect(palette).toBeFocused()
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
    await expect(palette).toHaveCount(0)
  }
  await title.focus()
  await run('dark theme')
  await expect(title).toBeFocused()
  await run('price book')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(title).toBeFocused()
  await page.keyboard.press('F9')
  await expect(page.locator('html')).toHaveAttribute('data-room-mode', '')
  await run('room mode')
  await expect(page.locator('html')).not.toHaveAttribute('data-room-mode', '')
  await expect(page.locator('.canvas')).toBeFocused()
})
