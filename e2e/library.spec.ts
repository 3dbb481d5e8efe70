import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'
const templateFile = resolve(import.meta.dirname, '../resources/templates/analyst-research-rag.lintel.json')

test('home offers templates with what each is for', async ({ studio }) => {
  const cards = studio.page.locator('.template-card')
  await expect(cards).toHaveCount(3)
  for (const card of await cards.all()) {
    await expect(card.locator('svg.thumbnail')).toBeVisible()
    expect((await card.locator('.template-summary').textContent())?.length).toBeGreaterThan(20)
  }
})

test('a design started from a template is on its card, with numbers, after going home', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, research)
  await page.waitForTimeout(1500)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const card = page.locator('.design-card[data-design]')
  await expect(card).toHaveCount(1)
  await expect(card.locator('.design-card-name')).toHaveText(research)
  await expect(card.locator('svg.thumbnail')).toBeVisible()
  await expect(card.locator('.design-card-facts')).toContainText('just now')
  await expect(card.locator('.design-card-facts')).toContainText('$')
})

test('designs are renamed, duplicated, found, deleted and brought back', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, research)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const cards = page.locator('.design-card[data-design]')
  await page.getByRole('button', { name: `More about ${research}` }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the design' })
  await name.fill('Research RAG')
  await name.press('Enter')
  await expect(cards.locator('.design-card-name')).toHaveText('Research RAG')

  await page.getByRole('button', { name: 'More about Research RAG' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(cards).toHaveCount(2)

  const search = page.getByRole('searchbox', { name: 'Find a design' })
  await search.fill('rag 2')
  await expect(cards).toHaveCount(1)
  await search.fill('nothing like it')
  await expect(page.locator('.library-none')).toBeVisible()
  await search.fill('')

  await page.getByRole('button', { name: 'More about Research RAG 2' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(cards).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(cards).toHaveCount(2)
})

test('with one workspace open nothing of another shows', async ({ studio }) => {
  const { page } = studio
  await Workbench.fromTemplate(page, research)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await expect(page.locator('.design-card[data-design]')).toHaveCount(1)
  await page.getByRole('button', { name: /^Workspace / }).click()
  await page.getByRole('menuitem', { name: 'New workspace' }).click()
  const name = page.getByRole('textbox', { name: 'Name of the workspace' })
  await name.fill('A bank')
  await name.press('Enter')
  await expect(page.getByRole('button', { name: 'Workspace A bank' })).toBeVisible()
  await expect(page.locator('.design-card[data-design]')).toHaveCount(0)
  // Only the template of that name is left; its tab is closed too.
  await expect(page.locator('.top-bar').getByText(research)).toHaveCount(0)
  expect(await page.title()).not.toContain(research)
  await page.getByRole('button', { name: 'Workspace A bank' }).click()
  await page.getByRole('menuitem', { name: 'My workspace' }).click()
  await expect(page.locator('.design-card[data-design]')).toHaveCount(1)
})

test('a file dropped on the window comes in, and a bad one says why', async ({ studio }) => {
  const { page } = studio
  const text = await readFile(templateFile, 'utf8')
  const drop = async (fileName: string, content: string) => {
    const transfer = await page.evaluateHandle(
      ([file, body]) => {
        const data = new DataTransfer()
        data.items.add(new File([body ?? ''], file ?? '', { type: 'application/json' }))
        return data
      },
      [fileName, content] as const,
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await page.locator('.app').dispatchEvent(type, { dataTransfer: transfer })
    }
  }
  await drop('broken.lintel.json', text.slice(0, 400))
  await expect(page.locator('.ui-toast')).toContainText('broken.lintel.json')
  await expect(page.locator('.design-card[data-design]')).toHaveCount(0)
  await drop('good.lintel.json', text)
  await new Workbench(page).hasNumbers()
})

test('a name of 10,000 characters neither breaks the card nor is cut', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.blank(page)
  const long = `${'A long name '.repeat(833)}end.`
  const name = workbench.inspector.getByRole('textbox', { name: 'Design name' })
  await name.fill(long)
  await name.press('Enter')
  await page.waitForTimeout(1200)
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const card = page.locator('.design-card[data-design]')
  await expect(card.locator('.design-card-name')).toHaveText(long)
  expect((await card.boundingBox())?.width).toBeLessThan(700)
})
