import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { card, line, picture, support, trifecta, view } from './pages/threats.ts'
import { Workbench } from './pages/workbench.ts'

async function drawArrow(page: Page, from: string, to: string): Promise<void> {
  const start = await card(page, from).boundingBox()
  const end = await card(page, to).boundingBox()
  if (start === null || end === null) throw new Error('Both ends are on the canvas')
  await page.mouse.move(start.x + start.width / 2, start.y - 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 })
  await page.mouse.up()
}

test('the trifecta of the support agent is shown, closed by one placed control, and opened by a way around it', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')

  await test.step('the way of attack, from source to sink', async () => {
    await line(threats, trifecta).getByRole('button', { name: 'Show path' }).click()
    await expect(page.locator('.arrow-step')).toHaveText(['1', '2', '3'])
    for (const leg of ['Untrusted input', 'Private data', 'Way out'])
      await expect(page.locator('.card-leg', { hasText: leg }).first()).toBeVisible()
    await expect(card(page, 'Prompt registry').locator('.card')).toHaveAttribute('data-emphasis', 'dimmed')
  })

  const ghost = page.locator('button.ghost')
  await test.step('what breaks it has a price before it is placed', async () => {
    await expect(ghost).toContainText(/\+[\d.]+\s*ms at p95, no cost/u)
    await picture(page, '1-path')
  })

  await test.step('one press places it: the threat closes, one undo opens it again', async () => {
    await ghost.click()
    await expect(card(page, 'Policy gate')).toBeVisible()
    await expect(line(threats, trifecta)).toHaveCount(0)
    await picture(page, '2-closed')
    await workbench.undo()
    await expect(card(page, 'Policy gate')).toHaveCount(0)
    await expect(line(threats, trifecta)).toHaveCount(1)
    await page.getByRole('button', { name: /^Redo/ }).click()
    await expect(line(threats, trifecta)).toHaveCount(0)
  })

  await test.step('an arrow around it opens the threat again and names the way round', async () => {
    await drawArrow(page, 'Support agent', 'Send mail')
    await expect(line(threats, trifecta)).toHaveCount(1)
    await expect(line(threats, trifecta)).toContainText('through Send mail')
    await expect(
      threats.getByText(/Policy gate judges .+ but Support agent to Send mail brings the same/u),
    ).toBeVisible()
    await line(threats, trifecta).getByRole('button', { name: 'Show path' }).click()
    await picture(page, '3-bypass')
  })
})

test('a guard that is a model leaves the trifecta open, one step less likely, and says why', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await page.keyboard.press('Control+Shift+J')
  const threat = line(threats, trifecta)
  await expect(threat).toContainText('5 × 4 = 20')
  await threat.getByRole('button', { name: `Decide about ${trifecta}` }).click()
  await threat.getByRole('combobox', { name: 'Choose a control' }).click()
  await page.getByPlaceholder('Find a control').fill('injected')
  await page.keyboard.press('Enter')
  await threat.getByRole('button', { name: 'Record' }).click()
  await threat.getByRole('combobox', { name: /^Status of/ }).click()
  await page.getByRole('option', { name: 'In place' }).click()
  await expect(threat).toContainText('4 × 4 = 16')
  await expect(threat).toContainText('does not close it')
  await expect(threat).toContainText('needs one that passes')
  await picture(page, '9-soft-control')
})

test('a guardrail in place of the gate takes its own name, leaves the trifecta open and is told as not enough', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await line(threats, trifecta).getByRole('button', { name: 'Show path' }).click()
  await page.locator('button.ghost').click()
  await expect(line(threats, trifecta)).toHaveCount(0)
  await workbench.inspector.getByRole('combobox', { name: 'Kind', exact: true }).click()
  await page.keyboard.type('Guardrail')
  await page
    .getByRole('option', { name: /^Guardrail/ })
    .first()
    .click()
  await expect(card(page, 'Guardrail')).toBeVisible()
  await expect(card(page, 'Policy gate')).toHaveCount(0)
  await expect(line(threats, trifecta)).toContainText('4 × 4 = 16')
  await line(threats, trifecta).locator('.finding-title').click()
  await expect(line(threats, trifecta).getByText(/takes one step off.* A guard of this kind/u)).toContainText(
    'Guardrail',
  )
  await picture(page, '10-guardrail')
})

test('the canvas can be read as a data-flow diagram', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  await workbench.open('Threats')
  await page.keyboard.press('Alt+Shift+4')
  await expect(card(page, 'Customer').locator('.card')).toHaveAttribute('data-shape', 'actor')
  await expect(card(page, 'Support agent').locator('.card')).toHaveAttribute('data-shape', 'process')
  await expect(card(page, 'Customer memory').locator('.card')).toHaveAttribute('data-shape', 'store')
  await page.keyboard.press('Control+.')
  // Near enough to read labels, once the canvas has taken the room.
  await expect(async () => {
    await page.keyboard.press('Shift+1')
    await expect(page.locator('.arrow-label', { hasText: 'Confidential: ' }).first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Alt+Shift+4')
  await expect(card(page, 'Customer').locator('.card')).not.toHaveAttribute('data-shape')
})

test('a decision is recorded as one step, with a control that closes several threats', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await page.keyboard.press('Control+Shift+J')
  const rights = line(threats, 'More rights than are used')
  await rights.locator('.finding-title').click()
  await rights.getByRole('button', { name: 'Decide about it...' }).click()
  const form = rights.getByRole('form')
  await expect(form.getByRole('radio', { name: 'Mitigate' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(form.getByRole('radio', { name: 'Accept' })).toBeChecked()
  await form.getByRole('button', { name: 'Record' }).click()
  await expect(form.getByRole('alert')).toContainText('Say why')
  await form.getByRole('textbox', { name: 'Reason' }).fill('The rights go with the next release.')
  await form.getByLabel('Approver').fill('Head of support')
  await form.getByLabel('Until').fill('2099-01-31')
  await form.getByLabel('Evidence').fill('https://example.org/tickets/7')
  await form.getByRole('button', { name: 'Record' }).click()
  await expect(rights).toHaveCount(0)
  await threats.getByRole('combobox', { name: 'Which threats' }).click()
  await page.getByRole('option', { name: /^Decided/ }).click()
  await expect(rights).toContainText('Accepted until 2099-01-31')
  await rights.locator('.finding-title').click()
  await expect(rights).toContainText('approved by Head of support')
  await page.keyboard.press('Control+z')
  await expect(rights).toHaveCount(0)

  await threats.getByRole('combobox', { name: 'Which threats' }).click()
  await page.getByRole('option', { name: /^Open/ }).click()
  // Chosen by the keyboard: X on a line, the arrows from line to line.
  await rights.locator('.finding-title').focus()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  const bulk = threats.getByRole('form', { name: 'Decide about the chosen threats' })
  await expect(bulk).toContainText('2 threats chosen')
  await bulk.getByRole('textbox', { name: 'Owner' }).fill('Ana')
  await bulk.getByLabel('Due').fill('2099-02-01')
  await bulk.getByRole('combobox', { name: 'One control for all' }).click()
  await page.getByPlaceholder('Find a control').fill('least privilege')
  await page.keyboard.press('Enter')
  await bulk.getByRole('button', { name: 'Record for 2' }).click()
  await expect(threats.locator('.finding', { hasText: 'Ana' })).toHaveCount(2)
  await expect(threats.locator('.finding', { hasText: 'due 2099-02-01' })).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(threats.locator('.finding', { hasText: 'Ana' })).toHaveCount(0)
})

test('a threat is raised by hand from a cell of the coverage, changed and deleted', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await page.keyboard.press('Control+Shift+J')
  await view(threats, 'Coverage').click()
  await expect(threats.getByText(/\d+ % decided/u).first()).toBeVisible()
  const cell = threats.getByRole('button', { name: /^Repudiation of Refund: / })
  await cell.focus()
  await page.keyboard.press('Enter')
  await picture(page, '4-coverage')
  const quiet = threats.getByRole('button', { name: /^Repudiation of Customer: / })
  await expect(quiet).toHaveAttribute('aria-label', /not considered/)
  await quiet.click()
  await threats.getByLabel('No threat here, because').fill('each order bears a signature')
  await page.keyboard.press('Enter')
  await expect(quiet).toHaveAttribute('aria-label', /decided by a person/)
  await expect(threats.getByText('No repudiation: each order bears a signature')).toBeVisible()
  await threats.getByRole('button', { name: 'Take back' }).click()
  await expect(quiet).toHaveAttribute('aria-label', /not considered/)
  await cell.click()
  await threats.getByRole('button', { name: 'Raise a threat from here' }).click()

  const form = threats.getByRole('form', { name: 'A new threat' })
  await form.getByLabel('Source').fill('support clerk')
  await form.getByLabel('Action').fill('deny a refund they gave')
  await expect(form).toContainText('Support clerk can deny a refund they gave')
  await form.getByRole('combobox', { name: /likelihood/ }).click()
  await page.getByRole('option', { name: '4 Likely' }).click()
  await form.getByRole('combobox', { name: /impact/ }).click()
  await page.getByRole('option', { name: '5 Severe' }).click()
  await picture(page, '5-by-hand')
  await form.getByRole('button', { name: 'Add the threat' }).click()
  const own = line(threats, 'can deny a refund they gave')
  await expect(own).toContainText('4 × 5 = 20')

  await view(threats, 'Coverage').click()
  await expect(cell).toHaveAttribute('aria-label', /an open threat/)
  await view(threats, 'List').click()
  await own.locator('.finding-title').click()
  await own.getByRole('button', { name: 'Edit' }).click()
  const again = threats.getByRole('form', { name: 'Change a threat' })
  await again.getByLabel('Impact', { exact: true }).fill('money lost')
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(own).toContainText('which leads to money lost')
  await own.getByRole('button', { name: 'Delete' }).click()
  await expect(own).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(own).toHaveCount(1)
})

test('the risk matrix is changed by the keyboard and goes back to the usual one', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const threats = await workbench.open('Threats')
  await view(threats, 'Risk matrix').click()
  // It opens on the highest cell that holds something.
  await expect(threats.getByRole('button', { name: /^Likelihood/, pressed: true })).toHaveAccessibleName(/[1-9] threat/)
  const rare = threats.getByRole('button', { name: /^Likelihood 1, impact 1: / })
  await expect(rare).toHaveAttribute('aria-label', /low/)
  await threats.getByRole('button', { name: 'Change the matrix' }).click()
  await threats.getByRole('button', { name: /^Likelihood 1, impact 2: / }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(rare).toBeFocused()
  await page.keyboard.press('+')
  await expect(rare).toHaveAttribute('aria-label', /medium/)
  // A severity never falls as likelihood or impact rises: the others follow.
  await expect(threats.getByRole('button', { name: /^Likelihood 2, impact 2: / })).toHaveAttribute(
    'aria-label',
    /medium/,
  )
  await picture(page, '6-matrix')
  await threats.getByRole('button', { name: 'Back to the usual one' }).click()
  await expect(rare).toHaveAttribute('aria-label', /low/)
  await workbench.undo()
  await expect(rare).toHaveAttribute('aria-label', /medium/)
})

test('an identity is made where calls run as it, and how long its credential lives decides a threat', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  await card(page, 'Support agent').click()
  const { inspector } = workbench
  await inspector.getByRole('combobox', { name: 'Runs as' }).click()
  await page.getByRole('option', { name: 'New identity…' }).click()
  await expect(inspector.getByRole('textbox', { name: 'Called' })).toHaveValue('Support agent account')
  const asked = 'How long does the credential of Support agent account live?'
  const questions = await workbench.openAllQuestions()
  await expect(questions.getByText(asked)).toBeVisible()

  await inspector.getByRole('combobox', { name: 'Its credential lives' }).click()
  await page.getByRole('option', { name: 'Until somebody changes it' }).click()
  await expect(questions.getByText(asked)).toHaveCount(0)
  const threats = await workbench.open('Threats')
  await page.keyboard.press('Control+Shift+J')
  await expect(threats.getByText('The credential of Support agent account is long-lived.')).toBeVisible()

  await workbench.undo()
  await workbench.undo()
  await expect(inspector.getByRole('textbox', { name: 'Called' })).toHaveValue('Agent')
})

test('an identity as which nothing runs any more is deleted where it was made', async ({ studio }) => {
  const { page } = studio
  const { inspector } = await Workbench.fromTemplate(page, support)
  const runsAs = inspector.getByRole('combobox', { name: 'Runs as' })
  const choose = async (name: string | RegExp) => {
    await runsAs.click()
    await page.getByRole('option', { name }).click()
  }
  await card(page, 'Support agent').click()
  await choose('New identity…')
  await runsAs.click()
  await expect(page.getByRole('option', { name: /^Delete/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await choose('Not stated')
  await choose(/^Delete “Support agent account”/)
  await expect(page.getByText('“Support agent account” is deleted.')).toBeVisible()
  await runsAs.click()
  await expect(page.getByRole('option', { name: /Support agent account/ })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.locator('.ui-toast').getByRole('button', { name: 'Undo' }).click()
  await runsAs.click()
  await expect(page.getByRole('option', { name: 'Support agent account', exact: true })).toBeVisible()
})
