import type PptxGenJS from 'pptxgenjs'
import { fitText, wrapText } from '../../../layout/text-width.ts'
import type { Text } from '../../outline.ts'
import { ink, toneColours } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import type { Area } from './frame.ts'
import { fontFace, hex, pointsPerInch, type as sizes } from './frame.ts'
import type { SlideBlock } from './slide-block.ts'
import { wordsName } from './template/fill-slide.ts'
import { addTable, tableHeight } from './add-table.ts'
import { lineHeight, plainOf, plainText, runsOf, textHeight } from './text-runs.ts'

const blockGap = 0.16
const itemGap = 0.09
const bulletIndent = 0.2

/** The largest type at which blocks fit below one another. */
export function fittingSize(blocks: readonly SlideBlock[], area: Area): number {
  let size: number = sizes.bodyLargest
  // Tiles have a type of their own: what stands beside them is no smaller for their sake.
  if (blocks.every(({ type }) => type === 'facts')) return size
  while (size > sizes.bodySmallest && textsHeight(blocks, area.w, size) > area.h) size -= 0.5
  return size
}

/** Inches that blocks take below one another at a type size. */
export function textsHeight(blocks: readonly SlideBlock[], width: number, size: number): number {
  return blocks.reduce((sum, block) => sum + heightOf(block, width, size), 0) + blockGap * (blocks.length - 1)
}

/** Puts text blocks below one another at a type size; what does not fit even so is cut and says so. */
export function addTexts(slide: PptxGenJS.Slide, blocks: readonly SlideBlock[], area: Area, size: number): void {
  let y = area.y
  const bottom = area.y + area.h
  for (const [index, block] of blocks.entries()) {
    const later = blocks
      .slice(index + 1)
      .reduce((sum, next) => sum + Math.min(0.9, heightOf(next, area.w, size)) + blockGap, 0)
    const room = Math.max(0.3, bottom - y - later)
    // A table alone has the whole of its area, for air between its rows.
    const h = block.type === 'table' && blocks.length === 1 ? room : Math.min(heightOf(block, area.w, size), room)
    addText(slide, block, { x: area.x, y, w: area.w, h }, size)
    y += h + blockGap
  }
}

function heightOf(block: SlideBlock, width: number, size: number): number {
  switch (block.type) {
    case 'heading':
      return textHeight(block.text, width, size + 1, true) + 0.06
    case 'paragraph':
      return textHeight(plainText(block.text), width, size) + 0.04
    case 'list':
      return block.items.reduce((sum, item) => sum + itemHeight(item, width, size), 0)
    case 'callout':
      return (
        textHeight(block.title, width - 0.4, size, true) + textHeight(plainText(block.text), width - 0.4, size) + 0.24
      )
    case 'facts':
      return factRows(block.rows.length) * (tileHeight + 0.14)
    case 'table':
      return tableHeight(block, width, tableSize(width, size))
    case 'diagram':
    case 'chart':
      return 2
    default:
      return block satisfies never
  }
}

/** The type that a table has at most: cells beside a picture are narrow, and long words would break. */
function tableSize(width: number, size: number): number {
  return Math.min(width > wideTable ? sizes.tableLargest : sizes.table, size)
}
const wideTable = 8

/** Bold runs are a little wider: measured as if all were bold. */
function itemHeight(item: Text, width: number, size: number): number {
  const bold = item.some((inline) => typeof inline !== 'string' && inline.type === 'strong')
  return textHeight(plainText(item), width - bulletIndent - 0.05, size, bold) + itemGap
}

function addText(slide: PptxGenJS.Slide, block: SlideBlock, area: Area, size: number): void {
  switch (block.type) {
    case 'heading':
      slide.addText(dropControls(block.text), {
        ...area,
        ...plain,
        fontSize: size + 1,
        bold: true,
        color: hex(ink.text),
      })
      return
    case 'paragraph':
      slide.addText(runsOf(cut(block.text, area, size), size), { ...area, ...plain, objectName: wordsName })
      return
    case 'list':
      addList(slide, block, area, size)
      return
    case 'callout': {
      const colours = toneColours[block.tone]
      const room = { ...area, w: area.w - 0.4, h: area.h - 0.24 - (size * lineHeight) / pointsPerInch }
      slide.addText(
        [
          {
            text: dropControls(block.title),
            options: { bold: true, fontSize: size, color: hex(colours.strong), breakLine: true },
          },
          ...runsOf(cut(block.text, room, size), size),
        ],
        {
          ...area,
          shape: 'rect',
          fill: { color: hex(colours.soft) },
          line: { color: hex(colours.strong), width: 1 },
          align: 'left',
          valign: 'middle',
          margin: [12, 12, 6, 6],
          fontFace,
          objectName: `note: ${block.title}`,
        },
      )
      return
    }
    case 'facts':
      addTiles(slide, block.rows, area)
      return
    case 'table':
      addTable(slide, block, area, tableSize(area.w, size))
      return
    case 'diagram':
    case 'chart':
      return
    default:
      block satisfies never
  }
}

const plain = { align: 'left', valign: 'top', margin: 0, fontFace } as const

/** The text, or as much of it as the area holds with an ellipsis. */
function cut(text: Text, area: Area, size: number): Text {
  const most = Math.max(1, Math.floor((area.h * pointsPerInch + 1) / (size * lineHeight)))
  const whole = plainText(text)
  if (wrapText(whole, area.w * pointsPerInch, size).length <= most) return text
  return [wrapText(whole, area.w * pointsPerInch, size, { mostLines: most }).join(' ')]
}

function addList(slide: PptxGenJS.Slide, block: Extract<SlideBlock, { type: 'list' }>, area: Area, size: number): void {
  let left = area.h + 0.02
  const shown: Text[] = []
  for (const item of block.items) {
    left -= itemHeight(item, area.w, size)
    if (left < 0 && shown.length > 0) break
    shown.push(item)
  }
  const rest = block.items.length - shown.length
  const [only = []] = shown
  const lastLine = (size * lineHeight) / pointsPerInch
  if (rest > 0 && shown.length === 1)
    shown[0] = [...cut(only, { ...area, h: area.h - lastLine }, size), ` And ${rest} more.`]
  else if (rest > 0) shown[shown.length - 1] = [`and ${rest + 1} more`]
  const last = shown.length - 1
  const runs = shown.flatMap((item, index) =>
    runsOf(item, size).map((run, turn, all) => ({
      ...run,
      options: {
        ...run.options,
        bullet: block.ordered
          ? { type: 'number' as const, indent: bulletIndent * pointsPerInch }
          : { indent: bulletIndent * pointsPerInch },
        paraSpaceAfter: itemGap * pointsPerInch,
        ...(turn === all.length - 1 && index !== last ? { breakLine: true } : {}),
      },
    })),
  )
  slide.addText(runs, { ...area, ...plain, objectName: wordsName })
}

const tileHeight = 1.3
const tileGap = 0.16
const factRows = (count: number): number => Math.ceil(count / 2)

/** Headline figures: a label, a large value (the first piece of the text) and small words after it. */
function addTiles(
  slide: PptxGenJS.Slide,
  rows: readonly { readonly label: string; readonly value: Text }[],
  area: Area,
): void {
  const w = (area.w - tileGap) / 2
  const h = Math.min(tileHeight, (area.h - tileGap * (factRows(rows.length) - 1)) / Math.max(1, factRows(rows.length)))
  for (const [index, { label, value }] of rows.entries()) {
    const room = (w - 0.3) * pointsPerInch
    const [first = '', ...rest] = value
    const small = rest.map((inline) => (typeof inline === 'string' ? dropControls(inline) : inline))
    const words = cut(
      small.map((inline, turn) => (turn === 0 && typeof inline === 'string' ? inline.trimStart() : inline)),
      { ...area, w: w - 0.3, h: (2 * sizes.besideFigure * lineHeight) / pointsPerInch },
      sizes.besideFigure,
    )
    slide.addText(
      [
        {
          text: fitText(dropControls(label), room, sizes.besideFigure),
          options: { fontSize: sizes.besideFigure, color: hex(ink.muted), breakLine: true },
        },
        {
          text: fitText(dropControls(plainOf(first)), room, 22, true),
          options: { fontSize: 22, bold: true, color: hex(ink.text), breakLine: words.length > 0 },
        },
        ...runsOf(words, sizes.besideFigure, ink.muted),
      ],
      {
        x: area.x + (index % 2) * (w + tileGap),
        y: area.y + Math.floor(index / 2) * (h + tileGap),
        w,
        h,
        shape: 'roundRect',
        rectRadius: 0.08,
        fill: { color: hex(ink.sunken) },
        line: { color: hex(ink.hairline), width: 0.75 },
        align: 'left',
        valign: 'middle',
        margin: [10, 8, 4, 4],
        fontFace,
        objectName: `figure: ${label}`,
      },
    )
  }
}
