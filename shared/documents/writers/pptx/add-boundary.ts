import type PptxGenJS from 'pptxgenjs'
import { fitText } from '../../../layout/text-width.ts'
import type { PictureBoundary } from '../../outline.ts'
import { boundaryLooks, ink } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import type { Area } from './frame.ts'
import { fontFace, hex, pointsPerInch } from './frame.ts'
import type { Line } from './line-geometry.ts'
import { enters } from './line-geometry.ts'
import { inchesWide } from './text-runs.ts'

/** Type of titles, in points. */
const titleType = 10
const subtitleType = 8

/** Where a boundary's title stands: along its upper border, from the left. */
export function titleArea(boundary: PictureBoundary, area: Area): Area {
  const { title, subtitle } = wordsOf(boundary, area)
  const words = inchesWide(title, titleType, true) + inchesWide(subtitle, subtitleType)
  return { x: area.x, y: area.y, w: Math.min(area.w, words + 0.3), h: 0.22 }
}

/** A boundary with its title, which moves along the border where an arrow (one of `lines`) would run through it. */
export function addBoundary(
  slide: PptxGenJS.Slide,
  boundary: PictureBoundary,
  area: Area,
  lines: readonly Line[],
  turn: number,
): void {
  const look = boundaryLooks[boundary.tone]
  const { title, subtitle } = wordsOf(boundary, area)
  const left = titleArea(boundary, area)
  const spare = area.w - left.w
  const sides = [
    { align: 'left', at: 0 },
    { align: 'center', at: spare / 2 },
    { align: 'right', at: spare },
  ] as const
  const free = sides.find(({ at }) => !lines.some((line) => enters(line, { ...left, x: left.x + at })))
  slide.addText(
    [
      { text: title, options: { bold: true, fontSize: titleType, color: hex(ink.text) } },
      ...(subtitle === ''
        ? []
        : [{ text: `  ${subtitle}`, options: { fontSize: subtitleType, color: hex(ink.muted) } }]),
    ],
    {
      ...area,
      shape: 'roundRect',
      rectRadius: 0.08,
      fill: { color: hex(look.fill) },
      line: {
        color: hex(look.stroke),
        width: 1,
        dashType:
          look.dashes === '' ? 'solid' : look.dashes === '2 4' ? 'sysDot' : look.dashes === '5 4' ? 'sysDash' : 'dash',
      },
      valign: 'top',
      align: free?.align ?? 'left',
      // PptxGenJS takes left, right, bottom, top here.
      margin: [8, 6, 0, 4],
      fontFace,
      wrap: false,
      objectName: `boundary:${turn}:${boundary.id}`,
    },
  )
}

/** The title, and as many of the facts under it as fit whole beside it. */
function wordsOf(boundary: PictureBoundary, area: Area): { readonly title: string; readonly subtitle: string } {
  const room = (area.w - 0.24) * pointsPerInch
  const title = fitText(dropControls(boundary.title), room, titleType, true)
  const left = room / pointsPerInch - inchesWide(title, titleType, true) - 0.1
  const facts = dropControls(boundary.subtitle ?? '').split(' · ')
  while (facts.length > 0 && inchesWide(facts.join(' · '), subtitleType) > left) facts.pop()
  return { title, subtitle: facts.join(' · ') }
}
