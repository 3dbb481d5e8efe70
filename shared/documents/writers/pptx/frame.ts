/** A rectangle on the slide, in inches. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Where things stand on a slide. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly title: Area
  /** The title's type at its largest, in points. */
  readonly titleSize: number
  readonly content: Area
  /** Sources and dates, under the content; what is drawn takes this room where there are none. */
  readonly footnote: Area
  readonly footer: Area
}

const [width, left, right] = [13.333, 0.6, 0.6]
const across = { x: left, w: width - left - right }

/** Our own slide: 16:9, the size that PowerPoint calls LAYOUT_WIDE. */
export const houseFrame: Frame = {
  width,
  height: 7.5,
  title: { ...across, y: 0.42, h: 1.02 },
  titleSize: 26,
  content: { ...across, y: 1.62, h: 5 },
  footnote: { ...across, y: 6.66, h: 0.3 },
  footer: { ...across, y: 7.05, h: 0.26 },
}

/** Type scale in points. */
export const type = {
  bodyLargest: 18,
  bodySmallest: 11,
  table: 14,
  /** Of a table that has the width of the slide and room to spare. */
  tableLargest: 16,
  tableSmallest: 10,
  /** The words around a headline figure. */
  besideFigure: 12,
  /** Of captions and of the numbers in charts: what is smaller, nobody reads at the end of a room. */
  caption: 12,
  /** Sources and the foot of the slide, for who holds it in hand. */
  small: 10,
} as const

/** Stands for the theme's font in what PptxGenJS writes; its widths are the ones that text is measured with. */
export const fontFace = 'Arial'

export const pointsPerInch = 72
export const emuPerInch = 914_400

/** PptxGenJS and OOXML want colours without the hash. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase()
}
