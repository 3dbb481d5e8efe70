import { expect, type Locator, type Page } from '@playwright/test'

/** The hands of a person in a workshop: whatever they do is an action, and a typed word is one. */
export class Hands {
  /** Actions so far: a key or chord, a typed word or phrase, a click, a drag. */
  actions = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(keys: string): Promise<void> {
    this.actions += 1
    await this.#page.keyboard.press(keys)
  }

  /** Types into what has the focus, which must take text. */
  async type(words: string): Promise<void> {
    this.actions += 1
    await expect(this.#page.locator('input:focus, textarea:focus')).toHaveCount(1)
    await this.#page.keyboard.type(words)
  }

  async click(target: Locator, button: 'left' | 'right' = 'left'): Promise<void> {
    this.actions += 1
    await target.click({ button })
  }

  async clickAt(point: Point, button: 'left' | 'right' = 'left'): Promise<void> {
    this.actions += 1
    await this.#page.mouse.click(point.x, point.y, { button })
  }

  async doubleClickAt(point: Point): Promise<void> {
    this.actions += 1
    await this.#page.mouse.dblclick(point.x, point.y)
  }

  /** Presses at one point, moves as a hand does, lets go at another. */
  async drag(from: Point, to: Point): Promise<void> {
    this.actions += 1
    await this.#page.mouse.move(from.x, from.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(to.x, to.y, { steps: 8 })
    await this.#page.mouse.up()
  }
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A point of an element, by shares of its size: the middle unless said otherwise. */
export async function pointOf(element: Locator, across = 0.5, down = 0.5): Promise<Point> {
  const box = await element.boundingBox()
  if (box === null) throw new Error('It is not on the screen')
  return { x: box.x + box.width * across, y: box.y + box.height * down }
}

/** Resolves once an element stands where it stood a moment ago: the camera glides after what was added. */
export async function atRest(element: Locator): Promise<void> {
  let before = ''
  await expect
    .poll(async () => {
      const now = JSON.stringify(await element.boundingBox())
      const rests = now === before
      before = now
      return rests
    })
    .toBe(true)
}
