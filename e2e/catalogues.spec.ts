import { expect, test } from './fixtures.ts'
import { dropAny } from './pages/bad-input.ts'
import { Workbench } from './pages/workbench.ts'

const december = {
  format: 'lintel/catalogues',
  version: 1,
  title: 'December 2026',
  catalogues: [
    { id: 'mitre-atlas', source: 'Read in December 2026', editions: { '2026.12': { T0999: 'Newly found' } } },
    { id: 'cwe', source: 'Read in December 2026', editions: { '4': { 'CWE-79': 7 } } },
  ],
  aliases: [
    {
      from: { framework: 'mitre-atlas', edition: 'v5.6.1', id: 'T0086' },
      to: { framework: 'mitre-atlas', edition: '2026.12', id: 'T0999' },
      change: 'renumbered',
    },
  ],
}
const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

test('a local file brings newer editions of catalogues, and threats say what they are called there', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  await workbench.open('Findings')
  await page.getByRole('button', { name: 'Rules and standards' }).click()
  const dialog = page.getByRole('dialog', { name: 'Standards' })
  await dialog.getByRole('tab', { name: 'Catalogues' }).click()
  const choose = dialog.getByLabel(/^A file of catalogues/)

  await choose.setInputFiles(file('broken.json', '{'))
  await expect(dialog.getByRole('alert')).toContainText('broken.json: nothing could be used. 1 place to mend.')
  await expect(dialog.getByRole('alert')).not.toContainText('the rest counts')

  await choose.setInputFiles(file('december.json', JSON.stringify(december)))
  await expect(dialog.getByRole('alert')).toContainText('took 1 entry and 1 renumbering')
  await expect(dialog.getByRole('row', { name: /MITRE ATLAS/ })).toContainText('2026.12 (1 entry)')
  await expect(dialog.getByText('Added from december.json.')).toBeVisible()
  await page.keyboard.press('Escape')

  const threats = await workbench.open('Threats')
  const trifecta = threats.locator('.finding').filter({ hasText: 'Untrusted input, private data and a way out' })
  await trifecta.locator('.finding-title').first().click()
  await expect(trifecta).toContainText('now AML.T0999:2026.12 Newly found')
})

test('threats of another tool that are rated alike are one line, each of them to be read and decided about', async ({
  studio,
}, { project }) => {
  const { page } = studio
  const threat = (title: string) => ({ title, type: 'Tampering', severity: 'High', status: 'Open', description: title })
  const at = (x: number) => ({ position: { x, y: 0 }, size: { width: 100, height: 100 } })
  const model = {
    version: '2.5.0',
    summary: { title: 'Ticket desk', owner: 'Desk team' },
    detail: {
      contributors: [{ name: 'Ada' }],
      diagrams: [
        {
          id: 0,
          title: 'Flows',
          diagramType: 'STRIDE',
          cells: [
            { id: 'a', shape: 'actor', ...at(0), data: { name: 'Customer' } },
            {
              id: 'b',
              shape: 'process',
              ...at(400),
              data: { name: 'Ticket worker', threats: ['Forged ticket', 'Changed price', 'Lost seat'].map(threat) },
            },
            { id: 'f', shape: 'flow', source: { cell: 'a' }, target: { cell: 'b' }, data: { name: 'Ask' } },
          ],
        },
      ],
    },
  }
  await dropAny(studio, project.name, 'desk.json', JSON.stringify(model))
  const dialog = page.getByRole('dialog', { name: 'What was read from desk.json' })
  await expect(dialog.getByText('written again: "owner"')).toBeVisible()
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')
  const workbench = new Workbench(page)
  const threats = await workbench.open('Threats')
  const line = threats.locator('.finding').filter({ hasText: /Threats that the imported file rates high/ })
  await expect(line).toHaveCount(1)
  await expect(threats.locator('.finding')).toHaveCount(1)
  await line.locator('.finding-title').click()
  for (const title of ['Forged ticket', 'Changed price', 'Lost seat']) await expect(line).toContainText(title)
})
