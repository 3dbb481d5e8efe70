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

/** A drawing of two boxes and an arrow as draw.io keeps it, and the pictures that carry it. */
const drawIo = `<mxfile><diagram name="Flows"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="Claims agent" vertex="1" parent="1"><mxGeometry x="0" y="0" width="160" height="60" as="geometry"/></mxCell>
<mxCell id="b" value="Vector store" vertex="1" parent="1"><mxGeometry x="320" y="0" width="160" height="60" as="geometry"/></mxCell>
<mxCell id="f" value="asks" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>`

const drawIoSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" content="${drawIo
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('"', '&quot;')
  .replaceAll('\n', ' ')}"><g/></svg>`

function drawIoPng(): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', Buffer.alloc(13)),
    chunk('tEXt', Buffer.concat([Buffer.from('mxfile\0'), Buffer.from(encodeURIComponent(drawIo))])),
    chunk('IDAT', Buffer.alloc(9)),
  ])
}

test('a picture that draw.io saved with its drawing in it opens as that drawing', async ({ studio }, { project }) => {
  const { page } = studio
  for (const [name, content] of [
    ['flows.drawio.svg', drawIoSvg],
    ['flows.drawio.png', drawIoPng()],
  ] as const) {
    await test.step(name, async () => {
      await dropAny(studio, project.name, name, content)
      const dialog = page.getByRole('dialog', { name: `What was read from ${name}` })
      await expect(dialog.getByRole('row', { name: /Claims agent/ })).toBeVisible()
      await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter')
      await expect(page.getByRole('group', { name: /^Claims agent, / })).toBeVisible()
      await expect(page.getByRole('group', { name: /^Vector store, / })).toBeVisible()
      await expect(page.locator('.react-flow__edge')).toHaveCount(1)
      await page.getByRole('button', { name: 'Library' }).first().click()
    })
  }
})
