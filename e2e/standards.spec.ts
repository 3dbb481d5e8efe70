import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const house = {
  format: 'lintel/standards',
  version: 1,
  title: 'House standards',
  packs: [
    {
      id: 'house',
      title: 'House rules',
      approver: 'Architecture board',
      rules: [
        {
          id: 'HOUSE-01',
          title: 'Models are reached past the gateway',
          severity: 'high',
          topic: 'access',
          why: 'The gateway keeps the log.',
          problem: '{from} reaches {to} past the model gateway.',
          fix: 'Send the calls of {from} through it.',
          path: { from: 'trait = starts-requests', to: 'kind = llm-api', through: 'kind = model-gateway' },
        },
        {
          id: 'HOUSE-02',
          title: 'Broken',
          severity: 'low',
          topic: 'access',
          why: 'None.',
          problem: 'None.',
          fix: 'None.',
          each: { of: 'components', require: 'kind = large-model' },
        },
      ],
    },
  ],
}
const table = 'Technology;Status;Valid until\nOpenAI;allowed;\nanthropic/*;banned;\nMistral;perhaps;\n'
const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

test('rules of a house count at once, say what cannot be used, and stay with their workspace', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  await workbench.open('Findings')
  await page.getByRole('button', { name: 'Rules and standards' }).click()
  const dialog = page.getByRole('dialog', { name: 'Standards' })
  const choose = dialog.getByLabel(/^A standards file \(JSON\), or/)
  await choose.setInputFiles(file('house.json', JSON.stringify(house, undefined, 2)))
  await expect(dialog.getByRole('alert')).toContainText('There is no kind "large-model"')
  await expect(dialog.getByRole('alert')).toContainText('packs[0].rules[1].each.require')
  await expect(dialog.getByRole('region', { name: 'House rules' })).toContainText('HOUSE-01')
  await dialog.getByRole('button', { name: 'Close the list' }).click()

  await dialog.getByRole('button', { name: 'Edit', exact: true }).click()
  const editor = dialog.getByRole('region', { name: 'Edit a pack' })
  await expect(editor.locator('output')).toContainText('of Customer support agent')
  await editor.locator('.view-line', { hasText: '"through"' }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(' | kind = big-model')
  await expect(editor.getByRole('alert')).toContainText('packs[0].rules[0].path.through')
  await expect(editor.locator('.squiggly-error').first()).toBeAttached()
  await expect(editor.getByRole('button', { name: 'Keep' })).toBeDisabled()
  for (let left = 'model-gateway | kind = big-model'.length; left > 0; left -= 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('api-gat')
  await expect(editor.locator('.suggest-widget .focused')).toContainText('api-gateway')
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('combobox', { name: 'That does not pass, row 1: value' })).toContainText('api-gateway')
  await editor.getByLabel('Title', { exact: true }).fill('Models are reached past the gate')
  await editor.getByLabel('Title', { exact: true }).press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Discard' }).getByRole('button', { name: 'Keep editing' }).click()
  await editor.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dialog.getByRole('region', { name: 'House rules' })).toContainText('Models are reached past the gate')

  await dialog.getByRole('tab', { name: 'Technologies' }).click()
  await choose.setInputFiles(file('list.csv', table))
  await expect(dialog.getByRole('alert')).toContainText('Line 4: "perhaps" is no status of "Mistral"')
  await expect(dialog.getByRole('row', { name: /OpenAI/ })).toContainText('Approved')

  await dialog.getByRole('tab', { name: 'Rules' }).click()
  await dialog.getByLabel('Find a rule').fill('P-02')
  await dialog.getByRole('switch', { name: /^P-02 / }).click()
  // Whoever switches a rule off is asked why at once.
  await expect(dialog.locator('[data-rule="P-02"]')).toContainText('switched off without a reason')
  await expect(dialog.getByLabel('Why P-02 differs')).toBeFocused()
  await dialog.getByLabel('Why P-02 differs').fill('Looked at elsewhere')
  await dialog.getByLabel('Why P-02 differs').press('Enter')
  await page.keyboard.press('Escape')

  const panel = page.getByRole('region', { name: 'Panels', exact: true })
  await expect(panel.getByText('P-02', { exact: true })).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find a component' }).fill('claude sonnet')
  await expect(page.getByRole('button', { name: /Add Claude Sonnet.*Forbidden/ }).first()).toBeVisible()

  await studio.restart()
  const again = studio.page
  await again.keyboard.press('Control+k')
  await again.keyboard.type('Standards')
  await again.keyboard.press('Enter')
  const reopened = again.getByRole('dialog', { name: 'Standards' })
  await reopened.getByText('Switched off', { exact: true }).click()
  await expect(reopened.locator('[data-rule="P-02"]')).toContainText('switched off')
  await expect(reopened.getByText('1 rule', { exact: true })).toBeVisible()
})
