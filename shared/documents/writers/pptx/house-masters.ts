import type PptxGenJS from 'pptxgenjs'
import { fitText } from '../../../layout/text-width.ts'
import type { Outline } from '../../outline.ts'
import { ink } from '../../picture/colours.ts'
import { dropControls } from '../escape-markup.ts'
import { pageWords, wordGap } from '../page-words.ts'
import type { Frame } from './frame.ts'
import { fontFace, hex, pointsPerInch, type as sizes } from './frame.ts'

export const masterName = 'Lintel'
export const coverName = 'Lintel cover'

/** The masters of decks that have no template: a band of the accent, a title, and the words of every page. */
export function defineMasters(presentation: PptxGenJS, outline: Outline, frame: Frame): void {
  const { title, footer } = frame
  const numberRoom = 0.8
  const words = fitText(pageWords(outline).join(wordGap), (footer.w - numberRoom - 0.1) * pointsPerInch, sizes.small)
  const small = { fontFace, fontSize: sizes.small, color: hex(ink.muted) }
  presentation.defineSlideMaster({
    title: masterName,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: frame.width, h: 0.1, fill: { color: hex(ink.accent) } } },
      {
        line: {
          x: footer.x,
          y: footer.y - 0.05,
          w: footer.w,
          h: 0,
          line: { color: hex(ink.hairline), width: 0.75 },
        },
      },
      {
        text: {
          text: dropControls(words),
          options: { ...footer, w: footer.w - numberRoom, ...small, align: 'left', valign: 'middle', margin: 0 },
        },
      },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...title,
            fontFace,
            fontSize: frame.titleSize,
            bold: true,
            color: hex(ink.text),
            align: 'left',
            // One line or two: from slide to slide the title begins at the same place.
            valign: 'top',
            margin: 0,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: footer.x + footer.w - numberRoom,
      y: footer.y,
      w: numberRoom,
      h: footer.h,
      ...small,
      align: 'right',
    },
  })
  presentation.defineSlideMaster({
    title: coverName,
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.28, h: frame.height, fill: { color: hex(ink.accent) } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...title,
            y: frame.height * 0.3,
            h: 1.7,
            fontFace,
            fontSize: 40,
            bold: true,
            color: hex(ink.text),
            align: 'left',
            valign: 'bottom',
            margin: 0,
          },
          text: '',
        },
      },
    ],
  })
}
