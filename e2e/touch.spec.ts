import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { type DesktopStudio, expect, type Studio, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Fingers on the screen, by the protocol of the browser: what they do arrives as from a real one. */
class Fingers {
  private readonly session: CDPSession

  private constructor(session: CDPSession) {
    this.session = session
  }

  static async on(page: Page): Promise<Fingers> {
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
    return new Fingers(session)
  }

  async down(...at: readonly Point[]): Promise<void> {
    await this.send('touchStart', at)
  }

  async up(): Promise<void> {
    await this.send('touchEnd', [])
  }

  async tap(at: Point): Promise<void> {
    await this.down(at)
    await this.up()
  }

  /** Slides from one place each to another, in steps as fingers do. */
  async slide(...ways: readonly (readonly [Point, Point])[]): Promise<void> {
    await this.down(...ways.map(([from]) => from))
    for (let step = 1; step <= 8; step += 1) {
      const between = (from: number, to: number): number => from + ((to - from) * step) / 8
      await this.send(
        'touchMove',
        ways.map(([from, to]) => ({ x: between(from.x, to.x), y: between(from.y, to.y) })),
      )
    }
    await this.up()
  }

  /** A pen that presses, moves and lifts. */
  async drawWithPen(from: Point, to: Point): Promise<void> {
    const pen = { pointerType: 'pen', button: 'left', clickCount: 1 } as const
    await this.session.send('Input.dispatchMouseEvent', { ...pen, ...from, type: 'mousePressed', buttons: 1 })
    for (const part of [0.25, 0.5, 0.75, 1]) {
      const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
      await this.session.send('Input.dispatchMouseEvent', { ...pen, ...at, type: 'mouseMoved', buttons: 1 })
    }
    await this.session.send('Input.dispatchMouseEvent', { ...pen, ...to, type: 'mouseReleased', buttons: 0 })
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Point[]): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((each, id) => ({ ...each, id })) })
  }
}

const moved = ({ x, y }: Point, right: number, down: number): Point => ({ x: x + right, y: y + down })

/** The picture of the canvas as it is saved. */
async function savedPicture(studio: Studio | DesktopStudio): Promise<string> {
  const save = async (): Promise<void> => {
    await studio.page.keyboard.press('Control+k')
    await studio.page.getByPlaceholder('Search the design, or run a command').fill('Picture of the canvas')
    await studio.page.keyboard.press('Enter')
  }
  if (!('answerDialogs' in studio)) {
    const [download] = await Promise.all([studio.page.waitForEvent('download'), save()])
    return await readFile(await download.path(), 'utf8')
  }
  const path = join(studio.userData, 'canvas.svg')
  await studio.answerDialogs({ save: path })
  await save()
  await expect(studio.page.locator('.ui-toast').filter({ hasText: 'Saved canvas.svg.' })).toBeVisible()
  return await readFile(path, 'utf8')
}

test('what a pen drew stays out of a saved picture until it is asked for', async ({ studio }) => {
  const { page } = studio
  const fingers = await Fingers.on(page)
  await Workbench.fromTemplate(page, 'Customer support agent')
  const box = await page.locator('.react-flow__node-component').first().boundingBox()
  if (box === null) throw new Error('The card is not on the screen')
  await fingers.drawWithPen(box, moved(box, 60, 60))
  const drawn = page.locator('.ink path')
  await expect(drawn).toHaveCount(1)
  const colour = await drawn.evaluate((stroke) => getComputedStyle(stroke).stroke)
  const without = await savedPicture(studio)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search the design, or run a command').fill('Pen strokes in pictures')
  await page.keyboard.press('Enter')
  const withStrokes = await savedPicture(studio)
  const lines = (svg: string): number => svg.split('<path').length + svg.split('<polyline').length
  expect(colour).not.toBe('none')
  expect(lines(withStrokes)).toBe(lines(without) + 1)
})

test('fingers and a pen do on the canvas what the mouse does', async ({ studio: { page } }) => {
  const fingers = await Fingers.on(page)
  await Workbench.fromTemplate(page, 'Customer support agent')
  const card = page.locator('.react-flow__node-component').first()
  const boxOf = async () => {
    const box = await card.boundingBox()
    if (box === null) throw new Error('The card is not on the screen')
    return box
  }
  const middle = async (): Promise<Point> => {
    const { x, y, width, height } = await boxOf()
    return { x: x + width / 2, y: y + height / 2 }
  }

  const title = (await card.locator('.card-name').innerText()).trim()

  await test.step('a pen draws over the card under it, and its tap selects', async () => {
    const from = await middle()
    await fingers.drawWithPen(from, moved(from, 40, 60))
    await expect(page.locator('.ink path')).toHaveCount(1)
    expect(await middle()).toEqual(from)
    await expect(card).not.toHaveClass(/selected/)
    await page.getByRole('button', { name: 'Undo: Draw with the pen' }).click()
    await expect(page.locator('.ink path')).toHaveCount(0)
    await fingers.drawWithPen(from, from)
    await expect(card).toHaveClass(/selected/)
    await expect(page.locator('.ink path')).toHaveCount(0)
  })
  await test.step('unless it shall do what the mouse does: then it moves the card', async () => {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Search the design, or run a command').fill('A stylus always draws')
    await page.keyboard.press('Enter')
    const from = await middle()
    await fingers.drawWithPen(from, moved(from, 0, 60))
    await expect.poll(async () => (await middle()).y).toBeGreaterThan(from.y + 20)
    await page.getByRole('button', { name: 'Undo: Move' }).click()
    await expect.poll(async () => (await middle()).y).toBe(from.y)
    await page.locator('.canvas').press('Escape')
  })
  await test.step('a tap selects', async () => {
    await fingers.tap(await middle())
    await expect(card).toHaveClass(/selected/)
  })
  await test.step('two fingers pan, also when one lands on a card', async () => {
    const from = await middle()
    const before = await boxOf()
    await fingers.slide([from, moved(from, 60, 40)], [moved(from, 150, 0), moved(from, 210, 40)])
    await expect.poll(async () => Math.round((await boxOf()).x - before.x)).toBe(60)
    expect(Math.round((await boxOf()).y - before.y)).toBe(40)
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()
  })
  await test.step('apart they zoom in', async () => {
    const from = await middle()
    const before = await boxOf()
    await fingers.slide([from, moved(from, -40, 0)], [moved(from, 100, 0), moved(from, 110, 0)])
    await expect.poll(async () => (await boxOf()).width / before.width).toBeCloseTo(1.5, 1)
  })
  await test.step('one that rests on a card opens its menu', async () => {
    await fingers.down(await middle())
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
    await fingers.up()
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  })
  await test.step('one that slides moves the card under it', async () => {
    const from = await middle()
    await fingers.slide([from, moved(from, 0, 60)])
    await expect.poll(async () => (await middle()).y).toBeGreaterThan(from.y + 20)
  })
  await test.step('with the pen in the hand a finger draws, and two still pan', async () => {
    await page.locator('.canvas').press('p')
    await expect(page.getByRole('toolbar', { name: 'Pen' })).toBeVisible()
    const from = await middle()
    await fingers.slide([from, moved(from, 50, 50)])
    await expect(page.locator('.ink path')).toHaveCount(1)
    await fingers.slide([from, moved(from, 30, 0)], [moved(from, 120, 0), moved(from, 150, 0)])
    await expect.poll(async () => Math.round((await middle()).x - from.x)).toBe(30)
    await expect(page.locator('.ink path')).toHaveCount(1)
    await page.locator('.canvas').press('Escape')
    await expect(page.getByRole('toolbar', { name: 'Pen' })).toHaveCount(0)
  })
  await test.step('where cards are painted, a finger on one selects and moves it', async () => {
    const percent = async (): Promise<number> => parseInt(await page.locator('.canvas-zoom').innerText(), 10)
    const canvas = await page.locator('.react-flow').boundingBox()
    if (canvas === null) throw new Error('The canvas is not on the screen')
    await page.locator('.canvas').press('Shift+1')
    await page.waitForTimeout(400)
    const [near, before] = [await middle(), await percent()]
    const painted = page.locator('.canvas[data-painted="true"]')
    for (let turn = 0; turn < 12 && (await painted.count()) === 0; turn += 1) {
      await page.keyboard.press('Control+-')
      await page.waitForTimeout(220)
    }
    const grown = (await percent()) / before
    const centre = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
    const far = { x: centre.x + (near.x - centre.x) * grown, y: centre.y + (near.y - centre.y) * grown }
    await fingers.tap(far)
    const name = page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('textbox', { name: 'Name', exact: true })
    await expect(name).toHaveValue(title)
    await fingers.slide([far, moved(far, 0, 60)])
    await expect(page.getByRole('button', { name: 'Undo: Move' })).toBeVisible()
    expect(await percent()).toBe(Math.round(before * grown))
  })
})
