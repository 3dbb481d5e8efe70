import type { Page } from '@playwright/test'
import { dropContent } from '../../e2e/pages/drop.ts'
import type { BenchBox, BenchGraph } from './graph.ts'
import { lintelDesignOf } from './lintel-design.ts'
import type { Spot } from './measure-page.ts'
import { colourAt, loadPeer, settledAt } from './measure-page.ts'

/** A program as the bench drives it. */
export interface Program {
  readonly name: string
  /** Opens it, empty. */
  readonly open: (page: Page) => Promise<void>
  /** Loads the drawing until all of it is to be seen; returns how long that took, in ms. */
  readonly load: (page: Page, graph: BenchGraph) => Promise<number>
  readonly screenOf: (page: Page, point: Spot) => Promise<Spot>
  /** Throws unless the box is no longer where it was, but where the hand let it go. */
  readonly assertMoved: (page: Page, box: BenchBox, to: Spot) => Promise<void>
}

/** The product itself: the built page, panels closed, the drawing dropped as a file. */
export function lintel(address: string): Program {
  return {
    name: 'Lintel',
    open: async (page) => {
      await page.addInitScript(() => {
        const closed = { paletteOpen: false, inspectorOpen: false, panelsOpen: false, minimapOpen: false }
        localStorage.setItem('lintel:view', JSON.stringify(closed))
      })
      await page.goto(address)
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
    },
    load: async (page, graph) => {
      const text = JSON.stringify(lintelDesignOf(graph))
      await page.evaluate(() => {
        addEventListener('drop', () => performance.mark('dropped'), { capture: true, once: true })
      })
      await dropContent(page, 'bench.lintel.json', text)
      await page.waitForSelector(`canvas.painted[data-cards="${graph.nodes.length}"]`, { state: 'attached' })
      const settled = await page.evaluate(settledAt)
      const dropped = await page.evaluate(() => performance.getEntriesByName('dropped')[0]?.startTime ?? Number.NaN)
      await assertPainted(page, graph)
      // Badges come from the engines; what is measured next shows them all.
      await page.waitForSelector('.status-bar[data-pending="false"] .status-answer .status-value:text-matches("[0-9]")')
      await page.evaluate(settledAt)
      return settled - dropped
    },
    screenOf,
    assertMoved: async (page, box, to) => {
      const { x, y } = await screenOf(page, { x: box.x + box.width / 2, y: box.y + 6 })
      await page.waitForTimeout(150)
      const ground = await page.evaluate(colourAt, { x: 2, y: 200 })
      const [there, here] = [await page.evaluate(colourAt, to), await page.evaluate(colourAt, { x, y })]
      if (there === ground || here === there) throw new Error(`The box did not move in Lintel: ${here}, ${there}`)
    },
  }
}

/** Where a point of the drawing is on the screen, as the style of the near layer says. */
function screenOf(page: Page, point: Spot): Promise<Spot> {
  return page.evaluate(({ x, y }) => {
    const layer = document.querySelector<HTMLElement>('.react-flow__viewport')
    const surface = document.querySelector('.react-flow')?.getBoundingClientRect()
    if (layer === null || surface === undefined) throw new Error('There is no canvas')
    const { a, e, f } = new DOMMatrix(getComputedStyle(layer).transform)
    return { x: surface.x + x * a + e, y: surface.y + y * a + f }
  }, point)
}

async function assertPainted(page: Page, { nodes }: BenchGraph): Promise<void> {
  const ground = await page.evaluate(colourAt, { x: 2, y: 200 })
  const step = Math.max(1, Math.floor(nodes.length / 20))
  for (let index = 0; index < nodes.length; index += step) {
    const node = nodes[index]
    if (node === undefined) continue
    const at = await screenOf(page, { x: node.x + node.width / 2, y: node.y + node.height / 2 })
    if ((await page.evaluate(colourAt, at)) === ground) throw new Error(`${node.name} is not to be seen`)
  }
}

/** Another program: a page of `bench/peers` that holds it and nothing else. */
export function peer(name: string, address: string): Program {
  return {
    name,
    open: async (page) => {
      await page.goto(address)
      await page.waitForFunction(() => window.bench !== undefined)
      await page.evaluate(settledAt)
    },
    load: async (page, graph) => {
      const started = await page.evaluate(loadPeer, graph)
      return (await page.evaluate(settledAt)) - started
    },
    screenOf: (page, point) => page.evaluate((at) => window.bench?.screenOf(at) ?? at, point),
    assertMoved: async (page, box) => {
      const now = await page.evaluate((id) => window.bench?.cornerOf(id), box.id)
      if (now === undefined || Math.hypot(now.x - box.x, now.y - box.y) < 20) {
        throw new Error(`The box did not move in ${name}: ${JSON.stringify(now)}`)
      }
    },
  }
}
