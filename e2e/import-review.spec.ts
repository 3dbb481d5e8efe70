import { expect, test } from './fixtures.ts'
import { dropAny } from './pages/bad-input.ts'

/** A small model with something of each: a kind to correct, a loose arrow, a threat. */
const model = JSON.stringify({
  version: '2.5.0',
  summary: { title: 'Ticket desk' },
  detail: {
    diagrams: [
      {
        id: 0,
        title: 'Flows',
        diagramType: 'STRIDE',
        cells: [
          {
            id: 'a',
            shape: 'actor',
            position: { x: 0, y: 0 },
            size: { width: 150, height: 80 },
            data: { name: 'Customer' },
          },
          {
            id: 'b',
            shape: 'process',
            position: { x: 400, y: 0 },
            size: { width: 100, height: 100 },
            data: {
              name: 'Ticket worker',
              threats: [
                {
                  title: 'Forged ticket',
                  type: 'Spoofing',
                  severity: 'High',
                  status: 'Open',
                  description: 'Anyone writes.',
                },
              ],
            },
          },
          { id: 'f', shape: 'flow', source: { cell: 'a' }, target: { cell: 'b' }, data: { name: 'Ask' } },
          { id: 'g', shape: 'flow', source: { cell: 'b' }, target: { x: 2000, y: 2000 }, data: { name: 'Nowhere' } },
        ],
      },
    ],
  },
})

/** What a README says of a system. */
const flowchart = `\`\`\`mermaid
flowchart LR
  subgraph cloud [Own cloud]
    R{{Retriever agent}} --> V[(Pinecone)]
  end
  U([Staff]) -->|asks| R
  U --> cloud
\`\`\``

test('another tool’s file is looked at, corrected by keys and lands as one step', async ({ studio }, { project }) => {
  const { page } = studio
  const drop = () => dropAny(studio, project.name, 'desk.json', model)
  const dialog = page.getByRole('dialog', { name: 'What was read from desk.json' })
  await drop()
  await expect(dialog.getByText('The flow "Nowhere" was left out')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /Forged ticket/ })).toContainText('Threat')

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.locator('.tab-name')).toHaveCount(0)
  await expect(page.locator('.design-card[data-design]')).toHaveCount(0)

  await drop()
  const row = dialog.getByRole('row', { name: /Ticket worker/ })
  await expect(row).toContainText('Its name says "worker"')
  await row.getByLabel('Kind of Ticket worker').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('secret store')
  await expect(page.getByRole('option', { name: 'Secret store', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(row).toContainText('You said so.')
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')

  await expect(page.locator('.tab-name')).toHaveText(['Ticket desk'])
  await expect(page.getByRole('group', { name: /^Ticket worker, / })).toContainText('Secret store')
  await page.getByRole('button', { name: 'Undo: Import desk.json' }).click()
  await expect(page.getByRole('group', { name: /^Ticket worker, / })).toHaveCount(0)
  await page.getByRole('button', { name: 'Redo: Import desk.json' }).click()
  await expect(page.getByRole('group', { name: /^Ticket worker, / })).toBeVisible()

  await test.step('a flowchart that is pasted is looked at as well, and joins the open design in one step', async () => {
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, flowchart)
    const review = page.getByRole('dialog', { name: 'What was read from the clipboard' })
    await expect(review.getByText('from "Staff" to the subgraph "Own cloud" was left out')).toBeVisible()
    await expect(review.getByRole('row', { name: /^Pinecone/ })).toContainText('Its name says "pinecone"')
    await review.getByRole('button', { name: 'Add to this design' }).press('Enter')
    await expect(page.getByRole('group', { name: /^Retriever agent, / })).toBeVisible()
    await expect(page.getByRole('group', { name: /^Ticket worker, / })).toBeVisible()
    await page.getByRole('button', { name: 'Undo: Paste drawing' }).click()
    await expect(page.getByRole('group', { name: /^Retriever agent, / })).toHaveCount(0)
    await expect(page.getByRole('group', { name: /^Ticket worker, / })).toBeVisible()
  })
})
