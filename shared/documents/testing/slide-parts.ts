import type JSZip from 'jszip'

/** What a test looks at in a presentation: its parts as text, and the zip itself. */
export interface Package {
  readonly paths: readonly string[]
  readonly text: Readonly<Record<string, string>>
}

export async function openPackage(bytes: Uint8Array, Zip: typeof JSZip): Promise<Package> {
  const zip = await Zip.loadAsync(bytes)
  const paths = Object.keys(zip.files).filter((path) => zip.files[path]?.dir === false)
  const text: Record<string, string> = {}
  for (const path of paths) {
    if (/\.(xml|rels)$/.test(path)) text[path] = (await zip.file(path)?.async('string')) ?? ''
  }
  return { paths, text }
}

/** The slides in order. */
export function slidesOf({ text }: Package): readonly string[] {
  return Object.keys(text)
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .toSorted((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .map((path) => text[path] ?? '')
}

export interface Shape {
  readonly id: number
  readonly name: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Shapes (not connectors) with their boxes, in EMU. */
export function shapesOf(slide: string): readonly Shape[] {
  return [...slide.matchAll(/<p:sp>(.*?)<\/p:sp>/gs)].flatMap(([, xml = '']) => {
    const named = /<p:cNvPr id="(\d+)" name="([^"]*)"/.exec(xml)
    const box = /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(-?\d+)" cy="(-?\d+)"/.exec(xml)
    if (named === null || box === null) return []
    const [, x, y, w, h] = box.map(Number)
    return [{ id: Number(named[1]), name: named[2] ?? '', x: x ?? 0, y: y ?? 0, w: w ?? 0, h: h ?? 0 }]
  })
}

export interface GluedConnector {
  readonly from: { readonly id: number; readonly site: number }
  readonly to: { readonly id: number; readonly site: number }
  /** As PowerPoint computes them from preset, flips, turn and adjustment, in EMU. */
  readonly points: readonly (readonly [number, number])[]
  readonly width: number
  readonly height: number
  readonly preset: string
  /** What the file says about the bend, which some readers ignore. */
  readonly adjusted: boolean
}

/** Connectors with the line that their geometry stands for. */
export function connectorsOf(slide: string): readonly GluedConnector[] {
  return [...slide.matchAll(/<p:cxnSp>(.*?)<\/p:cxnSp>/gs)].map(([, xml = '']) => {
    const numbers = (pattern: RegExp): readonly number[] => (pattern.exec(xml) ?? []).slice(1).map(Number)
    const [fromId = -1, fromSite = -1] = numbers(/<a:stCxn id="(\d+)" idx="(\d+)"/)
    const [toId = -1, toSite = -1] = numbers(/<a:endCxn id="(\d+)" idx="(\d+)"/)
    const [x = 0, y = 0, width = 0, height = 0] = numbers(
      /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(-?\d+)" cy="(-?\d+)"/,
    )
    const attributes = /<a:xfrm([^>]*)>/.exec(xml)?.[1] ?? ''
    const bend = (numbers(/fmla="val (-?\d+)"/)[0] ?? 50_000) / 100_000
    const preset = /prst="(\w+)"/.exec(xml)?.[1] ?? ''
    const local: readonly (readonly [number, number])[] =
      preset === 'curvedConnector3'
        ? curve(bend * width, width, height)
        : preset === 'bentConnector3'
          ? [
              [0, 0],
              [bend * width, 0],
              [bend * width, height],
              [width, height],
            ]
          : preset === 'bentConnector2'
            ? [
                [0, 0],
                [width, 0],
                [width, height],
              ]
            : [
                [0, 0],
                [width, height],
              ]
    const turned = attributes.includes('rot="5400000"')
    const points = local.map(([px, py]): readonly [number, number] => {
      const dx = (attributes.includes('flipH="1"') ? width - px : px) - width / 2
      const dy = (attributes.includes('flipV="1"') ? height - py : py) - height / 2
      const [cx, cy] = [x + width / 2, y + height / 2]
      return turned ? [cx - dy, cy + dx] : [cx + dx, cy + dy]
    })
    return {
      from: { id: fromId, site: fromSite },
      to: { id: toId, site: toSite },
      points,
      width,
      height,
      preset,
      adjusted: xml.includes('<a:gd '),
    }
  })
}

/** Points on the two cubic curves of `curvedConnector3`, by their control points in the standard. */
function curve(out: number, width: number, height: number): readonly (readonly [number, number])[] {
  const cubic = (a: number, b: number, c: number, d: number, t: number): number =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d
  const shares = Array.from({ length: 11 }, (_, index) => index / 10)
  return [
    ...shares.map((t) => [cubic(0, out / 2, out, out, t), cubic(0, 0, height / 4, height / 2, t)] as const),
    ...shares.map(
      (t) =>
        [cubic(out, out, (width + out) / 2, width, t), cubic(height / 2, (height * 3) / 4, height, height, t)] as const,
    ),
  ]
}
