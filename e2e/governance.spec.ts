import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const agent = 'Customer support agent'

test('a tier is confirmed question by question, beside what the drawing says, and taken back by one undo', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, agent)
  await page.keyboard.press('ControlOrMeta+K')
  await page.getByPlaceholder(/Search/).fill('governance')
  await expect(page.getByRole('option').first()).toHaveText('Governance')
  await page.keyboard.press('Enter')
  const panel = workbench.panels.locator('.governance')
  const result = panel.getByRole('region', { name: 'EU AI Act, result' })
  await expect(result).toContainText('Open')
  const card = panel.locator('.question-card')
  await expect(card).toContainText('The drawing')
  await expect(card.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await card.getByRole('button', { name: 'Confirm' }).click()
  // On to the next that nobody has answered.
  await expect(card).toContainText('Question 2 of 15')
  await card.getByRole('button', { name: 'Confirm' }).press('Enter')
  await expect(card).toContainText('Question 3 of 15')

  // Whoever overrules the drawing says why.
  await panel.getByRole('button', { name: /^Question 13,/ }).click()
  await card.getByRole('radio', { name: 'No' }).check()
  await expect(card.getByRole('button', { name: 'Override the drawing' })).toBeDisabled()
  await card.getByRole('textbox', { name: 'Rationale' }).fill('Staff sit in between')
  await card.getByRole('button', { name: 'Override the drawing' }).click()
  await expect(panel.getByRole('button', { name: 'Question 13, answered by a person' })).toBeVisible()

  for (const [number, answer] of [
    [3, 'No'],
    [5, 'None of these'],
    [6, 'No'],
    [8, 'Yes'],
    [9, 'None of these'],
    [7, 'Work: recruiting and selecting'],
  ] as const) {
    await panel.getByRole('button', { name: new RegExp(`^Question ${number},`) }).click()
    await card.getByLabel(answer, { exact: false }).first().check()
    await card.getByRole('button', { name: /^(Answer|Confirm)$/ }).click()
  }
  await expect(result).toContainText('High-risk')
  await expect(result).toContainText('confirmed')
  await expect(result).toContainText('2027-12-02')
  await panel.getByRole('tab', { name: /^Duties/ }).click()
  await expect(panel.getByRole('tabpanel')).toContainText('Run a risk management system over its life.')

  await page.getByRole('button', { name: /^Undo: / }).click()
  await expect(result).not.toContainText('High-risk')
  await expect(result).toContainText('Open')
})

test('evidence, controls, registers and legal facts are filtered and answered by keyboard', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, agent)
  await workbench.open('Governance')
  const panel = workbench.panels.locator('.governance')
  const body = panel.locator('.governance-body[data-state="active"]')
  await panel.getByRole('tab', { name: /^Questions/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(panel.getByRole('tab', { name: /^Duties/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(panel.getByRole('tab', { name: /^Evidence/ })).toHaveAttribute('data-state', 'active')
  const incidents = body.getByRole('textbox', {
    name: 'Where it is kept: Plan for incidents: contacts, severity, clocks',
  })
  await incidents.fill('Handbook, chapter 4')
  await incidents.press('Enter')
  await expect(body.getByRole('row', { name: /Plan for incidents/ })).toContainText('typed')

  await panel.getByRole('tab', { name: /^Controls/ }).click()
  await body.getByRole('combobox', { name: 'Framework' }).click()
  await page.getByRole('option', { name: 'GDPR' }).click()
  await body.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Typed' }).click()
  await expect(body.locator('tbody').last().locator('tr')).toHaveCount(1)
  await expect(body.locator('tbody').last()).toContainText('Art. 33')

  await panel.getByRole('tab', { name: /^Legal facts/ }).click()
  await body.getByRole('button', { name: /^Confirm: GDPR Art. 33/ }).click()
  await expect(body.getByRole('button', { name: /^Take back: GDPR Art. 33/ })).toBeVisible()

  await panel.getByRole('tab', { name: /^Readiness/ }).click()
  await body.getByRole('button', { name: 'Tick by hand: It was tested under load' }).click()
  await expect(body.getByRole('button', { name: 'Take the tick back: It was tested under load' })).toBeVisible()

  await panel.getByRole('tab', { name: /^Third parties/ }).click()
  await expect(body.locator('table').first()).toContainText('Anthropic')
  await panel.getByRole('tab', { name: /^Models/ }).click()
  await expect(body).toContainText('claude-sonnet-4-6')
})
