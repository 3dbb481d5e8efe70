import type PptxGenJS from 'pptxgenjs'
import type { Id } from '../../../design/design.ts'
import type { PictureEdge } from '../../outline.ts'
import { ink, pathColour } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import type { Way } from './choose-connectors.ts'
import type { Spot } from './connector.ts'
import type { Area } from './frame.ts'
import { fontFace, hex } from './frame.ts'
import type { Line } from './line-geometry.ts'
import { enters, isSlanted, lengthOf, linesOf, sharedLength } from './line-geometry.ts'
import { inchesWide } from './text-runs.ts'

const labelType = 7.5
const labelHeight = 0.15
const stepSize = 0.2

/** Step numbers on their arrows, and labels beside theirs where they cover nothing; a label that finds no spot is left out. */
export function addEdgeTexts(
  slide: PptxGenJS.Slide,
  edges: readonly PictureEdge[],
  ways: ReadonlyMap<Id, Way>,
  obstacles: { readonly areas: readonly Area[]; readonly borders: readonly Line[] },
): void {
  const taken = [...obstacles.areas]
  const lines = new Map(
    [...ways].map(([id, { connectors }]) => [id, connectors.flatMap(({ points }) => linesOf(points))]),
  )
  const all = [...obstacles.borders, ...[...lines.values()].flat()]
  for (const { id, step } of edges) if (step !== undefined) addStep(slide, step, lines.get(id) ?? [], taken)
  for (const { id, label } of edges) {
    if (label === undefined) continue
    const others = [...lines].flatMap(([other, pieces]) => (other === id ? [] : pieces))
    // On a piece that arrows share a label would speak for all of them.
    const own = (lines.get(id) ?? []).filter((line) => others.every((other) => sharedLength(line, other) < 0.02))
    addLabel(slide, dropControls(label), own, all, taken)
  }
}

const isFree = (area: Area, taken: readonly Area[], margin: number): boolean =>
  taken.every(
    (box) =>
      area.x + area.w + margin < box.x ||
      area.x - margin > box.x + box.w ||
      area.y + area.h + margin < box.y ||
      area.y - margin > box.y + box.h,
  )

/** The number of a step on its arrow, where it covers neither a card nor another number. */
function addStep(slide: PptxGenJS.Slide, step: number, lines: readonly Line[], taken: Area[]): void {
  const areas = [0.5, 0.3, 0.7].flatMap((share) =>
    longestFirst(lines).map((line): Area => {
      const [x, y] = spotOn(line, share)
      return { x: x - stepSize / 2, y: y - stepSize / 2, w: stepSize, h: stepSize }
    }),
  )
  const area = areas.find((each) => isFree(each, taken, 0.02)) ?? areas[0]
  if (area === undefined) return
  taken.push(area)
  slide.addText(String(step), {
    ...area,
    shape: 'ellipse',
    fill: { color: hex(pathColour) },
    color: 'FFFFFF',
    bold: true,
    fontSize: 9,
    fontFace,
    align: 'center',
    valign: 'middle',
    margin: 0,
    wrap: false,
    objectName: `step: ${step}`,
  })
}

/** What an arrow is called, above or below a level piece of it or beside an upright one. */
function addLabel(
  slide: PptxGenJS.Slide,
  label: string,
  lines: readonly Line[],
  all: readonly Line[],
  taken: Area[],
): void {
  const w = inchesWide(label, labelType) + 0.06
  const areas = longestFirst(lines).flatMap((line) => (isSlanted(line) ? [] : areasBeside(line, w)))
  const area = areas.find((each) => isFree(each, taken, 0.01) && all.every((line) => !enters(line, each)))
  if (area === undefined) return
  taken.push(area)
  slide.addText(label, {
    ...area,
    color: hex(ink.muted),
    fontSize: labelType,
    fontFace,
    align: 'center',
    valign: 'middle',
    margin: 0,
    wrap: false,
    objectName: 'Label of an arrow',
  })
}

function areasBeside(line: Line, w: number): readonly Area[] {
  const [[startX, startY], [endX, endY]] = line
  const level = Math.abs(startY - endY) < Math.abs(startX - endX)
  // The text's own words may be as long as the piece they stand on, not longer.
  if (level && lengthOf(line) < w + 0.1) return []
  if (!level && lengthOf(line) < labelHeight) return []
  return [0.5, 0.35, 0.65, 0.2, 0.8].flatMap((share) => {
    const [x, y] = spotOn(line, share)
    const beside: readonly Spot[] = level
      ? [
          [x - w / 2, y - labelHeight - 0.015],
          [x - w / 2, y + 0.015],
        ]
      : [
          [x + 0.04, y - labelHeight / 2],
          [x - 0.04 - w, y - labelHeight / 2],
        ]
    return beside.map(([left, top]): Area => ({ x: left, y: top, w, h: labelHeight }))
  })
}

const longestFirst = (lines: readonly Line[]): readonly Line[] => lines.toSorted((a, b) => lengthOf(b) - lengthOf(a))
const spotOn = ([start, end]: Line, share: number): Spot => [
  start[0] + (end[0] - start[0]) * share,
  start[1] + (end[1] - start[1]) * share,
]
