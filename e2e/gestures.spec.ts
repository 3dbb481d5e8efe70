import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { canvas, card, cards } from './pages/drawing.ts'
import type { Point } from './pages/hands.ts'
import { Hands, pointOf } from './pages/hands.ts'
import { Workbench } from './pages/workbench.ts'

/** What stands where, and what leads from where to where, as a person could read it off. */
async function drawing(page: Page): Promise<readonly string[]> {
  const nodes = await page.locator('.react-flow__node').evaluateAll((all) =>
    all.map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect()
      return `${node.getAttribute('aria-label')} ${[x, y, width, height].map(Math.round).join(' ')}`
    }),
  )
  const arrows = await page
    .locator('.react-flow__edge')
    .evaluateAll((all) => all.map((arrow) => arrow.getAttribute('aria-label') ?? ''))
  return [...nodes, ...arrows].toSorted()
}

/** A user, an agent close beside, and a model below, with an arrow between the first two. */
async function draw(page: Page): Promise<void> {
  await Workbench.blank(page)
  await canvas(page).focus()
  await page.keyboard.press('Control+j')
  const { width } = await page.locator('.canvas').evaluate((element) => element.getBoundingClientRect())
  const spots = [
    ['user', 0.2, 120],
    ['agent', 0.2, 120],
    ['llm-api', 0.55, 380],
  ] as const
  for (const [index, [kind, share, y]] of spots.entries()) {
    const x = width * share + (kind === 'agent' ? 300 : 0)
    await page.locator(`[data-kind="${kind}"]`).first().dragTo(canvas(page), { targetPosition: { x, y } })
    await expect(cards(page)).toHaveCount(index + 1)
  }
  const hands = new Hands(page)
  await hands.drag(await borderOf(card(page, 'User'), 'right'), await pointOf(card(page, 'Agent')))
  await expect(page.locator('.react-flow__edge')).toHaveCount(1)
  await page.keyboard.press('Escape')
}

async function borderOf(element: Locator, side: 'right' | 'bottom'): Promise<Point> {
  const at = side === 'right' ? await pointOf(element, 1, 0.5) : await pointOf(element, 0.5, 1)
  return side === 'right' ? { ...at, x: at.x + 2 } : { ...at, y: at.y + 2 }
}

const beside = ({ x, y }: Point, across: number, down: number): Point => ({ x: x + across, y: y + down })

/** A press at one point and the way to another, the button still down. */
interface Pull {
  readonly name: string
  readonly from: (page: Page) => Promise<Point>
  readonly to: (page: Page) => Promise<Point>
  readonly keys?: readonly string[]
}

const pulls: readonly Pull[] = [
  {
    name: 'a card',
    from: (page) => pointOf(card(page, 'LLM API')),
    to: async (page) => beside(await pointOf(card(page, 'LLM API')), 60, -70),
  },
  {
    name: 'a card along one axis',
    keys: ['Shift'],
    from: (page) => pointOf(card(page, 'LLM API')),
    to: async (page) => beside(await pointOf(card(page, 'LLM API')), 20, -90),
  },
  {
    name: 'a copy of a card',
    keys: ['Alt'],
    from: (page) => pointOf(card(page, 'LLM API')),
    to: async (page) => beside(await pointOf(card(page, 'LLM API')), 30, 120),
  },
  {
    name: 'a card onto an arrow',
    from: (page) => pointOf(card(page, 'LLM API')),
    to: async (page) => beside(await pointOf(card(page, 'User'), 1, 0.5), 50, 0),
  },
  {
    name: 'an arrow out of a card',
    from: (page) => borderOf(card(page, 'Agent'), 'bottom'),
    to: (page) => pointOf(card(page, 'LLM API')),
  },
]

test('each pull is one step to take back, Esc ends it with nothing changed, and it survives a restart', async ({
  studio,
}) => {
  await draw(studio.page)
  const start = await drawing(studio.page)
  for (const { name, from, to, keys = [] } of pulls) {
    await test.step(name, async () => {
      const { page } = studio
      const pull = async () => {
        const [begin, end] = [await from(page), await to(page)]
        await page.mouse.move(begin.x, begin.y)
        for (const key of keys) await page.keyboard.down(key)
        await page.mouse.down()
        await page.mouse.move(begin.x + (end.x > begin.x ? 4 : -4), begin.y)
        await page.mouse.move(end.x, end.y, { steps: 6 })
      }
      const letGo = async () => {
        await page.mouse.up()
        for (const key of keys) await page.keyboard.up(key)
      }
      await pull()
      await page.keyboard.press('Escape')
      await letGo()
      await expect.poll(() => drawing(page)).toEqual(start)
      await pull()
      await letGo()
      await expect.poll(() => drawing(page)).not.toEqual(start)
      await page.keyboard.press('Control+z')
      await expect.poll(() => drawing(page)).toEqual(start)
    })
  }
  await studio.page.keyboard.press('Control+Shift+z')
  await expect(studio.page.locator('.react-flow__edge')).toHaveCount(2)
  // Autosave promises a second.
  await studio.page.waitForTimeout(1100)
  await studio.restart()
  await expect(studio.page.locator('.react-flow__edge')).toHaveCount(2)
  await canvas(studio.page).focus()
  await studio.page.keyboard.press('Control+z')
  await expect(studio.page.locator('.react-flow__edge')).toHaveCount(1)
})

test('Space and the hand move the canvas over a card, and Shift and Ctrl hold what is selected together', async ({
  studio: { page },
}) => {
  await draw(page)
  const hands = new Hands(page)
  const model = card(page, 'LLM API')
  const [at, other] = [await pointOf(model), await pointOf(card(page, 'User'))]
  await page.keyboard.down('Space')
  await hands.drag(at, beside(at, 40, -30))
  await page.keyboard.up('Space')
  await expect.poll(async () => (await pointOf(card(page, 'User'))).x - other.x).toBeCloseTo(40, 0)
  await page.keyboard.press('h')
  await hands.drag(beside(at, 40, -30), at)
  await page.keyboard.press('v')
  await expect.poll(async () => (await pointOf(card(page, 'User'))).x - other.x).toBeCloseTo(0, 0)

  await page.keyboard.press('Control+a')
  await page.keyboard.down('Shift')
  await hands.drag(at, beside(at, 6, 80))
  await page.keyboard.up('Shift')
  await expect.poll(async () => (await pointOf(card(page, 'User'))).y).toBeGreaterThan(other.y + 40)
  expect((await pointOf(card(page, 'User'))).x).toBeCloseTo(other.x, 0)
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(3)
})

test('a frame of the selection leaves each card to be picked, added and taken out', async ({ studio: { page } }) => {
  await draw(page)
  const hands = new Hands(page)
  const chosen = page.locator('.react-flow__node.selected')
  const around = async (name: string) =>
    hands.drag(beside(await pointOf(card(page, name), 0, 0), -16, -16), await pointOf(card(page, name), 0.4, 1.2))
  await around('User')
  await expect(chosen).toHaveCount(1)
  await page.keyboard.down('Shift')
  await around('LLM API')
  await expect(chosen).toHaveCount(2)
  await card(page, 'User').click({ position: { x: 90, y: 60 } })
  await expect(chosen).toHaveCount(1)
  await page.keyboard.up('Shift')
  await page.keyboard.press('Control+a')
  await card(page, 'User').click({ position: { x: 90, y: 60 } })
  await expect(chosen).toHaveCount(1)
})

test('a component set between close cards makes room for itself, and a boundary pulled over a card takes it in', async ({
  studio: { page },
}) => {
  await draw(page)
  const hands = new Hands(page)
  const gap = beside(await pointOf(card(page, 'User'), 1, 0.5), 50, 0)
  await page.locator('[data-kind="guardrail"]').first().scrollIntoViewIfNeeded()
  const box = await canvas(page).boundingBox()
  await page
    .locator('[data-kind="guardrail"]')
    .first()
    .dragTo(canvas(page), { targetPosition: { x: gap.x - (box?.x ?? 0), y: gap.y - (box?.y ?? 0) } })
  await expect(page.locator('.react-flow__edge')).toHaveCount(2)
  const between = await card(page, 'Guardrail').boundingBox()
  const [left, right] = [await pointOf(card(page, 'User'), 1), await pointOf(card(page, 'Agent'), 0)]
  expect(left.x + 40).toBeLessThan(between?.x ?? 0)
  expect(right.x - 40).toBeGreaterThan((between?.x ?? 0) + (between?.width ?? 0))
  await page.keyboard.press('Control+z')
  await expect(page.locator('.react-flow__edge')).toHaveCount(1)

  await card(page, 'User').click()
  await page.keyboard.press('Control+g')
  await page.keyboard.type('Ours')
  await page.keyboard.press('Enter')
  const far = await pointOf(card(page, 'Agent'), 1, 1)
  await hands.drag(await pointOf(page.locator('.boundary-corner[data-corner="bottom-right"]')), beside(far, 20, 20))
  await expect(card(page, 'Agent')).toHaveAttribute('aria-label', /in Ours/)
  await page.keyboard.press('Control+z')
  await expect(card(page, 'Agent')).not.toHaveAttribute('aria-label', /in Ours/)
  await page.keyboard.press('Control+Shift+g')
  await expect(page.locator('.boundary')).toHaveCount(0)
  await expect(card(page, 'User')).toBeVisible()
})

test('what is drawn is counted, and why an arrow may not end at its own card is said above the tools', async ({
  studio: { page },
}) => {
  await draw(page)
  await page.keyboard.press('Alt+/')
  const counts = page.getByRole('region', { name: 'Counts' })
  await expect(counts.getByRole('row', { name: /^Components 3/ })).toBeVisible()
  await expect(counts.getByRole('row', { name: /^Arrows 1/ })).toBeVisible()
  await page.keyboard.press('Alt+/')
  await expect(counts).toHaveCount(0)

  const begin = await borderOf(card(page, 'LLM API'), 'bottom')
  await page.mouse.move(begin.x, begin.y)
  await page.mouse.down()
  await page.mouse.move(begin.x, begin.y + 60, { steps: 4 })
  const middle = await pointOf(card(page, 'LLM API'))
  await page.mouse.move(middle.x, middle.y, { steps: 4 })
  await page.mouse.up()
  const said = page.locator('.ui-toast').filter({ hasText: 'An arrow onto itself says nothing' })
  await expect(said).toBeVisible()
  const [toast, tools] = [await said.boundingBox(), await page.locator('.canvas-toolbar').boundingBox()]
  expect((toast?.y ?? 0) + (toast?.height ?? 0)).toBeLessThanOrEqual(tools?.y ?? 0)
})

test('text let go over the canvas lands as if it had been pasted there', async ({ studio: { page } }) => {
  await draw(page)
  const drop = async (text: string) => {
    const { x, y } = await pointOf(canvas(page), 0.5, 0.8)
    await page.evaluate(
      ([words, clientX, clientY]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.setData('text/plain', words)
        const sent = { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }
        document.elementFromPoint(clientX, clientY)?.dispatchEvent(new DragEvent('drop', sent))
      },
      [text, x, y] as const,
    )
  }
  await drop('A sentence out of a mail.')
  await expect(page.locator('.ui-toast').filter({ hasText: 'This is text' })).toBeVisible()
  await expect(cards(page)).toHaveCount(3)
  await drop('graph LR\n A[Clerk] --> B[Model gateway]')
  const read = page.getByRole('dialog', { name: /was read from/ })
  await expect(read).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(read).toHaveCount(0)
  await expect(cards(page)).toHaveCount(3)
})
