import type PptxGenJS from 'pptxgenjs'
import type { Block, Outline, Slide } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { dropControls, escapeMarkup } from '../escape-markup.ts'
import { addChart } from './add-chart.ts'
import type { PendingConnector } from './add-diagram.ts'
import { addDiagram } from './add-diagram.ts'
import { addTexts, fittingSize } from './add-texts.ts'
import { finishPackage } from './finish-package.ts'
import type { Area } from './frame.ts'
import { contentArea, fontFace, frame, hex, type as sizes } from './frame.ts'
import type { PlacedBlocks } from './slide-layout.ts'
import { divideSlide } from './slide-layout.ts'
import { fitSlideTitle, fitTitle } from './text-runs.ts'

const masterName = 'Lintel'

/**
 * The slides of a document as a PowerPoint file: native shapes, glued connectors, native charts and tables, nothing as a
 * picture. The same outline gives the same bytes.
 */
export async function writePptx(outline: Outline): Promise<Uint8Array> {
  // Half a megabyte together: only who exports a deck loads them.
  const [{ default: Presentation }, { default: Zip }] = await Promise.all([import('pptxgenjs'), import('jszip')])
  const presentation = new Presentation()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = escapeMarkup(outline.title)
  presentation.author = escapeMarkup(outline.authors.join(', '))
  presentation.company = escapeMarkup(outline.client ?? '')
  presentation.subject = escapeMarkup(outline.subtitle ?? '')
  presentation.theme = { headFontFace: fontFace, bodyFontFace: fontFace }
  defineMaster(presentation, outline)
  const slides = slidesOf(outline)
  const connectors = slides.map((slide) => addSlide(presentation, slide))
  const bytes = await presentation.write({ outputType: 'uint8array', compression: true })
  if (!(bytes instanceof Uint8Array)) throw new Error('The presentation came back in an unexpected form.')
  return finishPackage(bytes, { date: outline.date, connectors }, Zip)
}

/** A document without slides becomes one slide per second-level heading; what stands before the first is the opening. */
function slidesOf(outline: Outline): readonly Slide[] {
  const slides = outline.blocks.filter((block): block is Slide => block.type === 'slide')
  if (slides.length > 0) return slides
  const made: { type: 'slide'; title: string; blocks: Block[] }[] = []
  for (const block of outline.blocks) {
    if (block.type === 'heading' && block.level <= 2) made.push({ type: 'slide', title: block.text, blocks: [] })
    else {
      if (made.length === 0) made.push({ type: 'slide', title: outline.title, blocks: [] })
      made.at(-1)?.blocks.push(block)
    }
  }
  return made.length === 0 ? [{ type: 'slide', title: outline.title, blocks: [] }] : made
}

function defineMaster(presentation: PptxGenJS, outline: Outline): void {
  const footer = [outline.title, outline.client, outline.date]
    .filter((part) => part !== undefined && part !== '')
    .join('  ·  ')
  presentation.defineSlideMaster({
    title: masterName,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: frame.width, h: 0.1, fill: { color: hex(ink.accent) } } },
      {
        line: {
          x: frame.left,
          y: frame.footer.y - 0.05,
          w: frame.width - frame.left - frame.right,
          h: 0,
          line: { color: hex(ink.hairline), width: 0.75 },
        },
      },
      {
        text: {
          text: dropControls(footer),
          options: {
            x: frame.left,
            y: frame.footer.y,
            w: 10.5,
            h: frame.footer.h,
            fontFace,
            fontSize: sizes.small,
            color: hex(ink.muted),
            align: 'left',
            valign: 'middle',
            margin: 0,
          },
        },
      },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: frame.left,
            y: frame.title.y,
            w: frame.width - frame.left - frame.right,
            h: frame.title.h,
            fontFace,
            fontSize: sizes.title,
            bold: true,
            color: hex(ink.text),
            align: 'left',
            valign: 'middle',
            margin: 0,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: frame.width - frame.right - 0.8,
      y: frame.footer.y,
      w: 0.8,
      h: frame.footer.h,
      fontFace,
      fontSize: sizes.small,
      color: hex(ink.muted),
      align: 'right',
    },
  })
}

// Readers give a placeholder its usual insets whatever the file says; a little air keeps the second line the last.
const titleWidth = frame.width - frame.left - frame.right - 0.3

function addSlide(presentation: PptxGenJS, content: Slide): readonly PendingConnector[] {
  const slide = presentation.addSlide({ masterName })
  const title = fitSlideTitle(dropControls(content.title), titleWidth, sizes.title, 20)
  // The size belongs to the run: PptxGenJS lets the placeholder's own override the shape's.
  slide.addText([{ text: title.text, options: { fontSize: title.size } }], {
    placeholder: 'title',
    objectName: 'Title',
  })
  const connectors: PendingConnector[] = []
  const parts = divideSlide(content.blocks, areaFor(content))
  const textParts = parts.filter(({ blocks }) => !blocks.some(isDrawn))
  // Columns of text beside each other read at one size.
  const size = Math.min(sizes.bodyLargest, ...textParts.map(({ blocks, area }) => fittingSize(blocks, area)))
  for (const part of parts) connectors.push(...addPart(slide, part, connectors.length, size))
  if (content.footnote !== undefined) {
    const { y, h } = frame.footnote
    const note = fitTitle(dropControls(content.footnote), frame.width - frame.left - frame.right, sizes.small, 7)
    slide.addText(note.text, {
      x: frame.left,
      y: y - 0.02,
      w: frame.width - frame.left - frame.right,
      h,
      fontFace,
      fontSize: note.size,
      color: hex(ink.muted),
      align: 'left',
      valign: 'middle',
      margin: 0,
      objectName: 'Footnote',
    })
  }
  if (content.speakerNotes !== undefined) slide.addNotes(dropControls(content.speakerNotes))
  return connectors
}

/** What is drawn takes the footnote's room where there is none. */
function areaFor({ blocks, footnote }: Slide): Area {
  const bottom = footnote === undefined && blocks.every(isDrawn) ? frame.footnote.y + 0.2 : undefined
  return bottom === undefined ? contentArea : { ...contentArea, h: bottom - contentArea.y }
}

function isDrawn({ type }: Block): boolean {
  return type === 'diagram' || type === 'chart'
}

function addPart(
  slide: PptxGenJS.Slide,
  { area, blocks }: PlacedBlocks,
  turn: number,
  size: number,
): readonly PendingConnector[] {
  const connectors: PendingConnector[] = []
  const share = area.h / Math.max(1, blocks.length)
  const drawn = blocks.filter(isDrawn)
  if (drawn.length === 0) {
    addTexts(slide, blocks, area, size)
    return []
  }
  for (const [index, block] of drawn.entries()) {
    const own: Area = { ...area, y: area.y + index * share, h: share }
    if (block.type === 'chart') addChart(slide, block.chart, block.caption, own)
    if (block.type === 'diagram') {
      const caption = fitTitle(dropControls(block.caption), own.w, sizes.caption, 8)
      connectors.push(...addDiagram(slide, block.picture, { ...own, h: own.h - 0.4 }, turn + index))
      slide.addText(caption.text, {
        x: own.x,
        y: own.y + own.h - 0.36,
        w: own.w,
        h: 0.36,
        fontFace,
        fontSize: caption.size,
        color: hex(ink.muted),
        align: 'left',
        valign: 'bottom',
        margin: 0,
        objectName: 'Caption',
      })
    }
  }
  return connectors
}
