import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const support = 'Customer support agent'

test('a design is looked at in many ways, and what was seen is saved, opened again and compared', async ({ studio }, {
  project,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, support)
  const canvas = page.getByRole('region', { name: 'Canvas', exact: true })
  const cards = canvas.locator('.react-flow__node-component')
  const perspective = canvas.getByLabel(/^Perspective: /u)
  const hidden = canvas.getByLabel('Hidden elements')
  const focusCanvas = async () => {
    await canvas.locator('.react-flow__pane').click({ position: { x: 4, y: 120 } })
    await expect(workbench.inspector.getByRole('textbox', { name: 'Design name', exact: true })).toBeVisible()
  }
  await expect(cards.first()).toBeVisible()
  const all = await cards.count()
  await focusCanvas()

  await test.step('one request, step by step', async () => {
    await page.keyboard.press('Alt+Shift+5')
    await expect(perspective).toContainText('Solve a case, 14 calls')
    await expect(canvas.locator('.arrow-step').first()).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(perspective).toContainText('2 of 14')
    await expect(perspective).toContainText('Chat to Support agent')
    await expect(canvas.locator('.card[data-emphasis="path"]')).toHaveCount(2)
    await page.keyboard.press('ArrowLeft')
    await expect(perspective).toContainText('1 of 14')
  })

  await test.step('where it runs, and back with one key', async () => {
    await page.keyboard.press('Alt+Shift+6')
    await expect(perspective).toContainText('3 of 16 arrows cross')
    await expect(canvas.locator('.arrow[data-emphasis="path"]')).toHaveCount(3)
    await page.keyboard.press('Escape')
    await expect(perspective).toHaveCount(0)
    await expect(cards).toHaveCount(all)
  })

  await test.step('what is selected with its neighbours, also from afar', async () => {
    await workbench.select('Chat')
    await page.keyboard.press('Alt+Shift+7')
    await expect(perspective).toContainText('Chat and 2 neighbours')
    await expect(cards).toHaveCount(3)
    await expect(async () => {
      await page.keyboard.press('Control+-')
      await expect(canvas).toHaveAttribute('data-painted', 'true', { timeout: 500 })
    }).toPass()
    await expect(canvas.getByRole('listbox', { name: 'Cards' }).getByRole('option')).toHaveCount(3)
    await page.keyboard.press('Control+0')
    await page.keyboard.press('Escape')
    await expect(perspective).toHaveCount(0)
    await page.keyboard.press('Shift+1')
    await expect(cards).toHaveCount(all)
  })

  await test.step('what is hidden is not drawn, and stays in every number', async () => {
    const money = await workbench.headline('technology').innerText()
    await workbench.select('Refund')
    await page.keyboard.press('Shift+H')
    await expect(hidden).toContainText('1 hidden')
    await expect(cards).toHaveCount(all - 1)
    expect(await workbench.headline('technology').innerText()).toBe(money)
    await page.keyboard.press('Control+a')
    await expect(canvas.locator('.card[data-selected="true"]')).toHaveCount(all - 1)
    await page.keyboard.press('Escape')
    await hidden.getByRole('button', { name: 'Show all' }).click()
    await expect(hidden).toHaveCount(0)
    await expect(cards).toHaveCount(all)
  })

  const legend = canvas.getByRole('region', { name: 'Legend of the overlay' })
  await test.step('what nobody said has its own entry, which selects it', async () => {
    await focusCanvas()
    await page.keyboard.press('Alt+Shift+K')
    await expect(legend).toContainText('Confidential')
    const unsaid = legend.getByRole('button', { name: /^Not said: select \d+$/u })
    const count = Number(/\d+/u.exec((await unsaid.getAttribute('aria-label')) ?? '')?.[0])
    await unsaid.click()
    await expect(canvas.locator('.card[data-selected="true"], .arrow[data-selected="true"]')).toHaveCount(count)
    await focusCanvas()
  })

  await test.step('a room sees neither money nor verdicts', async () => {
    await page.keyboard.press('Alt+Shift+R')
    await expect(legend).toContainText('Critical')
    await page.keyboard.press('F9')
    await expect(legend).toHaveCount(0)
    await canvas.getByRole('button', { name: 'Overlay', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: /Owner/u })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: /Risk|Cost/u })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('F9')
    await expect(legend).toContainText('Critical')
    await page.keyboard.press('Alt+Shift+0')
    await expect(legend).toHaveCount(0)
  })

  const list = page.getByRole('dialog', { name: 'Saved views' })
  const save = async (name: string) => {
    await page.keyboard.press('Alt+Shift+V')
    await expect(list.getByRole('textbox', { name: 'Name of the new view' })).toBeFocused()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(list.getByRole('button', { name: new RegExp(`^${name}`, 'u') })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
  }
  await test.step('what is seen is saved, opened by key, deleted and brought back', async () => {
    await focusCanvas()
    await page.keyboard.press('Alt+Shift+6')
    await expect(perspective).toContainText('cross')
    await save('For the board')
    await page.keyboard.press('Alt+Shift+9')
    await page.keyboard.press('Alt+Shift+W')
    await expect(legend).toContainText('Not said')
    await save('Owners')
    await page.keyboard.press('Alt+PageUp')
    await expect(perspective).toContainText('cross')
    await expect(legend).toHaveCount(0)
    await page.keyboard.press('Alt+PageDown')
    await expect(legend).toContainText('Not said')
    await page.keyboard.press('F7')
    await expect(page.getByRole('button', { name: /Saved views.*2 steps/su })).toBeVisible()
    await page.keyboard.press('Escape')
    await canvas.getByRole('button', { name: 'Saved views', exact: true }).click()
    await list.getByRole('button', { name: 'More about Owners' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await page.getByRole('button', { name: /^Undo: Delete the view Owners/u }).click()
    await expect(canvas.getByRole('button', { name: 'Saved views', exact: true })).toContainText('2')
  })

  await test.step('an option stands beside the base, with what differs', async () => {
    await page.keyboard.press('Alt+Shift+0')
    await expect(legend).toHaveCount(0)
    await page.getByRole('button', { name: /^Search or run/u }).click()
    await page.keyboard.type('New option')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation', { name: 'Options and phases' })).toBeVisible()
    await page.keyboard.press('Shift+1')
    await expect(cards).toHaveCount(all)
    await workbench.select('Refund')
    await page.keyboard.press('Delete')
    await expect(cards).toHaveCount(all - 1)
    await page.keyboard.press('Alt+Shift+X')
    const bar = page.getByRole('region', { name: 'Comparison', exact: true })
    await expect(bar).toContainText('0 only on the left, 2 only on the right, 1 different')
    await expect(bar).toContainText(/Cost.*→ \$\d/su)
    const other = page.getByRole('region', { name: 'Comparison with Base' })
    await expect(other.locator('.card[data-heat="there"]')).toContainText('Refund')
    await expect(other.locator('.arrow[data-heat="there"]')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(other).toHaveCount(0)
  })

  if (project.name === 'browser') {
    await test.step('views are there after the next start', async () => {
      await studio.restart()
      await expect(studio.page.getByRole('button', { name: 'Saved views', exact: true })).toContainText('2')
    })
  }
})
