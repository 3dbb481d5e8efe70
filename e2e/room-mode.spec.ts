import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'

test('room mode hides money and verdicts', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await expect(workbench.status).toContainText('$')
  await studio.page.keyboard.press('F9')
  await expect(workbench.status).not.toContainText('$')
  await expect(workbench.status.locator('.ui-mark')).toHaveCount(0)
  await studio.page.keyboard.press('F9')
  await expect(workbench.status).toContainText('$')
})

test('no name on the drawing is smaller than 24 px in room mode, from however far it is seen', async ({ studio }) => {
  const { page } = studio
  await page.setViewportSize({ width: 1920, height: 1080 })
  await Workbench.fromTemplate(page, 'Customer support agent')
  await page.keyboard.press('F9')
  await expect(page.locator('.canvas .card-name').first()).toBeVisible()
  await page.locator('.react-flow__pane').click({ position: { x: 4, y: 4 } })
  for (let step = 0; step < 5; step += 1) {
    const heights = await page.locator('.canvas :is(.card-name, .boundary-name):visible').evaluateAll((names) =>
      names.map((name) => {
        const drawn = name.closest('.react-flow__viewport')?.getBoundingClientRect()
        const { offsetWidth } = name.closest<HTMLElement>('.react-flow__viewport') ?? { offsetWidth: 1 }
        return Number.parseFloat(getComputedStyle(name).fontSize) * ((drawn?.width ?? 0) / offsetWidth)
      }),
    )
    for (const height of heights) expect(height).toBeGreaterThan(23.9)
    await page.keyboard.press('Control+-')
  }
  // From so far no card holds a name: the one that is pointed at says it above itself.
  const card = page.locator('.canvas .react-flow__node:has(.card)').first()
  await expect(async () => {
    await page.keyboard.press('Control+-')
    await expect(card.locator('.card-name')).toBeHidden({ timeout: 500 })
  }).toPass()
  await card.hover()
  await expect(card.locator('.card-name')).toBeVisible()
  await expect
    .poll(() => card.locator('.card-name').evaluate((name) => name.getBoundingClientRect().height))
    .toBeGreaterThan(26)
})

test('room mode shows nothing of what was found, whatever is asked for, and says so', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  const findings = await workbench.open('Findings')
  await expect(findings.locator('.finding').first()).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.locator('.finding[data-highlighted="true"]')).toHaveCount(1)
  const title = (await page.locator('.finding[data-highlighted="true"] .finding-title').textContent()) ?? ''
  await page.keyboard.press('F9')
  for (const key of ['F8', 'Shift+F8', 'Alt+1', 'Alt+4']) {
    await page.keyboard.press(key)
    await expect(page.getByText('Room mode shows the drawing alone.')).toBeVisible()
    await expect(workbench.panels).toHaveCount(0)
    await expect(page.getByText(title)).toHaveCount(0)
  }
  await page.keyboard.press('F9')
  await page.keyboard.press('F8')
  await expect(workbench.panels.getByText(title).first()).toBeVisible()
})
