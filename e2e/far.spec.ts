import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

/** Two cards with an arrow, seen from so far away that they are painted. */
async function farDrawing(page: Page): Promise<void> {
  await page.locator('.canvas').focus()
  for (const name of ['user', 'vector']) {
    await page.keyboard.press('/')
    await expect(page.locator('.quick-add-input')).toBeFocused()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await expect(page.locator('.quick-add-input')).toHaveCount(0)
  }
  await expect(page.locator('.react-flow__node')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await zoomTo(page, 'far')
}

async function zoomTo(page: Page, distance: 'near' | 'far'): Promise<void> {
  const painted = page.locator(`.canvas[data-painted="${distance === 'far'}"]`)
  for (let turn = 0; turn < 12 && (await painted.count()) === 0; turn += 1) {
    await page.keyboard.press(distance === 'far' ? 'Control+-' : 'Control+=')
    await page.waitForTimeout(220)
  }
  await expect(painted).toHaveCount(1)
}

/** The option that the list says it stands on. */
async function current(page: Page): Promise<{ readonly position: string | null; readonly label: string }> {
  const id = await page.getByRole('listbox', { name: 'Cards' }).getAttribute('aria-activedescendant')
  const option = page.locator(`[id="${id}"]`)
  return { position: await option.getAttribute('aria-posinset'), label: (await option.textContent()) ?? '' }
}

/** Where the keyboard's card is, by the picture itself: the ring of its focus is drawn around it. */
async function spotOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const list = page.getByRole('listbox', { name: 'Cards' })
  await list.focus()
  await list.press('Home')
  await expect.poll(() => current(page).then((option) => option.position)).toBe('1')
  for (let turn = 1; !(await current(page)).label.startsWith(name) && turn < 3; turn += 1) {
    await list.press('ArrowDown')
    await expect.poll(() => current(page).then((option) => option.position)).toBe(String(turn + 1))
  }
  await list.press('Enter')
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name)
  const middle = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.painted')
    const context = canvas?.getContext('2d')
    if (canvas === null || context === null || context === undefined) return undefined
    const probe = document.createElement('span')
    probe.style.color = 'var(--accent)'
    document.body.append(probe)
    const accent = getComputedStyle(probe).color.match(/\d+/g)?.map(Number) ?? []
    probe.remove()
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let at = 0; at < data.length; at += 4) {
      if (accent.some((part, index) => Math.abs((data[at + index] ?? 0) - part) > 2)) continue
      const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)]
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    const box = canvas.getBoundingClientRect()
    const ratio = canvas.width / box.width
    return { x: box.x + (left + right) / 2 / ratio, y: box.y + (top + bottom) / 2 / ratio }
  })
  if (middle === undefined || !Number.isFinite(middle.x)) throw new Error('No ring is painted')
  return middle
}

test.beforeEach(async ({ studio }) => {
  await Workbench.blank(studio.page)
})

test('from afar the cards are one picture, and still a list for the keyboard', async ({ studio: { page } }) => {
  await farDrawing(page)
  await expect(page.locator('.react-flow__node')).toHaveCount(0)
  await expect(page.getByRole('listbox', { name: 'Cards' }).getByRole('option')).toHaveCount(2)
  await spotOf(page, 'Vector store')
  await page.keyboard.press('Delete')
  await zoomTo(page, 'near')
  await expect(page.locator('.react-flow__node-component')).toHaveCount(1)
})

test('a painted card is picked, moved in one step and named by flying to it', async ({ studio: { page } }) => {
  await farDrawing(page)
  const user = await spotOf(page, 'User')
  await page.mouse.move(user.x, user.y)
  await page.mouse.down()
  await page.mouse.move(user.x + 30, user.y - 50, { steps: 4 })
  await page.mouse.up()
  const moved = await spotOf(page, 'User')
  // A guide may take it by six points.
  expect(Math.abs(moved.x - user.x - 30)).toBeLessThan(8)
  expect(Math.abs(moved.y - user.y + 50)).toBeLessThan(8)
  await page.keyboard.press('Control+z')
  const back = await spotOf(page, 'User')
  expect(Math.abs(back.x - user.x)).toBeLessThan(3)
  await page.getByRole('listbox', { name: 'Cards' }).press('F2')
  await expect(page.locator('.canvas').getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.keyboard.type('Clerk')
  await page.keyboard.press('Enter')
  await expect(page.locator('.react-flow__node').filter({ hasText: 'Clerk' })).toBeVisible()
})

test('a frame drawn around painted cards selects them, and a press beside them none', async ({ studio: { page } }) => {
  await farDrawing(page)
  const canvas = await page.locator('.canvas').boundingBox()
  if (canvas === null) throw new Error('No canvas')
  await page.mouse.move(canvas.x + 20, canvas.y + 20)
  await page.mouse.down()
  await page.mouse.move(canvas.x + canvas.width - 20, canvas.y + canvas.height - 90, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByRole('option', { selected: true })).toHaveCount(2)
  await page.mouse.click(canvas.x + 20, canvas.y + 20)
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
})
