import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { addUserAndModel, arrows, boxOf, canvas, card, cards, kind } from './pages/drawing.ts'
import { Hands, pointOf } from './pages/hands.ts'
import { Workbench } from './pages/workbench.ts'

async function connect(page: Page): Promise<void> {
  const { x, y, width, height } = await boxOf(card(page, 'User'))
  await new Hands(page).drag({ x: x + width + 3, y: y + height / 2 }, await pointOf(card(page, 'LLM API')))
  await expect(arrows(page)).toHaveCount(1)
}

test.beforeEach(async ({ studio }) => void (await Workbench.blank(studio.page)))

test('a click in the palette and a drag from it each add a component', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  await expect(card(page, 'LLM API')).toHaveAttribute('aria-label', 'LLM API, LLM API')
})

test('an arrow is drawn from the edge of a card to anywhere on another', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  await connect(page)
  await expect(arrows(page).first()).toHaveAttribute('aria-label', 'arrow from User to LLM API')
})

test('an arrow let go over empty canvas asks what to add, and connects it', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  const { x, y, width, height } = await boxOf(card(page, 'LLM API'))
  await new Hands(page).drag({ x: x + width / 2, y: y + height + 3 }, { x: x + width / 2 - 40, y: y + height + 120 })
  await expect(page.getByPlaceholder('Connect LLM API to')).toBeFocused()
  await page.keyboard.type('guard')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Guardrail')).toBeVisible()
  await expect(arrows(page)).toHaveCount(1)
})

test('the keyboard alone adds, connects, renames, moves and deletes', async ({ studio: { page } }) => {
  await canvas(page).focus()
  await page.keyboard.press('/')
  await page.keyboard.type('user')
  await page.keyboard.press('Enter')
  await page.keyboard.press('/')
  await page.keyboard.type('vector')
  await page.keyboard.press('Enter')
  await expect(arrows(page)).toHaveCount(1)
  await page.keyboard.press('F2')
  await page.keyboard.type('Documents')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Documents')).toBeVisible()
  const before = await boxOf(card(page, 'Documents'))
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(async () => (await boxOf(card(page, 'Documents'))).y).toBeGreaterThan(before.y + 10)
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(1)
  await expect(arrows(page)).toHaveCount(0)
})

test('one drag is one step to take back, and to bring again', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  const user = card(page, 'User')
  const before = await boxOf(user)
  const middle = await pointOf(user)
  await new Hands(page).drag(middle, { x: middle.x - 120, y: middle.y + 60 })
  await expect.poll(async () => Math.round((await boxOf(user)).x)).toBeLessThan(before.x - 100)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => Math.round((await boxOf(user)).x)).toBe(Math.round(before.x))
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => Math.round((await boxOf(user)).x)).toBeLessThan(before.x - 100)
})

test('a component is dragged out of a boundary and in again', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+g')
  await page.keyboard.type('Our cloud')
  await page.keyboard.press('Enter')
  const boundary = page.locator('.boundary')
  await expect(boundary.getByText('Our cloud')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+-')
  await page.keyboard.press('Control+-')
  const user = card(page, 'User')
  await expect(user).toHaveAttribute('aria-label', 'User, User, in Our cloud')
  await page.waitForTimeout(400)
  const home = await pointOf(user)
  const area = await boxOf(boundary)
  await new Hands(page).drag(home, { x: home.x, y: area.y + area.height + 60 })
  await expect(user).toHaveAttribute('aria-label', 'User, User')
  await new Hands(page).drag(await pointOf(user), home)
  await expect(user).toHaveAttribute('aria-label', 'User, User, in Our cloud')
})

test('a component dropped on an arrow stands in its middle', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  await connect(page)
  const d = (await arrows(page).first().locator('.arrow-line').getAttribute('d')) ?? ''
  expect(d).not.toBe('')
  const spot = await arrows(page)
    .first()
    .locator('.arrow-line')
    .evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(path.getTotalLength() / 2)
      const matrix = path.getScreenCTM()
      return matrix === null
        ? { x: 0, y: 0 }
        : { x: point.matrixTransform(matrix).x, y: point.matrixTransform(matrix).y }
    })
  const origin = await boxOf(canvas(page))
  await kind(page, 'api-gateway').dragTo(canvas(page), {
    targetPosition: { x: spot.x - origin.x, y: spot.y - origin.y },
  })
  await expect(cards(page)).toHaveCount(3)
  await expect(arrows(page)).toHaveCount(2)
})

test('copies are pasted, duplicated and deleted', async ({ studio: { page } }) => {
  await addUserAndModel(page)
  await connect(page)
  // The new arrow is picked first; then all is.
  await page.keyboard.press('Control+a')
  await expect(page.locator('.react-flow__node-component.selected')).toHaveCount(2)
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect(cards(page)).toHaveCount(4)
  await expect(arrows(page)).toHaveCount(2)
  await page.keyboard.press('Control+d')
  await expect(cards(page)).toHaveCount(6)
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(4)
})

test('room mode hides money and verdicts, and the theme follows the choice', async ({ studio: { page } }) => {
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search the design, or run a command')).toBeFocused()
  await page.keyboard.type('dark theme')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('F9')
  await expect(page.locator('html')).toHaveAttribute('data-room-mode', '')

  // One press on Library shows a room no names of other work.
  await page.getByRole('button', { name: 'Library' }).click()
  const designs = page.getByRole('region', { name: 'Designs', exact: true })
  await expect(designs.getByText('the designs of this workspace stay out of sight')).toBeVisible()
  await expect(designs.locator('.design-card')).toHaveCount(0)
  await designs.getByRole('button', { name: 'Show them' }).click()
  await expect(designs.locator('.design-card')).not.toHaveCount(0)
  await page.keyboard.press('F9')
  await expect(page.locator('html')).not.toHaveAttribute('data-room-mode', '')
})

test('tools are taken by letters, and by other letters once the sheet says so', async ({ studio: { page } }) => {
  const surface = page.locator('.canvas')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const changed: readonly (readonly [string, string, string])[] = [
    ['Move the canvas by hand', 'h', 'j'],
    ['Draw with the pen', 'p', 'y'],
    ['Select with the pointer', 'v', 'q'],
  ]
  const tools = ['hand', 'pen', 'select']
  for (const [index, [, usual]] of changed.entries()) {
    await surface.press(usual)
    await expect(surface).toHaveAttribute('data-tool', tools[index] ?? '')
  }
  await page.keyboard.press('?')
  for (const [label, , own] of changed) {
    await sheet.getByRole('button', { name: new RegExp(`^Keys of ${label}:`) }).click()
    await page.keyboard.press(own)
    await expect(
      sheet.getByRole('button', { name: `Keys of ${label}: ${own.toUpperCase()}. Change them` }),
    ).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  for (const [index, [, usual, own]] of changed.entries()) {
    const before = await surface.getAttribute('data-tool')
    await surface.press(usual)
    await expect(surface).toHaveAttribute('data-tool', before ?? '')
    await surface.press(own)
    await expect(surface).toHaveAttribute('data-tool', tools[index] ?? '')
  }
})

test('the design is there again after a restart', async ({ studio }) => {
  await addUserAndModel(studio.page)
  await connect(studio.page)
  // Autosave promises a second.
  await studio.page.waitForTimeout(1100)
  await studio.restart()
  await expect(cards(studio.page)).toHaveCount(2)
  await expect(arrows(studio.page)).toHaveCount(1)
})

test('a boundary collapses to a card that moves with all inside, and expands as it was', async ({
  studio: { page },
}) => {
  await addUserAndModel(page)
  await connect(page)
  await card(page, 'LLM API').click()
  await page.keyboard.press('Control+g')
  await page.keyboard.type('Vendor')
  await page.keyboard.press('Enter')
  const boundary = page.locator('.boundary')
  await expect(boundary.getByText('Vendor')).toBeVisible()
  const before = await boxOf(card(page, 'LLM API'))
  await page.getByRole('button', { name: 'Collapse Vendor' }).click()
  await expect(page.locator('.boundary-collapsed')).toContainText('1 component inside')
  await expect(cards(page)).toHaveCount(1)
  await expect(arrows(page).first()).toHaveAttribute('aria-label', 'arrow from User to Vendor')
  const start = await pointOf(boundary)
  await new Hands(page).drag(start, { x: start.x - 60, y: start.y + 80 })
  await expect.poll(async () => Math.round((await pointOf(boundary)).y)).toBeGreaterThan(start.y + 60)
  await page.keyboard.press('Alt+c')
  await expect(cards(page)).toHaveCount(2)
  await expect.poll(async () => (await boxOf(card(page, 'LLM API'))).y).toBeGreaterThan(before.y + 60)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.getByText('Vendor', { exact: true }).first().dblclick()
  await expect(cards(page)).toHaveCount(2)
  await expect.poll(async () => Math.round((await boxOf(card(page, 'LLM API'))).y)).toBe(Math.round(before.y))
})

test('a drag lies on a guide, a boundary never crops, and Esc ends every gesture as if it had not begun', async ({
  studio: { page },
}) => {
  await addUserAndModel(page)
  const [user, model] = [card(page, 'User'), card(page, 'LLM API')]
  const [home, other] = [await boxOf(user), await boxOf(model)]
  const grip = await pointOf(user)
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  await page.mouse.move(grip.x, grip.y - 8, { steps: 4 })
  await page.mouse.move(grip.x, grip.y + other.y - home.y, { steps: 8 })
  await expect(page.locator('.guides path').first()).toBeAttached()
  await expect.poll(async () => Math.round((await boxOf(user)).y)).toBe(Math.round(other.y))
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect.poll(async () => Math.round((await boxOf(user)).y)).toBe(Math.round(home.y))

  await user.click()
  await page.keyboard.press('Control+g')
  await page.keyboard.type('Ours')
  await page.keyboard.press('Enter')
  const corner = await pointOf(page.locator('.boundary-corner[data-corner="top-left"]'))
  await new Hands(page).drag(corner, { x: corner.x + 400, y: corner.y + 400 })
  const [area, inside] = [await boxOf(page.locator('.boundary')), await boxOf(user)]
  expect(area.x).toBeLessThan(inside.x)
  expect(area.y).toBeLessThan(inside.y)
  await page.keyboard.press('Alt+Shift+ArrowRight')
  await expect.poll(async () => (await boxOf(page.locator('.boundary'))).width).toBeGreaterThan(area.width + 20)

  // A corner that is pulled stops where another boundary ends.
  const ours = await boxOf(page.locator('.boundary'))
  await model.click()
  await page.keyboard.press('Control+g')
  await page.keyboard.type('Theirs')
  await page.keyboard.press('Enter')
  const theirs = page.locator('.boundary').filter({ hasText: 'Theirs' })
  const pulled = await pointOf(page.locator('.boundary-corner[data-corner="bottom-right"]'))
  await page.mouse.move(pulled.x, pulled.y)
  await page.mouse.down()
  await page.mouse.move(pulled.x + 30, pulled.y + 60, { steps: 4 })
  await page.mouse.move(pulled.x + 30, ours.y + ours.height + 3, { steps: 4 })
  await expect(page.locator('.guides path').first()).toBeAttached()
  await page.mouse.up()
  await expect(page.locator('.guides path')).toHaveCount(0)
  const bottomOf = async () => {
    const { y, height } = await boxOf(theirs)
    return Math.round(y + height)
  }
  await expect.poll(bottomOf).toBe(Math.round(ours.y + ours.height))

  await page.keyboard.press('Escape')
  const pane = await boxOf(canvas(page))
  await page.mouse.move(pane.x + 8, pane.y + 60)
  await page.mouse.down()
  await page.mouse.move(pane.x + pane.width - 20, pane.y + pane.height * 0.7, { steps: 8 })
  await expect(page.locator('.react-flow__node-component.selected')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0)
})
