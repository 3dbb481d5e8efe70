import { fitText, textWidth, wrapText } from '../../../../layout/text-width.ts'
import type { Outline } from '../../../outline.ts'
import { dropControls } from '../../escape-markup.ts'
import { pageWords, wordGap } from '../../page-words.ts'
import { emuPerInch, pointsPerInch } from '../frame.ts'
import type { ChosenLayout } from './choose-layouts.ts'
import { boxOfHolder, hasFoot } from './choose-layouts.ts'
import type { DeckBase } from './deck-base.ts'
import type { Placeholder } from './deck-template.ts'
import type { Filling, LooseWords } from './fill-slide.ts'
import { lookOfHolder } from './holder-look.ts'

/** Words that stand on every page: in the layout's own places, or loose where it has none. */
export interface PageFoot {
  readonly fillings: readonly Filling[]
  readonly loose: readonly LooseWords[]
}

/** Type in points: as PowerPoint's own layouts set footers, and the smallest that is read. */
const [largest, smallest] = [12, 7]
const sideInsets = 0.2
const lineHeight = 1.2
const numberRoom = 0.8

/** Who may read the deck, for whom and from when it is, its design and the slide's number. */
export function wordsOfPage(base: DeckBase, layout: ChosenLayout, outline: Outline, slide: number): PageFoot {
  const find = (type: string): Placeholder | undefined =>
    layout.layout.placeholders.find((holder) => holder.type === type)
  const [date, footer, number] = ['dt', 'ftr', 'sldNum'].map(find)
  const words = pageWords(outline).map(dropControls)
  const said = date === undefined ? words : words.filter((word) => word !== outline.date)
  // The places at the foot are small: only the colour of their sample words is the client's.
  const look = (holder: Placeholder): Pick<Filling, 'look'> => {
    const { fill } = { ...base.look, ...lookOfHolder(layout, holder) }
    return fill === undefined ? {} : { look: { fill } }
  }
  const dated = date === undefined ? [] : [{ holder: date, lines: [outline.date], ...look(date) }]
  if (!hasFoot(layout) || footer === undefined || number === undefined)
    return { fillings: dated, loose: looseFoot(said.join(wordGap), base, slide) }
  return {
    fillings: [
      ...dated,
      { holder: footer, ...look(footer), ...fittedFooter(said, outline.title, layout, base.scale) },
      { holder: number, lines: [String(slide)], field: 'slidenum', ...look(number) },
    ],
    loose: [],
  }
}

/** The largest type at which the words stand in the layout's footer; before it becomes too small the title goes. */
function fittedFooter(
  words: readonly string[],
  title: string,
  layout: ChosenLayout,
  scale: number,
): Omit<Filling, 'holder'> {
  const box = boxOfHolder(layout, ['ftr'])
  const width = ((box?.w ?? 0) / emuPerInch - sideInsets) * pointsPerInch
  const height = ((box?.h ?? 0) / emuPerInch) * pointsPerInch
  for (const line of [words, words.filter((word) => !title.startsWith(word.replace(/…$/, '')))]) {
    const text = line.join(wordGap)
    for (let size = largest * scale; size >= smallest; size -= 0.5) {
      const lines = wrapText(text, width, size).length
      if (lines <= 2 && lines * size * lineHeight <= Math.max(height, size * lineHeight)) return { lines: [text], size }
    }
  }
  return { lines: [fitText(words.join(wordGap), 2 * width, smallest)], size: smallest }
}

function looseFoot(line: string, { frame, scale, look }: DeckBase, slide: number): readonly LooseWords[] {
  const { x, y, w, h } = frame.footer
  const area = { x: x * scale, y: y * scale, w: w * scale, h: h * scale }
  const [room, left] = [numberRoom * scale, (w - numberRoom) * scale]
  const fitting = ((left * pointsPerInch) / Math.max(1, textWidth(line, 1))) * 0.98
  const size = Math.max(smallest, Math.min(9 * scale, fitting))
  return [
    {
      name: 'Footer',
      text: fitText(line, left * pointsPerInch, size),
      size,
      area: { ...area, w: left },
      align: 'l',
      look,
    },
    {
      name: 'Slide number',
      text: String(slide),
      size,
      area: { ...area, x: area.x + left, w: room },
      align: 'r',
      look,
      field: 'slidenum',
    },
  ]
}
