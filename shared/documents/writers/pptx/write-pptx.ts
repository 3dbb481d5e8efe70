import type PptxGenJS from 'pptxgenjs'
import type { Block, Outline, Slide } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { dropControls, escapeMarkup } from '../escape-markup.ts'
import { zipParts } from '../ooxml/package.ts'
import { addChart } from './add-chart.ts'
import { addCover } from './add-cover.ts'
import type { PendingConnector } from './add-diagram.ts'
import { addDiagram } from './add-diagram.ts'
import { addTexts, fittingSize } from './add-texts.ts'
import { finishPackage } from './finish-package.ts'
import type { Area, Frame } from './frame.ts'
import { fontFace, hex, houseFrame, type as sizes } from './frame.ts'
import { coverName, defineMasters, masterName } from './house-masters.ts'
import type { PlacedBlocks } from './slide-layout.ts'
import { divideSlide } from './slide-layout.ts'
import type { DeckBase } from './template/deck-base.ts'
import { deckBaseOf, sortOf } from './template/deck-base.ts'
import { moveToTemplate } from './template/move-to-template.ts'
import { keepDates, fitSlideTitle, fitTitle } from './text-runs.ts'
import { useTheme } from './use-theme.ts'

/**
 * The slides of a document as a PowerPoint file: native shapes, glued connectors, native charts and tables, nothing as a
 * picture; on the client's own masters and layouts where there is a template. The same outline gives the same bytes.
 */
export async function writePptx(outline: Outline): Promise<Uint8Array> {
  // Half a megabyte together: only who exports a deck loads them.
  const [{ default: Presentation }, { default: Zip }] = await Promise.all([import('pptxgenjs'), import('jszip')])
  const base = await deckBaseOf(outline.brand?.presentation)
  const frame = base?.frame ?? houseFrame
  const presentation = new Presentation()
  presentation.defineLayout({ name: 'Template', width: frame.width, height: frame.height })
  presentation.layout = base === undefined ? 'LAYOUT_WIDE' : 'Template'
  presentation.title = escapeMarkup(outline.title)
  presentation.author = escapeMarkup(outline.authors.join(', '))
  presentation.company = escapeMarkup(outline.client ?? '')
  presentation.subject = escapeMarkup(outline.subtitle ?? '')
  const fonts = outline.brand?.fonts
  presentation.theme = {
    headFontFace: escapeMarkup(fonts?.headings ?? fonts?.text ?? fontFace),
    bodyFontFace: escapeMarkup(fonts?.text ?? fontFace),
  }
  defineMasters(presentation, outline, frame)
  // A client's deck opens with a cover of the client's.
  const hasCover = outline.brand !== undefined
  if (hasCover) addCover(presentation.addSlide({ masterName: coverName }), outline, frame, base !== undefined)
  const slides = slidesOf(outline)
  const arrows = slides.map((slide) => addSlide(presentation, slide, frame, base))
  const bytes = await presentation.write({ outputType: 'uint8array', compression: true })
  if (!(bytes instanceof Uint8Array)) throw new Error('The presentation came back in an unexpected form.')
  const connectors = hasCover ? [[], ...arrows] : arrows
  const finished = useTheme(await finishPackage(bytes, { date: outline.date, connectors }, Zip), outline.brand, base)
  const placed = slides.map((slide) => ({ title: slide.title, sort: sortOf(slide, base) }))
  const parts = base === undefined ? finished : moveToTemplate(finished, base, { outline, slides: placed })
  return zipParts(parts, outline.date, Zip)
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

function addSlide(
  presentation: PptxGenJS,
  content: Slide,
  frame: Frame,
  base: DeckBase | undefined,
): readonly PendingConnector[] {
  const slide = presentation.addSlide({ masterName })
  // Readers give a placeholder its usual insets whatever the file says; a little air keeps the second line the last.
  const title = fitSlideTitle(keepDates(dropControls(content.title)), frame.title.w - 0.3, frame.titleSize, 20)
  // The size belongs to the run: PptxGenJS lets the placeholder's own override the shape's.
  slide.addText([{ text: title.text, options: { fontSize: title.size } }], {
    placeholder: 'title',
    objectName: 'Title',
  })
  if (base?.isDark === true && sortOf(content, base) === 'plain') addPanel(slide, frame)
  const connectors: PendingConnector[] = []
  const parts = divideSlide(content.blocks, areaFor(content, frame))
  const textParts = parts.filter(({ blocks }) => !blocks.some(isDrawn))
  // Columns of text beside each other read at one size.
  const size = Math.min(sizes.bodyLargest, ...textParts.map(({ blocks, area }) => fittingSize(blocks, area)))
  for (const part of parts) connectors.push(...addPart(slide, part, connectors.length, size))
  if (content.footnote !== undefined) {
    const note = fitTitle(keepDates(dropControls(content.footnote)), frame.footnote.w, sizes.small, 7)
    slide.addText(note.text, {
      ...frame.footnote,
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

/** On a dark ground the colours of cards, charts and tones would not be told apart: they stand on white. */
function addPanel(slide: PptxGenJS.Slide, { content, footnote }: Frame): void {
  const margin = 0.12
  slide.addShape('roundRect', {
    x: content.x - margin,
    y: content.y - margin,
    w: content.w + 2 * margin,
    h: footnote.y + footnote.h - content.y + 2 * margin,
    rectRadius: 0.1,
    fill: { color: hex(ink.ground) },
    objectName: 'Panel',
  })
}

/** What is drawn takes the footnote's room where there is none. */
function areaFor({ blocks, footnote }: Slide, { content, footnote: note }: Frame): Area {
  return footnote === undefined && blocks.every(isDrawn)
    ? { ...content, h: note.y + note.h * 0.73 - content.y }
    : content
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
