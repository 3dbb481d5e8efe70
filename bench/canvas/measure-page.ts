// These functions run in the page: they can use nothing from outside themselves.

export interface Spot {
  readonly x: number
  readonly y: number
}

declare global {
  interface Window {
    /** What a page of the comparison offers; the product has none, it is driven by what it shows. */
    bench?: {
      readonly load: (graph: unknown) => void
      readonly count: () => number
      readonly fit: () => void
      readonly screenOf: (point: Spot) => Spot
      readonly cornerOf: (id: string) => Spot | undefined
    }
    benchFrames?: number[]
    benchStopFrames?: () => void
  }
}

/** Notes the time between pictures until `stopFrames`. */
export function startFrames(): void {
  const frames: number[] = []
  window.benchFrames = frames
  let last: number | undefined
  let frame = requestAnimationFrame(function next(now) {
    // The first picture has none before it.
    if (last !== undefined) frames.push(now - last)
    last = now
    frame = requestAnimationFrame(next)
  })
  window.benchStopFrames = () => cancelAnimationFrame(frame)
}

export function stopFrames(): readonly number[] {
  window.benchStopFrames?.()
  return window.benchFrames ?? []
}

/** Resolves with the time of the first of eight pictures in a row, over 130 ms at least, that each came within 40 ms. */
export function settledAt(): Promise<number> {
  return new Promise((resolve) => {
    let calm = 0
    let first = performance.now()
    let last = first
    const next = (now: number): void => {
      if (now - last >= 40) {
        calm = 0
        first = now
      }
      calm += 1
      last = now
      if (calm > 8 && now - first > 130) resolve(first)
      else requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
}

/** Loads the drawing and tells how long it took until all of it was there and the page calm again. */
export async function loadPeer(graph: {
  readonly nodes: readonly unknown[]
  readonly areas: readonly unknown[]
}): Promise<number> {
  const { bench } = window
  if (bench === undefined) throw new Error('The page offers no drawing')
  const started = performance.now()
  bench.load(graph)
  const wanted = graph.nodes.length + graph.areas.length
  while (bench.count() < wanted) await new Promise((done) => requestAnimationFrame(done))
  bench.fit()
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  return started
}

/** The colour in the picture at a point of the screen: of the painted canvas that lies there. */
export function colourAt({ x, y }: Spot): string {
  const canvases = [...document.querySelectorAll<HTMLCanvasElement>('canvas.painted, canvas.excalidraw__canvas.static')]
  const [canvas] = canvases
  if (canvas === undefined) return 'none'
  const box = canvas.getBoundingClientRect()
  const ratio = canvas.width / box.width
  const data = canvas
    .getContext('2d')
    ?.getImageData(Math.round((x - box.x) * ratio), Math.round((y - box.y) * ratio), 1, 1).data
  return data === undefined ? 'none' : [...data].join(' ')
}
