import type { CDPSession, Page } from '@playwright/test'
import type { Spot } from './measure-page.ts'
import { startFrames, stopFrames } from './measure-page.ts'

/** Times between pictures during a gesture, in ms. */
export type Frames = readonly number[]

const panSteps = 80
const zoomSteps = 40
const dragSteps = 60

/** Wheels to the right and down, then back. */
export function pan(page: Page): Promise<Frames> {
  return during(page, async (input) => {
    for (let step = 0; step < panSteps; step += 1) {
      const way = step < panSteps / 2 ? 1 : -1
      await wheel(input, { x: 700, y: 420 }, { x: 24 * way, y: 12 * way }, 0)
    }
  })
}

/** Towards the middle with the control key held, then back. */
export function zoom(page: Page): Promise<Frames> {
  return during(page, async (input) => {
    for (let step = 0; step < zoomSteps; step += 1) {
      await wheel(input, { x: 700, y: 420 }, { x: 0, y: step < zoomSteps / 2 ? -40 : 40 }, 2)
    }
  })
}

/** Presses at one point, moves to another, lets go. */
export function drag(page: Page, from: Spot, to: Spot): Promise<Frames> {
  return during(page, async (input) => {
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Spot) =>
      input.send('Input.dispatchMouseEvent', {
        type,
        ...at,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
      })
    await input.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...from })
    await send('mousePressed', from)
    for (let step = 1; step <= dragSteps; step += 1) {
      const share = step / dragSteps
      await send('mouseMoved', { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
      await nextPicture(page)
    }
    await send('mouseReleased', to)
  })
}

async function during(page: Page, gesture: (input: CDPSession) => Promise<void>): Promise<Frames> {
  const input = await page.context().newCDPSession(page)
  await page.evaluate(startFrames)
  await gesture(input)
  await nextPicture(page)
  const frames = await page.evaluate(stopFrames)
  await input.detach()
  return frames
}

async function wheel(input: CDPSession, at: Spot, by: Spot, modifiers: number): Promise<void> {
  await input.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: by.x, deltaY: by.y, modifiers })
}

/** A hand moves once a picture at most; without waiting events would pile up behind a slow page. */
async function nextPicture(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
}
