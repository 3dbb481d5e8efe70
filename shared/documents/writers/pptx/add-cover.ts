import type PptxGenJS from 'pptxgenjs'
import type { Outline } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { encodeBase64 } from '../encode-base64.ts'
import { dropControls } from '../escape-markup.ts'
import { wordGap } from '../page-words.ts'
import type { Frame } from './frame.ts'
import { fontFace, hex } from './frame.ts'
import { fitTitle } from './text-runs.ts'

/** What a cover says under its title: for whom, by whom, when, who may read it, and of which design it speaks. */
export function coverLines({
  subtitle,
  client,
  authors,
  date,
  confidentiality,
  designHash,
}: Outline): readonly string[] {
  const by = [authors.join(', '), date].filter((word) => word !== '').join(', ')
  const design = designHash === undefined ? undefined : `Design ${designHash}`
  const marks = [confidentiality, design].filter((word) => word !== undefined && word !== '').join(wordGap)
  return [subtitle, client, by, marks]
    .filter((line): line is string => line !== undefined && line !== '')
    .map(dropControls)
}

/** The first slide of a client's deck: logo, title and for whom it is. A template's title layout brings all but the words. */
export function addCover(slide: PptxGenJS.Slide, outline: Outline, frame: Frame, hasTemplate: boolean): void {
  const title = fitTitle(dropControls(outline.title), frame.title.w - 0.3, 40, 24)
  slide.addText([{ text: title.text, options: { fontSize: title.size } }], {
    placeholder: 'title',
    objectName: 'Title',
  })
  if (hasTemplate) return
  const logo = outline.brand?.logo
  if (logo !== undefined) {
    const { x, y, w, h } = logoArea(logo, frame)
    slide.addImage({
      data: `${logo.type};base64,${encodeBase64(logo.bytes)}`,
      x,
      y,
      w,
      h,
      altText: 'Logo',
      objectName: 'Logo',
    })
  }
  slide.addText(
    coverLines(outline).map((text) => ({ text, options: { breakLine: true } })),
    {
      ...frame.title,
      y: frame.height * 0.56,
      h: 1.6,
      fontFace,
      fontSize: 16,
      color: hex(ink.muted),
      align: 'left',
      valign: 'top',
      margin: 0,
      objectName: 'Subtitle',
    },
  )
}

const largestLogo = { w: 3.2, h: 1.1 }

function logoArea({ width, height }: { readonly width: number; readonly height: number }, frame: Frame) {
  const scale = Math.min(largestLogo.w / width, largestLogo.h / height)
  return { x: frame.title.x, y: 0.8, w: width * scale, h: height * scale }
}
