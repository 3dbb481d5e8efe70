import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'

test('the framing sheet: a measure becomes a requirement, a wrong answer gets a fallback', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, research)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('framing')
  await page.keyboard.press('Enter')
  const sheet = workbench.panels.getByRole('tabpanel')
  await sheet.getByRole('textbox', { name: 'Problem' }).fill('Analysts search for hours')
  await sheet.getByRole('textbox', { name: 'Not meant for' }).fill('Advice to clients\nTrading')

  const measures = sheet.getByRole('region', { name: 'Measures of success' })
  await measures.getByRole('button', { name: 'Add a measure' }).click()
  await measures.getByRole('textbox', { name: 'Measure', exact: true }).fill('Minutes a question takes')
  await page.keyboard.press('Enter')
  await measures.getByRole('textbox', { name: /^Aim of/ }).fill('20 min')
  await page.keyboard.press('Enter')

  const answers = sheet.getByRole('region', { name: 'When an answer is wrong' })
  await answers
    .getByRole('button', { name: /^Answers to/ })
    .first()
    .click()
  await answers.getByRole('textbox', { name: 'Fallback' }).fill('The plain search results')
  await answers.getByRole('textbox', { name: 'Who notices' }).fill('The analyst')
  await page.keyboard.press('Tab')

  await measures.getByRole('button', { name: 'Make a requirement' }).click()
  const row = sheet.locator('.requirement[data-selected="true"]')
  await expect(row.getByRole('textbox', { name: 'Requirement' })).toHaveValue('Minutes a question takes')
  await expect(row.getByRole('textbox', { name: 'Target' })).toHaveValue(/1.200.000/)
  await expect(row.locator('.cell-verdict')).toContainText(/pass|assumed/)
  await expect(row).toBeInViewport()
  await expect(row).toContainText('Source: Framing sheet')

  await workbench.undo()
  const again = await workbench.open('Framing')
  await expect(again.getByRole('button', { name: 'Make a requirement' })).toBeVisible()
  await expect(again.getByRole('textbox', { name: 'Fallback' })).toHaveValue('The plain search results')
})

test('a usual start is looked through and added as one edit, then agreed, scoped by a rule and traced', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  const requirements = await workbench.open('Requirements')
  await expect(requirements.locator('.requirement').first()).toBeVisible()
  const before = await requirements.locator('.requirement').count()
  await requirements.getByRole('button', { name: 'Usual starts...' }).click()
  const sets = page.getByRole('dialog', { name: 'Usual starts' })
  await expect(sets.getByRole('combobox', { name: 'Pattern' })).toContainText('An agent that acts')
  await expect(sets.getByRole('checkbox', { name: /^Task success/ })).not.toBeChecked()
  await expect(sets).toContainText('asked for already')
  const add = sets.getByRole('button', { name: /^Add \d+$/ })
  const count = Number((await add.innerText()).replace('Add ', ''))
  await add.click()
  await expect(requirements.locator('.requirement')).toHaveCount(before + count)
  await workbench.undo()
  await expect(requirements.locator('.requirement')).toHaveCount(before)
  await page.keyboard.press('Control+Shift+z')
  await expect(requirements.locator('.requirement')).toHaveCount(before + count)

  const tokens = requirements.locator('.requirement').filter({ hasText: 'Tokens of one' })
  await expect(tokens.locator('.cell-verdict')).toContainText(/pass|assumed|at risk|fail/)
  await tokens.getByRole('button', { name: 'Source: Usual start' }).click()
  const source = page.getByRole('textbox', { name: 'Source' })
  await source.fill('Head of service')
  await source.press('Enter')
  await page.keyboard.press('Escape')
  await expect(tokens).toContainText('Source: Head of service')

  const id = await tokens.getAttribute('data-requirement')
  const row = requirements.locator(`[data-requirement="${id}"]`)
  await row.getByRole('button', { name: /^Of: / }).click()
  const scope = page.getByRole('dialog', { name: /holds for$/ })
  await scope.getByRole('radio', { name: 'A rule' }).click()
  await scope.getByRole('textbox', { name: 'The rule, as it is written' }).fill('trait = generates-text & name = Model')
  await page.keyboard.press('Tab')
  await expect(scope.locator('output')).toContainText(/: \d elements?\./)
  await page.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: /^Of: Every.* that generates text and is called Model/ })).toBeVisible()

  await row.getByRole('button', { name: 'Scenario...' }).click()
  const scenario = page.getByRole('dialog', { name: /^Scenario of/ })
  await scenario.getByRole('textbox', { name: 'Source', exact: true }).fill('A customer')
  await scenario.getByRole('textbox', { name: 'Stimulus' }).fill('describes a case')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('A customer describes a case')

  await requirements.getByRole('radio', { name: 'Traceability' }).click()
  const matrix = requirements.getByRole('table')
  await expect(matrix.getByRole('row')).toHaveCount(before + count + 1)
  await requirements.getByRole('combobox', { name: 'Show' }).click()
  await page.getByRole('option', { name: 'Uncovered' }).click()
  await expect.poll(() => matrix.getByRole('row').count()).toBeLessThan(before + count + 1)
})

test('a budget is typed in the currency of the design, and another one is refused until it has a rate', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  await workbench.open('Estimate')
  await page
    .getByRole('button', { name: /^Prices of/ })
    .first()
    .click()
  const book = page.getByRole('dialog')
  const typeIn = async (place: number, words: string): Promise<void> => {
    await book.getByRole('textbox').nth(place).fill(words)
    await page.keyboard.press('Tab')
  }
  await typeIn(0, 'EUR')
  await typeIn(1, '0.92')
  await page.keyboard.press('Escape')
  const budgets = (await workbench.open('Requirements'))
    .locator('[data-requirement]')
    .filter({ hasText: /cost per month/i })
  const target = budgets.first().getByRole('textbox', { name: /target/i })
  await expect(budgets.first()).toContainText('EUR/month')
  await target.fill('2 000 €')
  await target.press('Enter')
  await expect(budgets.first()).toContainText(/the target is at most €2k|at most €2k/)
  await target.fill('2 000 £')
  await target.press('Enter')
  await expect(page.getByText('“2 000 £” was not taken. A number in EUR or USD goes here.')).toBeVisible()
  await expect(target).toHaveValue('2\u202F000')
})
