import { setTimeout } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'
import type { Spot } from './measure-page.ts'
import { startFrames, stopFrames } from './measure-page.ts'
import type { ProcessorTime } from './processor-time.ts'

/** Of a gesture, in ms: the times between pictures, or the processor time that each of its inputs takes. */
export type Frames = readonly number[]

/** Reads the processor time, and then inputs are noted; without it the times between pictures are. */
export type Clock = ProcessorTime | undefined

const panSteps = 80
const zoomSteps = 40
const dragSteps = 60
/** Four pictures of the screen. */
const restMs = 67

/** Sends a gesture's inputs; `turn` is called after each. */
type Gesture = (input: CDPSession, turn: () => Promise<void>) => Promise<void>

/** Wheels to the right and down, then back. */
export function pan(page: Page, clock: Clock): Promise<Frames> {
  return during(page, clock, async (input, turn) => {
    for (let step = 0; step < panSteps; step += 1) {
      const way = step < panSteps / 2 ? 1 : -1
      await wheel(input, { x: 700, y: 420 }, { x: 24 * way, y: 12 * way }, 0)
      await turn()
    }
  })
}

/** Towards the middle with the control key held, then back. */
export function zoom(page: Page, clock: Clock): Promise<Frames> {
  return during(page, clock, async (input, turn) => {
    for (let step = 0; step < zoomSteps; step += 1) {
      await wheel(input, { x: 700, y: 420 }, { x: 0, y: step < zoomSteps / 2 ? -40 : 40 }, 2)
      await turn()
    }
  })
}

/** Presses at one point, moves to another, lets go. */
export function drag(page: Page, clock: Clock, from: Spot, to: Spot): Promise<Frames> {
  return during(page, clock, async (input, turn) => {
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
      await turn()
    }
    await send('mouseReleased', to)
  })
}

async function during(page: Page, clock: Clock, gesture: Gesture): Promise<Frames> {
  const input = await page.context().newCDPSession(page)
  const frames = clock === undefined ? await pacesOf(page, input, gesture) : await worksOf(page, input, gesture, clock)
  await input.detach()
  return frames
}

async function pacesOf(page: Page, input: CDPSession, gesture: Gesture): Promise<Frames> {
  await page.evaluate(startFrames)
  await gesture(input, () => Promise.resolve())
  await nextPicture(page)
  return page.evaluate(stopFrames)
}

/** After each input the page gets the time to do all that follows from it. */
async function worksOf(page: Page, input: CDPSession, gesture: Gesture, clock: ProcessorTime): Promise<Frames> {
  const works: number[] = []
  let before = clock()
  await gesture(input, async () => {
    await setTimeout(restMs)
    await nextPicture(page)
    const now = clock()
    works.push(now - before)
    before = now
  })
  return works
}

async function wheel(input: CDPSession, at: Spot, by: Spot, modifiers: number): Promise<void> {
  await input.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: by.x, deltaY: by.y, modifiers })
}

/** A hand moves once a picture at most; without waiting events would pile up behind a slow page. */
async function nextPicture(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
}
